import { describe, expect, it } from 'vitest'
import { sharingCall, usualCalls } from '../../../../src/domains/data-aggregation/records'
import { DAY, dayStart, HOUR, isoTime, MINUTE, weekday } from '../../../../src/lib/calendar'
import { at, sum } from '../../demo/cities'
import { countedOf, rowsOf } from './counted'
import { NOW, type Row } from './rows'

const QUARTER = 15 * MINUTE
const TODAY = dayStart(NOW)

const span = (from: number, calls: number, known: Row = {}): Row => ({
  callId: `${from}${JSON.stringify(known.consumer)}`,
  from: isoTime(from),
  calls,
  ...known,
})

/** Quarters from one moment to another, each with the same calls. */
const quarters = (from: number, until: number, calls: number, known: Row = {}) =>
  Array.from({ length: Math.ceil((until - from) / QUARTER) }, (_, i) =>
    span(from + i * QUARTER, calls, known),
  )

const countedCalls = (rows: readonly Row[], now = NOW, usual: readonly Row[] = []) =>
  countedOf(
    [
      [sharingCall, rowsOf(sharingCall, ...rows)],
      ...(usual.length > 0 ? ([[usualCalls, usual]] as const) : []),
    ],
    { now },
  ).sharing

describe('calls', () => {
  it('are those since midnight, the running quarter as far as it has come; in the line only full ones', () => {
    const sharing = countedCalls([...quarters(TODAY - DAY, TODAY, 50), ...quarters(TODAY, NOW, 10)])
    expect(sharing?.calls).toMatchObject({ value: 430, period: '截至 10:42' })
    expect(sharing?.series?.stepMinutes).toBe(15)
    expect(sharing?.series?.now.slice(40, 44)).toEqual([10, 10, null, null])
  })

  it('are compared with the same weekday up to the same time, where rows reach back to it', () => {
    const week = quarters(TODAY - 7 * DAY, TODAY - 6 * DAY, 100, { failures: 10 })
    // 42 full quarters and four fifths of one.
    expect(countedCalls([...week, ...quarters(TODAY, NOW, 10)])?.calls.compare).toEqual({
      label: '上周三同时',
      value: 4280,
    })
    expect(
      countedCalls([...week, ...quarters(TODAY, NOW, 10, { failures: 1 })])?.failures?.compare?.value,
    ).toBe(428)
    const lately = quarters(TODAY - 6 * DAY, NOW, 10)
    expect(countedCalls(lately)?.calls).not.toHaveProperty('compare')
  })

  it('of nobody told have no users; users beyond the list stand together', () => {
    expect(countedCalls(quarters(TODAY, NOW, 10))).not.toHaveProperty('consumers')
    const many = Array.from({ length: 40 }, (_, i) => span(TODAY, i, { consumer: `使用方${i}`, failures: 0 }))
    const sharing = countedCalls(many)
    expect(sharing?.consumers).toHaveLength(30)
    expect(sharing?.consumers?.[0]).toMatchObject({ name: '使用方39', calls: 39 })
    expect(sum(sharing?.consumers?.map(({ calls }) => calls) ?? [])).toBe(sharing?.calls.value)
  })

  it('of an hour each are drawn by the hour, and of mixed lengths not at all', () => {
    const hourly = [0, 1, 2].map((hour) => span(TODAY + hour * HOUR, 60, { minutes: 60 }))
    expect(countedCalls(hourly, TODAY + 3 * HOUR)?.series?.now.slice(0, 4)).toEqual([60, 60, 60, null])
    expect(countedCalls([...hourly, span(TODAY + 3 * HOUR, 5)])).not.toHaveProperty('series')
  })
})

describe('success', () => {
  it('of the last full hour is judged across midnight, and not by few calls', () => {
    const now = TODAY + 20 * MINUTE
    const busy = quarters(TODAY - 2 * HOUR, now, 400, { failures: 4 })
    expect(countedCalls(busy, now)?.hour).toEqual({ value: 99, unit: '%', period: '近 1 时' })
    const failing = busy.map((row, i) => (i >= 5 && i < 9 ? { ...row, failures: 40 } : row))
    expect(countedCalls(failing, now)?.hour?.value).toBe(90)
    expect(countedCalls(quarters(TODAY - 2 * HOUR, now, 100, { failures: 1 }), now)?.hour?.value).toBeNull()
  })

  it('is unknown where nobody says what failed, and judged by those who do', () => {
    const silent = countedCalls(quarters(TODAY, NOW, 10))
    for (const part of ['failures', 'success', 'hour']) expect(silent).not.toHaveProperty(part)
    const some = [
      ...quarters(TODAY, NOW, 90, { consumer: '甲' }),
      ...quarters(TODAY, NOW, 10, { consumer: '乙', failures: 1 }),
    ]
    const sharing = countedCalls(some)
    expect(sharing?.success?.value).toBe(90)
    expect(sharing?.consumers?.map((row) => [row.name, row.failures])).toEqual([
      ['甲', undefined],
      ['乙', 43],
    ])
  })
})

describe('the usual range', () => {
  const hours = (day: number, low: number): Row[] =>
    Array.from({ length: 24 }, (_, hour) => ({
      key: `${day}-${hour}`,
      metric: 'calls-15',
      place: null,
      weekday: day,
      hour,
      mean: null,
      low: low + hour,
      high: low + 100,
      weeks: 8,
    }))
  const calls = quarters(TODAY, NOW, 10)

  it('is that of the weekday and hour, for each quarter of it', () => {
    const band = countedCalls(calls, NOW, [...hours(2, 500), ...hours(3, 7), ...hours(4, 900)])?.series
    expect(band?.low?.slice(0, 9)).toEqual([7, 7, 7, 7, 8, 8, 8, 8, 9])
    expect(band?.high).toHaveLength(96)
  })

  it('is the same in whatever order its rows come, also where two of them speak of one hour', () => {
    const rows = [...hours(3, 7), { ...hours(3, 7)[9], key: 'again', low: 1, high: 300 }]
    const band = countedCalls(calls, NOW, rows)?.series
    expect([band?.low?.[36], band?.high?.[36], band?.weeks]).toEqual([1, 300, 8])
    expect(countedCalls(calls, NOW, rows.toReversed())?.series).toEqual(band)
  })

  it('is none where a row of the day has its ends the wrong way round', () => {
    const rows = hours(3, 7).map((row) => (row.hour === 9 ? { ...row, low: 300, high: 1 } : row))
    expect(countedCalls(calls, NOW, rows)?.series).not.toHaveProperty('low')
  })

  it('needs three weeks behind it', () => {
    const known = (weeks: number) =>
      countedCalls(
        calls,
        NOW,
        hours(3, 7).map((row) => ({ ...row, weeks })),
      )
    expect(known(3)?.series).toHaveProperty('low')
    expect(known(2)?.series).not.toHaveProperty('low')
  })

  it('is not drawn where an hour is unknown, for spans of another length, or on a holiday', () => {
    expect(countedCalls(calls, NOW, hours(3, 7).slice(1))?.series).not.toHaveProperty('low')
    const hourly = [span(TODAY, 60, { minutes: 60 })]
    expect(countedCalls(hourly, NOW, hours(3, 7))?.series).not.toHaveProperty('low')
    const holiday = at('2026-10-01 10:42')
    const then = quarters(dayStart(holiday), holiday, 10)
    expect(countedCalls(then, holiday, hours(weekday(holiday), 7))?.series).not.toHaveProperty('low')
  })
})
