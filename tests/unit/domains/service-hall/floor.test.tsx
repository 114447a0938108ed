import { use } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { placed, scaleFor, whereaboutsOf } from '../../../../src/domains/service-hall/floor'
import { FixedSize } from '../../../../src/panel/room'
import { wholeCity } from '../../golden/whole-city'

vi.mock('../../../../src/panel/use-size', () => ({ useSize: () => [() => undefined, use(FixedSize)] }))
vi.mock('../../../../src/charts/Chart', () => ({ Chart: () => null }))
vi.mock('../../../../src/map/CityMap', () => ({ CityMap: () => null }))

const measure = (value: number) => ({ value, unit: '人', period: '今日' })
const day = (tickets: number, served: number, noShows: number, waiting: number) => ({
  tickets: measure(tickets),
  served: measure(served),
  noShows: measure(noShows),
  waiting: measure(waiting),
})

describe('where the people of a day are', () => {
  it('adds up to all who took a number', () => {
    const where = whereaboutsOf(day(73, 63, 3, 3))
    expect(where).toEqual({ served: 63, serving: 4, waiting: 3, noShows: 3 })
  })

  it('is not told where nobody came, where it is unknown, or where the numbers contradict each other', () => {
    expect(whereaboutsOf(day(0, 0, 0, 0))).toBeNull()
    expect(whereaboutsOf({ tickets: measure(5) })).toBeNull()
    expect(whereaboutsOf(day(10, 9, 1, 1))).toBeNull()
  })
})

it.each([200, 300, 600])(
  'in %s u both sides fit, as high as they have people, each with room for its label',
  (height) => {
    const sides = [
      [23, 19, 13, 7, 11],
      [63, 4, 3, 3],
    ].map((counts) => counts.map((count, i) => ({ key: `${i}`, label: `${i}`, count })))
    const k = scaleFor(sides, height)
    for (const side of sides) {
      const rows = placed(side, k, height)
      for (const { y, height: own, count } of rows) {
        expect(y).toBeGreaterThanOrEqual(-0.5)
        expect(y + own).toBeLessThanOrEqual(height + 0.5)
        if (count * k > 3) expect(own).toBeCloseTo(count * k)
      }
      const middles = rows.map(({ y, height: own }) => y + own / 2)
      middles.slice(1).forEach((middle, i) => expect(middle - (middles[i] ?? 0)).toBeGreaterThanOrEqual(30))
    }
  },
)

it('a county with one hall shows its day as a picture, and its last day while it is closed', async () => {
  const told = async (moment: string) => {
    const { said } = await wholeCity('zongyang', moment, { width: 912, height: 460 })
    return said('hall-floor').lines.join('\n')
  }
  const morning = await told('2026-11-18T10:42')
  for (const word of ['来办什么', '办结', '办理中', '等候', '1 窗', '利用']) expect(morning).toContain(word)
  const night = await told('2026-11-19T03:00')
  expect(night).toContain('11-18')
  expect(night).not.toMatch(/等候|1 窗/)
})
