import { describe, expect, it } from 'vitest'
import { CITIES, countedAt, demoOf, operationAt } from './cities'

const MOMENTS = [
  '2026-09-16 10:42',
  '2026-09-16 03:00',
  '2026-09-20 15:00',
  '2026-11-18 12:20',
  '2026-11-18 17:06',
]

describe.each(CITIES)('%s, counted from its rows', (city) => {
  const { halls, towns } = demoOf(city)
  const regions = [null, halls[1]?.place.code ?? null, towns[0]?.code.slice(0, 6) ?? null]

  it.each(MOMENTS)('has the figures that its own simulation counts (%s)', (moment) => {
    for (const region of regions) {
      const [counted, simulated] = [countedAt(city, moment, region), operationAt(city, moment, region)]
      for (const part of ['waiting', 'longest', 'tickets', 'served'] as const)
        expect([part, counted[part].value]).toEqual([part, simulated[part].value])
      for (const part of ['hall', 'service', 'all', 'cumulative'] as const)
        expect([part, counted[part]]).toEqual([part, simulated[part]])
      expect(counted.waitingCurve.now).toEqual(simulated.waitingCurve.now)
      expect(counted.hours.map(({ hour, issued }) => [hour, issued])).toEqual(
        simulated.hours.map(({ hour, issued }) => [hour, issued]),
      )
      for (const part of [
        'today',
        'month',
        'goodRate',
        'badToday',
        'badMonth',
        'stages',
        'open',
        'overdue',
      ] as const)
        expect([part, counted.evaluation[part]]).toEqual([part, simulated.evaluation[part]])
      expect(counted.evaluation.closedMonth).toBe(simulated.evaluation.closedMonth)
      expect(counted.evaluation.rows.map(({ key, stage, dueAt }) => [key, stage, dueAt])).toEqual(
        simulated.evaluation.rows.map(({ key, stage, dueAt }) => [key, stage, dueAt]),
      )
      expect(counted.terminals?.online).toEqual(simulated.terminals?.online)
    }
  })
})
