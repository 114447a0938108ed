import { describe, expect, it } from 'vitest'
import { evaluation, terminal } from '../../../../src/domains/service-hall/records'
import { DAY, isoTime } from '../../../../src/lib/calendar'
import { at } from '../../demo/cities'
import { counted, minutesAgo, NOW, TOWNS, type Row } from './rows'

/** One review an hour ago and, so that a month is told of, one that was closed long since. */
function told(known: Row, moment: { readonly limits?: Readonly<Record<string, number>> } = {}) {
  const review = (own: Row): Row => ({
    evaluationNo: 'E1',
    hall: 'main',
    business: '社会保险',
    level: 2,
    count: null,
    byDefault: null,
    ratedAt: minutesAgo(60),
    verifyingAt: null,
    rectifyingAt: null,
    callbackAt: null,
    closedAt: null,
    dueAt: null,
    ...own,
  })
  const old = isoTime(NOW - 40 * DAY)
  const rows = [review({ evaluationNo: 'E0', level: 5, ratedAt: old, closedAt: old }), review(known)]
  const { evaluation: part } = counted([[evaluation, rows]], moment)
  if (!part) throw new Error('no evaluation')
  return part
}

describe('a review', () => {
  it('of the last two levels is a bad one, and open until it is closed', () => {
    for (const [level, bad] of [
      [5, 0],
      [3, 0],
      [2, 1],
      [1, 1],
    ] as const) {
      const part = told({ level })
      expect([part.badToday?.value, part.badMonth.value, part.open?.value]).toEqual([bad, bad, bad])
      expect(part.today?.levels[5 - level]).toBe(1)
    }
    const closed = told({ closedAt: minutesAgo(5) })
    expect([closed.open?.value, closed.badMonth.value, closed.closedMonth]).toEqual([0, 1, 1])
  })

  it('that the system gave by default is none', () => {
    expect(told({ level: 5, byDefault: true }).today?.rated).toBe(0)
  })

  it('counts for as many as its row stands for', () => {
    const part = told({ level: 4, count: 37 })
    expect([part.today?.rated, part.month?.levels]).toEqual([37, [0, 37, 0, 0, 0]])
  })

  it('stands at the last stage it has reached', () => {
    const stage = (known: Row) => told(known).rows?.[0]?.stage
    expect(stage({})).toBe('received')
    expect(stage({ verifyingAt: minutesAgo(50) })).toBe('verified')
    expect(stage({ rectifyingAt: minutesAgo(40) })).toBe('rectifying')
    expect(stage({ verifyingAt: minutesAgo(50), callbackAt: minutesAgo(3) })).toBe('callback')
  })

  it('is due at the close of business of the last working day, the day of receipt excluded', () => {
    expect(told({}).rows?.[0]?.dueAt).toBe('2026-11-25T17:00:00+08:00')
    const short = told({}, { limits: { eval_closure_days: 3 } })
    expect([short.rows?.[0]?.dueAt, short.limitWorkdays]).toEqual(['2026-11-23T17:00:00+08:00', 3])
    expect(told({ dueAt: '2026-11-19T12:00:00+08:00' }).rows?.[0]?.dueAt).toBe('2026-11-19T12:00:00+08:00')
  })

  it('is overdue past that, however long ago it came in', () => {
    const overdue = (ratedAt: string) => told({ ratedAt }).overdue?.value
    expect([overdue('2026-11-11T18:00:00+08:00'), overdue('2026-11-10T18:00:00+08:00')]).toEqual([0, 1])
    expect(overdue('2026-10-08T10:00:00+08:00')).toBe(1)
  })
})

describe('reviews', () => {
  const bare = (ratedAt: string): Row => ({ evaluationNo: ratedAt, level: 2, ratedAt })

  it('of which nobody says what became of them have no way to closure', () => {
    const { evaluation: part } = counted([[evaluation, [bare(minutesAgo(60))]]])
    expect(part?.badMonth.value).toBe(1)
    for (const name of ['open', 'overdue', 'stages', 'closedMonth', 'rows'])
      expect(part).not.toHaveProperty(name)
  })

  it('say how many days they tell of where they do not reach back a month', () => {
    const period = (first: string) =>
      counted([[evaluation, [bare(first), bare(minutesAgo(60))]]]).evaluation?.badMonth.period
    expect(period('2026-11-09T10:00:00+08:00')).toBe('近 10 日')
    expect(period('2026-10-20T10:00:00+08:00')).toBe('近 30 日')
    // From Saturday the seventh nothing was to be told before Monday the ninth.
    const monday = { now: at('2026-12-06 10:42') }
    const late = counted([[evaluation, [bare('2026-11-09T10:00:00+08:00')]]], monday)
    expect(late.evaluation?.badMonth.period).toBe('近 30 日')
  })
})

describe('a terminal', () => {
  const one = (known: Row): Row => ({
    terminalNo: 'T1',
    town: TOWNS[0],
    fault: null,
    faultAt: null,
    ...known,
  })
  const of = (...rows: readonly Row[]) => counted([[terminal, rows]])

  it('works until its fault begins', () => {
    expect(of(one({})).terminals).toMatchObject({ total: 1, online: 1, unit: '台', faults: [] })
    expect(of(one({ fault: 'paper', faultAt: minutesAgo(-5) })).terminals?.online).toBe(1)
    const { terminals, towns } = of(one({ fault: 'paper', faultAt: minutesAgo(5) }))
    expect(terminals).toMatchObject({
      online: 0,
      faults: [{ key: 'T1', kind: 'paper', since: minutesAgo(5) }],
    })
    expect(towns).toMatchObject([{ terminals: 1, terminalsOffline: 1 }])
  })

  it('with a fault of unknown age or kind of place counts, but is in no list and no town', () => {
    const ageless = of(one({ fault: 'offline' }))
    expect([ageless.terminals?.online, ageless.terminals?.faults]).toEqual([0, []])
    const lost = of(one({}), one({ terminalNo: 'T2', town: null, fault: 'offline', faultAt: minutesAgo(5) }))
    expect(lost.terminals).toMatchObject({ total: 2, online: 1, faults: [] })
    expect(lost.towns).toEqual([{ code: TOWNS[0]?.code, name: TOWNS[0]?.name, halls: 0 }])
  })

  it('is counted in the unit that all of them name', () => {
    expect(of(one({ unit: '处' })).terminals?.unit).toBe('处')
    expect(of(one({ unit: '处' }), one({ terminalNo: 'T2', unit: '个' })).terminals?.unit).toBe('台')
  })

  it('that nobody has is left out', () => {
    expect(of()).not.toHaveProperty('terminals')
  })
})
