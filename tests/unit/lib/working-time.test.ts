import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { calendarFile } from '../../../src/config/calendar'
import { calendarOf } from '../../../src/config/working-time'
import { DAY, HOUR, isoDate, isoTime, parseTime } from '../../../src/lib/calendar'
import { stream } from '../../../src/lib/random'
import {
  addWorkingTime,
  afterWorkdays,
  workdayBefore,
  isCovered,
  isWorkday,
  PLAIN_CALENDAR,
  workdaysBetween,
  workingTimeBetween,
} from '../../../src/lib/working-time'

const file = calendarFile.parse(JSON.parse(readFileSync('public/config/calendar/cn.json', 'utf8')))
const cn = calendarOf(file, 'baiyun')
const at = (text: string) => parseTime(`${text.replace(' ', 'T')}:00+08:00`)

describe('the shipped calendar', () => {
  it.each([
    // 2025: an ordinary Sunday made up for the spring festival, its eight days, the day after, and Sunday before 国庆.
    ['2025-01-26', true],
    ['2025-01-28', false],
    ['2025-02-04', false],
    ['2025-02-05', true],
    ['2025-09-28', true],
    ['2025-10-08', false],
    ['2025-10-11', true],
    // 2026: nine days of 春节 between two Saturdays at work, 中秋 on a Friday, a Sunday and a Saturday for 国庆.
    ['2026-01-04', true],
    ['2026-02-14', true],
    ['2026-02-16', false],
    ['2026-02-23', false],
    ['2026-02-28', true],
    ['2026-05-09', true],
    ['2026-09-20', true],
    ['2026-09-25', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-11-18', true],
    ['2026-11-21', false],
  ])('%s works: %s', (day, works) => {
    expect([0, 12 * HOUR, DAY - 1].map((ms) => isWorkday(cn, parseTime(day) + ms))).toEqual([
      works,
      works,
      works,
    ])
  })

  it('only supposes of a year that is not published, by the weekday and the holidays of a fixed date', () => {
    expect(isCovered(cn, parseTime('2026-12-31'))).toBe(true)
    expect(isCovered(cn, parseTime('2027-01-01'))).toBe(false)
    expect(['2027-01-01', '2027-10-05', '2027-02-08'].map((day) => isWorkday(cn, parseTime(day)))).toEqual([
      false,
      false,
      true,
    ])
  })

  it('makes up for days off as the notices say: as many workdays a year as 365 less weekends, holidays and their make-ups', () => {
    const workdays = (year: number) => {
      let n = 0
      for (let day = parseTime(`${year}-01-01`); isoDate(day).startsWith(String(year)); day += DAY)
        if (isWorkday(cn, day)) n++
      return n
    }
    // 13 statutory holidays a year since 2025; those that fall on a weekend are made good by the notice.
    expect([workdays(2025), workdays(2026)]).toEqual([248, 248])
  })
})

describe('workdays between two moments', () => {
  it.each([
    ['2026-11-20 10:00', '2026-11-23 09:00', 1],
    ['2026-11-18 08:00', '2026-11-18 23:00', 0],
    ['2026-09-30 10:00', '2026-10-08 09:00', 1],
    // Between two Saturdays at work nine days are off.
    ['2026-02-13 10:00', '2026-02-24 09:00', 2],
  ])('%s to %s: %i', (a, b, days) => {
    expect(workdaysBetween(cn, at(a), at(b))).toBe(days)
  })
})

describe('working time', () => {
  it.each([
    ['within the morning', '2026-11-18 09:30', 60, '2026-11-18 10:30'],
    ['over noon', '2026-11-18 11:30', 60, '2026-11-18 14:00'],
    ['up to the end of the day, not the next morning', '2026-11-18 16:30', 60, '2026-11-18 17:30'],
    ['over the night', '2026-11-18 17:00', 60, '2026-11-19 09:30'],
    ['from the night', '2026-11-18 02:00', 30, '2026-11-18 09:30'],
    ['over a weekend', '2026-11-20 17:00', 60, '2026-11-23 09:30'],
    ['over 国庆, on to the first day after it', '2026-09-30 17:00', 60, '2026-10-08 09:30'],
    ['on a make-up Sunday', '2026-09-20 09:00', 120, '2026-09-20 11:00'],
    ['over 春节, from one make-up Saturday', '2026-02-14 17:00', 60, '2026-02-24 09:30'],
    ['one day of seven hours, over the weekend', '2026-11-20 10:00', 420, '2026-11-23 10:00'],
  ])('%s', (_, from, minutes, until) => {
    expect(isoTime(addWorkingTime(cn, at(from), minutes))).toBe(isoTime(at(until)))
    expect(workingTimeBetween(cn, at(from), at(until))).toBe(minutes)
  })

  it('does not pass at night, at noon and on days off', () => {
    expect(workingTimeBetween(cn, at('2026-10-01 00:00'), at('2026-10-08 09:00'))).toBe(0)
    expect(workingTimeBetween(cn, at('2026-11-18 12:00'), at('2026-11-18 13:30'))).toBe(0)
    expect(workingTimeBetween(cn, at('2026-11-19 09:00'), at('2026-11-18 17:00'))).toBe(-30)
  })

  it('counts workdays with the make-up days, the first day as none', () => {
    expect(isoDate(afterWorkdays(cn, at('2026-09-30 10:00'), 1))).toBe('2026-10-08')
    expect(isoDate(afterWorkdays(cn, at('2026-10-09 10:00'), 1))).toBe('2026-10-10')
    expect(isoDate(workdayBefore(cn, at('2026-10-03 10:00')))).toBe('2026-09-30')
    expect(isoDate(workdayBefore(cn, at('2026-10-12 00:00')))).toBe('2026-10-10')
    expect(isoDate(afterWorkdays(cn, at('2026-10-03 10:00'), 0))).toBe('2026-10-03')
  })

  it('goes by the hours of the city where it keeps its own', () => {
    const own = calendarFile.parse({
      ...file,
      cities: { heyuan: { periods: ['08:30-12:00', '14:30-17:30'], basis: 'local', source: '本地作息' } },
    })
    expect(isoTime(addWorkingTime(calendarOf(own, 'heyuan'), at('2026-11-18 08:00'), 30))).toBe(
      isoTime(at('2026-11-18 09:00')),
    )
    expect(calendarOf(own, 'baiyun')).toEqual(cn)
  })

  it.each([
    ['the shipped calendar', cn],
    ['no calendar', PLAIN_CALENDAR],
  ])('over 10,000 spans: what is added is what has passed, with %s', (_, calendar) => {
    const next = stream(20260930)
    const start = parseTime('2024-12-01')
    const between = (a: number, b: number) => workingTimeBetween(calendar, a, b)
    const add = (from: number, minutes: number) => addWorkingTime(calendar, from, minutes)
    const wrong: string[] = []
    for (let i = 0; i < 10_000; i++) {
      const from = start + Math.floor(next() * 900 * DAY)
      const minutes = Math.floor(next() ** 3 * 20_000)
      const until = add(from, minutes)
      const half = Math.floor(minutes / 2)
      const middle = from + Math.floor((until - from) * next())
      const holds =
        between(from, until) === minutes &&
        // The earliest such moment.
        (minutes === 0 ? until === from : between(from, until - 1) < minutes) &&
        // One after the other is both at once.
        add(add(from, half), minutes - half) === until &&
        Math.abs(between(from, middle) + between(middle, until) - minutes) < 1e-6
      if (!holds) wrong.push(`${isoTime(from)} + ${minutes}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('a calendar file', () => {
  const problems = (change: object) => {
    const parsed = calendarFile.safeParse({ ...file, ...change })
    return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message])
  }
  const year = { document: '通知', issuer: '国务院办公厅', date: '2026-11-04', off: [], work: [] }
  const hours = { basis: 'local', source: '本地作息' }

  it.each([
    [
      'a day of another year',
      { years: { 2027: { ...year, work: ['2026-02-01'] } } },
      'years.2027',
      '2026-02-01 不在 2027 年',
    ],
    [
      'a day both off and at work',
      {
        years: {
          2027: {
            ...year,
            work: ['2027-01-02'],
            off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
          },
        },
      },
      'years.2027.work',
      '2027-01-02 既放假又上班',
    ],
    [
      'periods that overlap',
      { hours: { ...hours, periods: ['09:00-12:00', '11:30-17:30'] } },
      'hours.periods',
      '工作时段须按先后排列，互不重叠',
    ],
    [
      'a period that ends before it begins',
      { cities: { baiyun: { ...hours, periods: ['17:00-09:00'] } } },
      'cities.baiyun.periods',
      '工作时段的结束须晚于开始',
    ],
  ])('is refused by its field: %s', (_, change, field, message) => {
    expect(problems(change)).toEqual([[field, message]])
  })
})
