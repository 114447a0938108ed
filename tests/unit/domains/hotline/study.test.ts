import { expect, it } from 'vitest'
import { pick, stream } from '../../../../src/lib/random'
import { DAY, HOUR, isoDate, isoTime, parseTime } from '../../../../src/lib/calendar'
import { PLAIN_CALENDAR } from '../../../../src/lib/working-time'
import { OUTCOMES } from '../../../../src/domains/hotline/codes'
import { workOrder, yearOrder } from '../../../../src/domains/hotline/records'
import type { Book } from '../../../../src/contract/records/counting'
import { viewsOf } from '../../../../src/domains/hotline/opened'
import { studyOf } from '../../../../src/domains/hotline/study-answer'
import { rangeOf, valuesOf, valuesText, type StudyAsked } from '../../../../src/domains/hotline/study-link'
import { questionText } from '../../../../src/domains/hotline/views/study/view'
import { bookOf } from '../book'

const NOW = parseTime('2026-11-18T10:42:00+08:00')
const TODAY = parseTime('2026-11-18')
const MOMENT = { now: NOW, region: null, limits: {}, calendar: PLAIN_CALENDAR }
const CATEGORIES = ['噪声扰民', '占道经营', '停车,管理', '其他']
const TOPICS = ['施工噪声', '流动摊贩', '小区停车', '咨询']
const DEPTS = ['区城管局', '区住建局', '区交通局']
const HERE = { code: '440111001', name: '三元里' }
const THERE = { code: '440111002', name: '松洲' }
const TOWNS = [HERE, THERE, { code: '440112001', name: '邻区' }]

interface Row {
  readonly orderNo: string
  readonly acceptedAt: string
  readonly category: string | null
  readonly topic: string
  readonly dept: string
  readonly town: { readonly code: string; readonly name: string }
  readonly outcome: (typeof OUTCOMES)[number]
  readonly repeat: boolean
}

function found<T>(value: T | null | undefined): T {
  if (value === undefined || value === null) throw new Error('there is none')
  return value
}

/** `perDay` orders on each of `days` days up to yesterday. */
function year(days: number, perDay: number, seed = 7): readonly Row[] {
  const next = stream(seed)
  const of = <T>(list: readonly T[]) => found(list[Math.floor(next() * list.length)])
  return Array.from({ length: days * perDay }, (_, i) => ({
    orderNo: String(1_000_000 + i),
    acceptedAt: isoTime(TODAY - (days - Math.floor(i / perDay)) * DAY + Math.floor(next() * 24) * HOUR),
    // One order in twelve says no category.
    category: next() < 1 / 12 ? null : of(CATEGORIES),
    topic: of(TOPICS),
    dept: of(DEPTS),
    town: of(TOWNS),
    outcome: found(OUTCOMES[pick([1, 1, 8, 2], next())]),
    repeat: next() < 0.1,
  }))
}

/** The same figures by going through the rows for each of them. */
function byHand(rows: readonly Row[], asked: StudyAsked) {
  const [monday, sunday] = rangeOf(asked.week, 1, 7)
  const [begin, end] = rangeOf(asked.hours, 0, 23)
  const hourOf = (row: Row) => Number(row.acceptedAt.slice(11, 13))
  const dayOf = (row: Row) => ((new Date(row.acceptedAt.slice(0, 10)).getUTCDay() + 6) % 7) + 1
  const is = (field: 'category' | 'topic' | 'dept' | 'outcome', row: Row) => {
    const wanted = valuesOf(asked[field])
    return wanted.size === 0 || wanted.has(row[field] ?? '')
  }
  const tests = {
    days: (row: Row) =>
      row.acceptedAt.slice(0, 10) >= (asked.from ?? '') && row.acceptedAt.slice(0, 10) <= (asked.to ?? '9'),
    hours: (row: Row) =>
      dayOf(row) >= monday && dayOf(row) <= sunday && hourOf(row) >= begin && hourOf(row) <= end,
    category: (row: Row) => is('category', row),
    topic: (row: Row) => is('topic', row),
    town: (row: Row) => valuesOf(asked.town).size === 0 || valuesOf(asked.town).has(row.town.code),
    dept: (row: Row) => is('dept', row),
    outcome: (row: Row) => is('outcome', row),
  }
  const passing = (but: keyof typeof tests | null) =>
    rows.filter((row) => Object.entries(tests).every(([name, test]) => name === but || test(row)))
  const counts = (but: keyof typeof tests, of: (row: Row) => string | null) => {
    const sums: Record<string, number> = {}
    for (const row of passing(but)) {
      const value = of(row)
      if (value !== null) sums[value] = (sums[value] ?? 0) + 1
    }
    return sums
  }
  return {
    chosen: passing(null).length,
    repeats: passing(null).filter(({ repeat }) => repeat).length,
    days: counts('days', (row) => row.acceptedAt.slice(0, 10)),
    hours: counts('hours', (row) => String((dayOf(row) - 1) * 24 + hourOf(row))),
    category: counts('category', (row) => row.category),
    topic: counts('topic', (row) => row.topic),
    town: counts('town', (row) => row.town.code),
    dept: counts('dept', (row) => row.dept),
    outcome: counts('outcome', (row) => row.outcome),
  }
}

