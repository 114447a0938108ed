import { describe, expect, it } from 'vitest'
import { hall, pastQueues, ticket } from '../../../../src/domains/service-hall/records'
import { HOUR, isoTime, MINUTE } from '../../../../src/lib/calendar'
import { at } from '../../demo/cities'
import { counted } from './rows'

const HALL = { hall: 'main', name: '政务服务中心', town: { code: '440111001', name: '景泰' }, main: true }
const OPENS = { ...HALL, opens: 9, closes: 17, noonFrom: null, noonTo: null }

/** People who came at `from` and were called after so many minutes. */
const waits = (from: number, minutes: readonly number[]) =>
  minutes.map((wait, i) => ({
    ticketNo: `${from}-${i}`,
    hall: 'main',
    takenAt: isoTime(from),
    calledAt: isoTime(from + wait * MINUTE),
    endAt: isoTime(from + (wait + 5) * MINUTE),
  }))

const usualRow = (weekday: number, minute: number, high: number) => ({
  key: `${weekday}-${minute}`,
  hall: 'main',
  metric: 'waiting',
  weekday,
  minute,
  weeks: 8,
  low: 0,
  middle: 1,
  high,
})

const courseAt = (time: string, tickets: readonly object[], usual: readonly object[] = []) => {
  const rows = (list: readonly object[]) => list.map((row) => ({ ...row }))
  const sent = [
    [hall, [OPENS]],
    [ticket, rows(tickets)],
    [pastQueues, rows(usual)],
  ] as const
  return counted(sent, { now: at(time) }).halls?.[0]
}

describe('the course of a hall', () => {
  const morning = at('2026-11-18 09:05')

  it('is of today, up to the number that waits now', () => {
    const row = courseAt('2026-11-18 10:30', [
      ...waits(morning, [30, 50]),
      ...waits(at('2026-11-18 10:25'), [60]),
    ])
    expect(row?.course?.from).toBe('2026-11-18T09:00:00+08:00')
    expect(row?.course?.now.slice(0, 6)).toEqual([0, 2, 1, 0, 1, null])
    expect(row?.waiting).toBe(1)
  })

  it('is of the last day with tickets while the hall has not opened, and on a day off', () => {
    const friday = waits(at('2026-11-20 09:05'), [30, 50])
    for (const time of ['2026-11-21 03:00', '2026-11-22 15:00', '2026-11-23 07:00']) {
      const course = courseAt(time, [...waits(morning, [10]), ...friday])?.course
      expect(course?.from, time).toBe('2026-11-20T09:00:00+08:00')
      expect(course?.now.slice(0, 4)).toEqual([0, 2, 1, 0])
      expect(course?.now).not.toContain(null)
    }
  })

  it('is only what is usual on the next day where no day is known', () => {
    const steps = Array.from({ length: 9 }, (_, i) => (9 * HOUR) / MINUTE + i * 60)
    const monday = steps.map((minute) => usualRow(1, minute, 8))
    const course = courseAt('2026-11-22 15:00', [], monday)?.course
    expect(course?.from).toBe('2026-11-23T09:00:00+08:00')
    expect(course?.now.every((n) => n === null)).toBe(true)
    expect([course?.high?.[0], course?.weeks]).toEqual([8, 8])
    expect(courseAt('2026-11-22 15:00', [])?.course).toBeUndefined()
  })
})
