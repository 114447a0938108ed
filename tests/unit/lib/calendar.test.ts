import { afterEach, describe, expect, it } from 'vitest'
import {
  clockText,
  DAY,
  daysOfYear,
  dayStart,
  hourOfDay,
  isoDate,
  isoTime,
  monthDay,
  parseTime,
  weekday,
} from '../../../src/lib/calendar'
import { weekdayText } from '../../../src/lib/format'

const at = (text: string) => Date.parse(text)

describe.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/London'])(
  'Beijing time on a machine set to %s',
  (zone) => {
    const before = process.env['TZ']
    afterEach(() => {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    })

    it('reads days and hours the same', () => {
      process.env['TZ'] = zone
      // The zone really took: a test of five zones that runs in one proves nothing.
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
      const moment = at('2026-11-18T02:42:30Z')
      expect(isoTime(moment)).toBe('2026-11-18T10:42:30+08:00')
      expect(clockText(moment)).toBe('10:42')
      expect(monthDay(moment)).toBe('11-18')
      expect(weekdayText(moment)).toBe('周三')
      expect(isoTime(dayStart(moment))).toBe('2026-11-18T00:00:00+08:00')
      expect(parseTime('2026-11-18')).toBe(at('2026-11-17T16:00:00Z'))
      expect(hourOfDay(at('2026-11-18T02:30:00Z'))).toBe(10.5)
    })
  },
)

describe('borders of a day', () => {
  it('the last millisecond belongs to its day and midnight to the next', () => {
    const midnight = at('2026-11-18T00:00:00+08:00')
    expect(isoDate(midnight - 1)).toBe('2026-11-17')
    expect(isoDate(midnight)).toBe('2026-11-18')
    expect(dayStart(midnight - 1)).toBe(midnight - DAY)
    expect(dayStart(midnight)).toBe(midnight)
    expect(weekday(midnight - 1)).toBe(2)
    expect(weekday(midnight)).toBe(3)
    expect(hourOfDay(midnight)).toBe(0)
    expect(hourOfDay(midnight - 1)).toBeCloseTo(24, 5)
  })

  it('weekdays run on over a week and before 1970', () => {
    const monday = at('2026-11-16T12:00:00+08:00')
    const names = Array.from({ length: 7 }, (_, i) => weekdayText(monday + i * DAY))
    expect(names).toEqual(['周一', '周二', '周三', '周四', '周五', '周六', '周日'])
    expect(weekdayText(at('1970-01-01T12:00:00+08:00'))).toBe('周四')
  })
})

describe('daysOfYear', () => {
  it.each([
    ['2024-06-01', 366],
    ['2026-06-01', 365],
    ['2000-01-01', 366],
    ['2100-12-31', 365],
  ])('%s lies in a year of %i days', (day, length) => {
    const days = daysOfYear(parseTime(day))
    expect(days).toHaveLength(length)
    expect(days.map(isoDate)).toContain(day)
    expect(new Set(days.map(isoDate)).size).toBe(length)
    expect(days.every((d) => dayStart(d) === d)).toBe(true)
  })

  it('29 February exists in a leap year only', () => {
    expect(daysOfYear(parseTime('2024-03-01')).map(monthDay)).toContain('02-29')
    expect(daysOfYear(parseTime('2026-03-01')).map(monthDay)).not.toContain('02-29')
  })
})

describe('parseTime', () => {
  it('reads dates and moments, and nothing else', () => {
    expect(isoTime(parseTime('2026-02-28'))).toBe('2026-02-28T00:00:00+08:00')
    expect(parseTime('2026-11-18T10:42:00+08:00')).toBe(at('2026-11-18T02:42:00Z'))
    expect(parseTime('2026-13-01')).toBeNaN()
    expect(parseTime('明天')).toBeNaN()
  })
})