const ROWS = year(70, 12)
const BOOK = bookOf([yearOrder, ROWS])
const answered = (asked: StudyAsked, region: string | null = null, book = BOOK) =>
  found(studyOf(book, { ...MOMENT, region }, asked))
const known = (sums: readonly number[], nameOf: (i: number) => string) =>
  Object.fromEntries(sums.flatMap((n, i) => (n > 0 ? [[nameOf(i), n]] : [])))

it('whatever narrows it, each thing is counted as by hand: under what narrows the others, and not by itself', () => {
  const next = stream(11)
  const some = (list: readonly string[]) =>
    next() < 0.5 ? undefined : valuesText(list.filter(() => next() < 0.5))
  for (let i = 0; i < 200; i++) {
    const [from = 0, to = 0] = [Math.floor(next() * 70), Math.floor(next() * 70)].sort((a, b) => a - b)
    const asked: StudyAsked = {
      ...(next() < 0.5 && {
        from: isoDate(TODAY - (70 - from) * DAY),
        to: isoDate(TODAY - (70 - to) * DAY),
      }),
      week: next() < 0.7 ? undefined : '1-5',
      hours: next() < 0.7 ? undefined : '9-11',
      category: some(CATEGORIES),
      topic: some(TOPICS),
      town: some(TOWNS.map(({ code }) => code)),
      dept: some(DEPTS),
      outcome: some(OUTCOMES),
    }
    const study = answered(asked)
    const begin = parseTime(study.from)
    const parts = (name: 'category' | 'topic' | 'town' | 'dept' | 'outcome') =>
      Object.fromEntries(study[name].map(({ value, count }) => [value, count]))
    expect({
      chosen: study.chosen,
      repeats: study.repeats ?? 0,
      days: known(study.days, (at) => isoDate(begin + at * DAY)),
      hours: known(study.hours, String),
      category: parts('category'),
      topic: parts('topic'),
      town: parts('town'),
      dept: parts('dept'),
      outcome: parts('outcome'),
    }).toEqual(byHand(ROWS, asked))
    // The list that the study leads to has as many rows.
    expect(listed(BOOK, asked, 'year-order')).toHaveLength(study.chosen)
  }
})

/** Places of the rows that a study leads to. */
function listed(
  book: Book,
  asked: StudyAsked,
  kind: string,
  region: string | null = null,
): readonly number[] {
  const said = Object.entries(asked).flatMap(([name, text]) => (text ? [[name, text] as const] : []))
  const study = questionText(Object.fromEntries(said)) || 'all'
  const view = viewsOf(book, { ...MOMENT, region }, { study })[kind]
  const studied = found(view?.field('studied'))
  return Array.from({ length: view?.size ?? 0 }, (_, row) => row).filter((row) => studied(row) === true)
}

it('what rises for a department is counted of its own orders, and expected of its own', () => {
  const rise = (dept: string, n: number) =>
    Array.from({ length: n }, (_, i) => ({
      ...found(ROWS[0]),
      orderNo: `${dept}-${i}`,
      acceptedAt: isoTime(TODAY - (1 + (i % 7)) * DAY + 9 * HOUR),
      category: '噪声扰民',
      topic: '广场舞',
      town: THERE,
      dept,
    }))
  const [one = '', other = '', third = ''] = DEPTS
  const book = bookOf([yearOrder, [...ROWS, ...rise(one, 20), ...rise(other, 10)]])
  const countsOf = (dept?: string) => answered({ dept }, null, book).rising.map(({ count }) => count)
  expect([countsOf(), countsOf(one), countsOf(valuesText([one, other])), countsOf(other)]).toEqual([
    [30],
    [20],
    [30],
    [10],
  ])
  expect(countsOf(third)).toEqual([])
})

it('the days before are as many days under the same conditions, and unknown where the records do not reach back', () => {
  const to = isoDate(TODAY - DAY)
  const study = answered({ from: isoDate(TODAY - 14 * DAY), to, category: CATEGORIES[0] })
  const before = byHand(ROWS, {
    from: isoDate(TODAY - 28 * DAY),
    to: isoDate(TODAY - 15 * DAY),
    category: CATEGORIES[0],
  })
  expect(study.before).toBe(before.chosen)
  expect(answered({ from: isoDate(TODAY - 60 * DAY), to }).before).toBeNull()
})

