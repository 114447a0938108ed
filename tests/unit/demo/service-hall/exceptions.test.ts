import { describe, expect, it } from 'vitest'
import type { ExceptionItem } from '../../../../src/contract/exception'
import { DAY, HOUR, MINUTE } from '../../../../src/lib/calendar'
import { isWorkday } from '../../../../src/lib/working-time'
import { raisedIn } from '../../domains/rules/ground'
import { at, cn, metrics } from '../cities'
import { CITIES, demoOf, hallsAt } from './cities'

const workdays = (days: number) =>
  Array.from({ length: days }, (_, i) => at('2026-11-18 10:42') - i * DAY).filter((day) => isWorkday(cn, day))
/** Every document once: the days behind them are worth keeping only for a while. */
const documents = CITIES.flatMap((city) =>
  workdays(city === 'baiyun' ? 35 : 21).map((now) => ({ city, now, document: hallsAt(city, now) })),
)
const seen = documents.flatMap(({ city, now, document }) =>
  document.exceptions.map((item) => ({ city, now, document, item })),
)
const of = (wanted: string) => documents.filter(({ city }) => city === wanted)

it('every exception has an owner, a deadline, a next action and a threshold in the dictionary', () => {
  expect(seen.length).toBeGreaterThan(20)
  for (const { item, city } of seen) {
    expect(item.domain).toBe('service-hall')
    expect(item.owner).not.toBe('')
    expect(['增开窗口', '督办', '通知']).toContain(item.action)
    expect(Date.parse(item.since)).toBeLessThanOrEqual(Date.parse(item.due))
    expect(metrics[item.metric]?.threshold, item.metric).toBeDefined()
    expect(demoOf(city).towns.map(({ code }) => code)).toContain(item.place?.code)
    expect([...item.what].length).toBeLessThanOrEqual(18)
  }
})

it('there are few of them, and on many mornings none in the small cities', () => {
  const count = (city: string) => of(city).map(({ document }) => document.exceptions.length)
  const mean = (city: string) => count(city).reduce((a, b) => a + b, 0) / count(city).length
  expect(mean('baiyun')).toBeGreaterThan(0.4)
  expect(mean('baiyun')).toBeLessThan(2.5)
  for (const city of CITIES) expect(Math.max(...count(city)), city).toBeLessThanOrEqual(4)
  for (const city of ['huaibei', 'heyuan', 'zongyang', 'xiantao'])
    expect(count(city).filter((n) => n === 0).length, city).toBeGreaterThan(count(city).length * 0.3)
})

it('each is one item, and stays the same from one minute to the next', () => {
  for (const { document } of documents) {
    const ids = document.exceptions.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  }
  const find = (items: readonly ExceptionItem[]) => items.find(({ id }) => id === 'hall-wait-main')
  const first = find(hallsAt('baiyun', '2026-11-18 10:42').exceptions)
  const later = find(hallsAt('baiyun', '2026-11-18 10:46').exceptions)
  expect(first).toBeDefined()
  expect(later).toBeDefined()
  expect(later?.what).not.toBe(first?.what)
})

describe('a wait over its limit', () => {
  const now = at('2026-11-18 10:42')
  const document = hallsAt('baiyun', now)
  const raised = (limit: number | undefined) =>
    raisedIn(
      document,
      document.operation,
      null,
      limit === undefined ? {} : { hall_longest_wait: limit },
    ).filter(({ metric }) => metric === 'hall_longest_wait')
  const longest = document.operation.longest.value ?? 0

  it('is raised above the configured minutes, and not at them', () => {
    expect(longest).toBeGreaterThan(30)
    expect(raised(longest - 1).some(({ subject }) => subject === 'main')).toBe(true)
    expect(raised(longest + 1)).toEqual([])
    expect(raised(undefined)).toEqual([])
  })

  it('names the hall, says both figures, and asks for another counter within twenty minutes', () => {
    const [item] = raised(30)
    expect(item).toMatchObject({ severity: 'major', subject: 'main', action: '增开窗口', owner: '大厅值班' })
    expect(item?.what).toBe(`大厅最长等候 ${longest} 分（限 30）`)
    expect(Date.parse(item?.due ?? '') - Date.parse(item?.since ?? '')).toBe(20 * MINUTE)
  })

  it('dates from when the one who has waited longest had waited too long', () => {
    const since = Date.parse(raised(30)[0]?.since ?? '')
    expect(now - since).toBe((longest - 30) * MINUTE)
  })
})

it('three terminals out of order in one town are a notice, two are not', () => {
  for (const { document, item } of seen.filter(({ item: i }) => i.metric === 'terminal_faults_town')) {
    const town = document.operation?.towns.find(({ code }) => code === item.subject)
    expect(town?.terminalsOffline).toBeGreaterThanOrEqual(3)
    expect(item).toMatchObject({ severity: 'minor', action: '通知' })
    expect(item.what).toContain(`${town?.terminalsOffline} 台`)
    expect(Date.parse(item.due) - Date.parse(item.since)).toBe(6 * HOUR)
  }
  const noted = seen.filter(({ item }) => item.metric === 'terminal_faults_town').length
  expect(noted).toBeGreaterThan(5)
  const all = of('baiyun').flatMap(({ document }) => document.operation?.towns ?? [])
  expect(all.filter((t) => (t.terminalsOffline ?? 0) >= 3)).toHaveLength(
    seen.filter(({ city, item }) => city === 'baiyun' && item.metric === 'terminal_faults_town').length,
  )
})

describe('an overdue bad review', () => {
  const late = seen.filter(({ item }) => item.metric === 'eval_bad_overdue')

  it('does happen, is past its limit and is counted where it stands', () => {
    expect(late.length).toBeGreaterThan(0)
    for (const { item, now, document } of late) {
      expect(Date.parse(item.due)).toBeLessThan(now)
      const { evaluation } = document.operation ?? {}
      expect(evaluation?.overdue.value).toBeGreaterThan(0)
      expect(evaluation?.rows.map(({ hall }) => hall)).toContain(item.subject)
      const rows = evaluation?.rows.filter((r) => Date.parse(r.dueAt) < now) ?? []
      expect(rows).toHaveLength(evaluation?.overdue.value ?? -1)
    }
  })

  it('counts five working days of the calendar, the day of receipt excluded', () => {
    for (const row of of('baiyun').flatMap(({ document }) => document.operation?.evaluation.rows ?? [])) {
      const [from, to] = [Date.parse(row.receivedAt), Date.parse(row.dueAt)]
      const days = Array.from({ length: 40 }, (_, i) => from + (i + 1) * DAY)
      const work = days.filter((d) => isWorkday(cn, d) && isoDay(d) <= isoDay(to))
      expect(work.length).toBe(5)
      expect(row.dueAt).toContain('T17:00:00')
    }
  })
})

const isoDay = (ms: number) => new Date(ms + 8 * HOUR).toISOString().slice(0, 10)

it('a town sees its own exceptions only', () => {
  const now = at('2026-11-18 10:42')
  const all = hallsAt('baiyun', now).exceptions
  expect(all.length).toBeGreaterThan(0)
  const parts = demoOf('baiyun').towns.flatMap(({ code }) => {
    const own = hallsAt('baiyun', now, code).exceptions
    expect(own.every(({ place }) => place?.code === code)).toBe(true)
    return own
  })
  const ids = (items: readonly ExceptionItem[]) => items.map(({ id }) => id).toSorted()
  expect(ids(parts)).toEqual(ids(all))
})
