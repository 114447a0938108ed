import { describe, expect, it } from 'vitest'
import { sinceIn, turnsIn, type Course } from '../../../../src/contract/records/course'
import { courseTold } from '../../../../src/contract/records/course-told'
import { bandIn, type UsualBand } from '../../../../src/contract/records/usual-band'
import { pastOrders } from '../../../../src/domains/hotline/records'
import { DAY, HOUR, MINUTE } from '../../../../src/lib/calendar'
import { stream } from '../../../../src/lib/random'
import { at } from '../../demo/cities'
import { bookOf } from '../../domains/book'

const NOW = at('2026-11-18 10:42')
const ago = (hours: number) => NOW - hours * HOUR

/** Ten channels; each span is hours ago, from and to. */
const rate = (...cuts: readonly (readonly [number, number?])[]): Course => ({
  spells: cuts.map(([from, to], i) => ({
    id: String(i),
    from: ago(from),
    to: to === undefined ? Infinity : ago(to),
    place: null,
  })),
  value: (n) => 100 - 10 * n,
})
const told = (
  course: Course,
  parts: Readonly<Record<string, string>> = {},
  now = NOW,
  usualOf?: () => UsualBand | null,
) =>
  courseTold(
    { courses: { sources: () => course }, turnsIn, usualOf },
    { course: 'sources', is: 'below', limit: '85', ...parts },
    now,
  )

describe('how a figure went', () => {
  it('is told in equal steps up to now, with its limit', () => {
    const found = told(rate([4], [2, 1], [1.5]))
    expect(found).toMatchObject({ from: ago(4), to: NOW, limit: 85 })
    const { values = [] } = found ?? {}
    const valueAgo = (hours: number) => values[Math.round((1 - hours / 4) * (values.length - 1))]
    expect([3, 1.9, 1.2, 0].map(valueAgo)).toEqual([90, 80, 70, 80])
  })

  it('reaches as far back as is needed to see how it was before, and no further than the records', () => {
    const long = rate([900, 899])
    const since = (hours: number) =>
      NOW - (told({ ...long, spells: [...long.spells, ...rate([hours], [hours]).spells] })?.from ?? NaN)
    expect([1, 5, 30, 300].map(since)).toEqual([6 * HOUR, DAY, 7 * DAY, 30 * DAY])
    expect(told(rate([0.2], [0.2]))?.from).toBe(ago(1))
  })

  it('says how often it was beyond its limit in seven days, and for how long', () => {
    const found = told(rate([200, 199], [200, 199], [30, 28], [29, 27], [3, 1], [2]))
    expect(found?.often).toEqual({ since: NOW - 7 * DAY, times: 2, ms: 2 * HOUR })
    // The records of a day that began three hours ago tell of three hours.
    expect(told(rate([3, 2], [3, 2]))?.often).toEqual({ since: ago(3), times: 1, ms: HOUR })
  })

  it('says nothing of how often where the records are only of what stands', () => {
    expect(told(rate([3], [2]))).toMatchObject({ often: null })
  })

  it('of minutes is the longest that anybody has waited', () => {
    const waits = rate([0.8, 0.1], [0.4])
    const found = told(waits, { is: 'above', limit: '30', minutes: 'yes' })
    expect(found?.values.at(-1)).toBeCloseTo(24, 9)
    expect(Math.max(...(found?.values ?? []).map(Number))).toBeGreaterThan(41)
    expect(found?.often).toEqual({ since: ago(0.8), times: 1, ms: 12 * MINUTE })
  })

  it('is not told where the question is none of the domain', () => {
    expect(told(rate(), { course: 'others' })).toBeNull()
    expect(told(rate(), { limit: '' + Number.NaN })).toBeNull()
    expect(told(rate(), { is: 'like' })).toBeNull()
    const unknown = told({ ...rate([2]), value: () => Number.NaN })
    expect(new Set(unknown?.values)).toEqual(new Set([null]))
  })

  it('stands beside what is usual at the same hours, and says by how many weeks; without a history there is no band', () => {
    const rows = Array.from({ length: 24 }, (_, hour) => ({
      key: `h${hour}`,
      metric: 'online:水务',
      weekday: 3,
      hour,
      low: 80 + hour / 10,
      high: 90 + hour / 10,
      weeks: hour === 9 ? 5 : 8,
    }))
    const thin = { key: 'x', metric: 'online:公安', hour: 9, low: 1, high: 2, weeks: 2 }
    const town = { ...rows[10], key: 'y', place: { code: '440111', name: '白云' }, low: 0, high: 1 }
    const any = { key: 'a', metric: 'online:水务', hour: 8, low: 3, high: 4, weeks: 8 }
    const table = bookOf([pastOrders, [...rows, thin, town, any]]).of(pastOrders)
    const usualOf = (metric: string) => () => bandIn(table, (name) => name === metric)
    const found = told(rate([4], [2, 1]), {}, NOW, usualOf('online:水务'))
    expect(found?.usual?.weeks).toBe(5)
    expect(found?.usual?.ranges).toHaveLength(found?.values.length ?? 0)
    // From 6:42 to 10:42 on a Wednesday; its own hour says more than one of any day.
    expect([0, 60, 120].map((i) => found?.usual?.ranges[i])).toEqual(
      [6, 8, 10].map((hour) => ({ low: 80 + hour / 10, high: 90 + hour / 10 })),
    )
    expect(told(rate([4]), {}, NOW + DAY, usualOf('online:水务'))?.usual?.ranges.at(-1)).toBeNull()
    expect(told(rate([4]), {}, NOW, usualOf('online:公安'))?.usual).toBeNull()
    expect(told(rate([4]))?.usual).toBeNull()
  })
})

it.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'a figure goes beyond its limit and comes back in turn, and since when is its last turn, %i',
  (seed) => {
    const next = stream(seed)
    const cuts = Array.from({ length: 12 }, () => {
      const from = next() * 50
      return [from, next() < 0.3 ? undefined : from * next()] as const
    })
    const course = rate(
      ...cuts.map(([from, to]) => (to === undefined ? ([from] as const) : ([from, to] as const))),
    )
    const walk = { course, limit: 65, breach: { observed: 'rate', is: 'below' as const, clear: 75 } }
    const turns = turnsIn(walk, NOW)
    for (const [i, { at: moment, beyond }] of turns.entries()) {
      expect(beyond).toBe(i % 2 === 0)
      const n = course.spells.filter(({ from, to }) => from <= moment && to > moment).length
      if (beyond) expect(course.value(n, moment)).toBeLessThan(65)
      else expect(course.value(n, moment)).toBeGreaterThanOrEqual(75)
    }
    expect(sinceIn(walk, NOW)).toBe(turns.at(-1)?.beyond ? turns.at(-1)?.at : undefined)
  },
)