it('a chosen district is all that is counted, rises too', () => {
  const study = answered({}, '440111')
  const here = ROWS.filter(({ town }) => town.code.startsWith('440111'))
  expect([study.total, study.chosen]).toEqual([here.length, here.length])
  expect(study.town.map(({ value }) => value).toSorted()).toEqual(['440111001', '440111002'])
})

it('more of a topic in one town than the weeks before let one expect is told, chance is not, and a season is no rise', () => {
  expect(answered({}).rising).toEqual([])
  const rise = Array.from({ length: 30 }, (_, i) => ({
    ...found(ROWS[0]),
    orderNo: `rise-${i}`,
    acceptedAt: isoTime(TODAY - (1 + (i % 7)) * DAY + 9 * HOUR),
    category: '噪声扰民',
    topic: '广场舞',
    town: THERE,
  }))
  const book = bookOf([yearOrder, [...ROWS, ...rise]])
  expect(answered({}, null, book).rising).toEqual([
    { topic: '广场舞', category: '噪声扰民', town: THERE, count: 30, expected: 0 },
  ])
  expect(answered({ town: HERE.code }, null, book).rising).toEqual([])
  // The same every November: last year's week rose as much over the weeks before it.
  const seasonal = (back: number) =>
    Array.from({ length: 7 * 20 }, (_, i) => ({
      ...found(ROWS[0]),
      orderNo: `season-${back}-${i}`,
      acceptedAt: isoTime(TODAY - (back + 1 + (i % 7)) * DAY + 9 * HOUR),
      topic: '供暖',
      town: HERE,
    }))
  const plain = (back: number, n: number) => seasonal(back).slice(0, n)
  const weeks = (begin: number) => Array.from({ length: 8 }, (_, i) => plain(begin + 7 * (i + 1), 70)).flat()
  const rising = (lastYear: number) =>
    answered(
      {},
      null,
      bookOf([
        yearOrder,
        [
          ...year(440, 6, 3),
          ...seasonal(0),
          ...weeks(0),
          ...plain(357, lastYear),
          ...plain(364, lastYear),
          ...plain(371, lastYear),
          ...weeks(371),
        ],
      ]),
    ).rising.map(({ topic }) => topic)
  expect(rising(70)).toEqual(['供暖'])
  expect(rising(140)).toEqual([])
})

it('with fewer than four weeks before it nothing is expected; of a year whole weeks are shown, and half a day is no day', () => {
  expect(answered({}, null, bookOf([yearOrder, year(20, 5)]))).toMatchObject({
    risingWeeks: null,
    rising: [],
  })
  const long = answered({}, null, bookOf([yearOrder, year(440, 2)]))
  expect([long.days.length, long.from, long.to]).toEqual([364, '2025-11-19', '2026-11-17'])
})

it('a city that sends no year is studied by the orders its figures are counted from, without today and what is kept only because it is open', () => {
  const order = (day: number, n: number, more: object = {}) => ({
    orderNo: `${day}-${n}`,
    acceptedAt: isoTime(TODAY - day * DAY + 9 * HOUR),
    category: '噪声扰民',
    town: HERE,
    closedAt: null,
    repliedAt: null,
    repeatOf: null,
    dueAt: null,
    ...more,
  })
  const orders = [
    ...Array.from({ length: 20 }, (_, day) => [1, 2, 3, 4].map((n) => order(day + 1, n))).flat(),
    // Today, and one that has been open for four months.
    order(0, 1),
    order(120, 1),
  ].map((row, i) =>
    i % 4 === 0 ? { ...row, repliedAt: row.acceptedAt, closedAt: row.acceptedAt, repeatOf: 'x' } : row,
  )
  const study = found(studyOf(bookOf([workOrder, orders]), MOMENT, {}))
  expect(study).toMatchObject({
    from: '2026-11-04',
    to: '2026-11-17',
    total: 56,
    chosen: 56,
    rows: 'work-order',
  })
  expect(listed(bookOf([workOrder, orders]), {}, 'work-order')).toHaveLength(56)
  expect(Object.fromEntries(study.outcome.map(({ value, count }) => [value, count]))).toEqual({
    // The ten days of the city are over for those of the tenth day back, which came at nine.
    overdue: 15,
    open: 27,
    closed: 14,
  })
  expect(studyOf(bookOf(), MOMENT, {})).toBeNull()
})
