import { describe, expect, it } from 'vitest'
import { judgeRules, type RuleMemory } from '../../../../src/contract/records/judge-rules'
import { exceptionItem } from '../../../../src/contract/exception'
import { MINUTE } from '../../../../src/lib/calendar'
import { at } from '../../demo/cities'
import { rulesIn } from '../../../../mock-data/generator/rules'
import { groundAt } from '../../domains/rules/ground'
import { viewOfRows, type Row } from './view'

const NOW = at('2026-11-18 10:42')
const town = { code: '440111103', name: '人和镇' }

const STAGE = {
  id: 'sign-late',
  metric: 'hotline_stage_stock',
  on: { records: 'work-order', where: [{ field: 'stage', is: 'equal', value: 'sign' }] },
  breach: {
    observed: { since: 'enteredAt', in: 'working' },
    is: 'above',
    limit: { value: 120, basis: 'local', source: '热线运行规范' },
  },
  severity: 'major',
  place: 'town',
  owner: ['{dept}', '{town}镇街'],
  due: { after: 60, in: 'working' },
  what: '待签收超 {limit:time}',
  action: '催办',
  clears: '签收',
  most: 5,
}

const FIGURE = {
  id: 'rate',
  metric: 'data_ontime_rate',
  on: { part: 'operation' },
  breach: { observed: 'rate', is: 'below', limit: { value: 95, basis: 'assumption', source: '本系统设定' } },
  severity: 'minor',
  owner: '数据主管部门',
  due: { at: '18:00', days: 0, in: 'working' },
  what: '按期率 {observed:1}%',
  action: '催办',
  clears: '回到限值',
  most: 1,
}

const row = (id: string, more: Row = {}): Row => ({
  id,
  stage: 'sign',
  enteredAt: at('2026-11-18 08:00'),
  dept: '区城管局',
  town,
  ...more,
})

function orders(rules: readonly object[], rows: readonly Row[], now = NOW, memory: RuleMemory = {}) {
  return judgeRules(
    'hotline',
    rulesIn({ rules }),
    groundAt(now, { views: { 'work-order': viewOfRows(rows) } }),
    memory,
  )
}

const figure = (rule: object, rate: number | null, now = NOW, memory: RuleMemory = {}) =>
  judgeRules('data-aggregation', rulesIn({ rules: [rule] }), groundAt(now, { operation: { rate } }), memory)

describe('a rule over records', () => {
  it('counts working time where it says so, and its text says so too', () => {
    const [monday, evening] = [at('2026-11-23 10:30'), at('2026-11-20 17:00')]
    // Half an hour on Friday evening, an hour and a half on Monday: two hours are not yet over.
    expect(orders([STAGE], [row('a', { enteredAt: evening })], monday).exceptions).toEqual([])
    const { exceptions } = orders([STAGE], [row('a', { enteredAt: evening })], monday + 30 * MINUTE)
    expect(exceptions).toEqual([
      {
        id: 'sign-late-a',
        severity: 'major',
        domain: 'hotline',
        metric: 'hotline_stage_stock',
        subject: 'a',
        place: town,
        what: '待签收超 2 工作小时',
        owner: '区城管局',
        // When the two hours were over, and an hour of working time on.
        since: '2026-11-23T10:30:00+08:00',
        due: '2026-11-23T11:30:00+08:00',
        action: '催办',
        origin: 'rule',
        evidence: { rule: 'sign-late', observed: 150, limit: 120, records: ['a'] },
      },
    ])
    const calendar = {
      ...STAGE,
      breach: { ...STAGE.breach, observed: { since: 'enteredAt', in: 'calendar' } },
    }
    expect(orders([calendar], [row('a', { enteredAt: evening })], monday).exceptions[0]?.what).toBe(
      '待签收超 2 时',
    )
  })

  it('says of a thing without a place that it is not known, of a figure that it is the whole city’s', () => {
    const [item] = orders([STAGE], [row('a', { town: null })], NOW + 120 * MINUTE).exceptions
    expect(item).toBeDefined()
    expect(item).not.toHaveProperty('place')
    const whole = { ...STAGE, unplaced: 'whole' }
    expect(orders([whole], [row('a', { town: null })], NOW + 120 * MINUTE).exceptions[0]).toHaveProperty(
      'place',
      null,
    )
    expect(orders([whole], [row('a')], NOW + 120 * MINUTE).exceptions[0]).toHaveProperty('place', town)
    expect(figure(FIGURE, 90).exceptions[0]).toHaveProperty('place', null)
  })

  it('gives items that their contract lets through, however long what they name is', () => {
    const long = row('2'.repeat(40), {
      dept: '某某区综合行政执法局某某某某大队一中队',
      title: '长'.repeat(40),
    })
    const { exceptions } = orders(
      [{ ...STAGE, what: '{title}待签收超 {limit:time}' }],
      [long],
      NOW + 120 * MINUTE,
    )
    const [item] = exceptions
    expect(exceptionItem.safeParse(item).success).toBe(true)
    // What is said of it stays; its name is what gives way.
    expect(item?.what).toBe('长长长长长长长长…待签收超 2 工作小时')
    expect(item?.what).toHaveLength(20)
    expect(item?.owner).toHaveLength(16)
    expect(item?.id.length).toBeLessThanOrEqual(48)
  })

  it('is not broken by what is not known', () => {
    const rows = [row('a', { stage: null }), row('b', { enteredAt: null }), row('c', { stage: 'process' })]
    expect(orders([STAGE], rows, NOW + 300 * MINUTE)).toMatchObject({
      exceptions: [],
      judged: ['sign-late'],
      faults: [],
    })
  })

  it('raises the worst first where there are more than it may, and says how many there are', () => {
    const rows = Array.from({ length: 9 }, (_, i) =>
      row(`o${i}`, { enteredAt: at('2026-11-17 09:00') + i * 10 * MINUTE }),
    )
    const { exceptions, cut } = orders([{ ...STAGE, most: 3 }], rows)
    expect(exceptions.map(({ subject }) => subject)).toEqual(['o0', 'o1', 'o2'])
    expect(cut).toEqual([{ rule: 'sign-late', total: 9 }])
  })

  it('is answered for by a table of departments and regions, and by what stands beside it where nothing is listed', () => {
    const crews = { by: 'dept', table: { 区城管局: '城管抢修一队' } }
    const owner = { by: 'town', table: { [town.code]: crews }, otherwise: '{dept}值班' }
    const elsewhere = { code: '440111001', name: '三元里街道' }
    const rows = [row('a'), row('b', { dept: '区水务局' }), row('c', { town: elsewhere })]
    const { exceptions } = orders([{ ...STAGE, owner }], rows, NOW + 120 * MINUTE)
    expect(Object.fromEntries(exceptions.map((item) => [item.subject, item.owner]))).toEqual({
      a: '城管抢修一队',
      b: '区水务局值班',
      c: '区城管局值班',
    })
  })

  it('names the field that is not there, and what nobody answers for; the other rules go on', () => {
    const wrong = {
      ...STAGE,
      id: 'wrong',
      on: { records: 'work-order', where: [{ field: 'stge', is: 'known' }] },
    }
    const unlimited = { ...STAGE, id: 'unlimited', breach: { ...STAGE.breach, limit: { metric: 'no_such' } } }
    const rows = [row('a', { dept: null, town: null }), row('b')]
    const { exceptions, faults, judged } = orders([wrong, unlimited, STAGE], rows, NOW + 120 * MINUTE)
    expect(exceptions.map(({ id }) => id)).toEqual(['sign-late-b'])
    expect(judged).toEqual(['sign-late'])
    expect(faults).toEqual([
      { rule: 'wrong', field: 'stge', why: 'no-field', things: null },
      { rule: 'unlimited', field: 'no_such', why: 'no-threshold', things: null },
      { rule: 'sign-late', field: 'owner', why: 'unfilled', things: 1 },
    ])
  })

  it('has not judged where the city sends none of its records', () => {
    expect(judgeRules('hotline', rulesIn({ rules: [STAGE] }), groundAt(NOW), {})).toMatchObject({
      exceptions: [],
      judged: [],
      faults: [],
    })
  })

  it('reads one thing out of rows that are alike, since the row that was one too many', () => {
    const rule = {
      ...STAGE,
      id: 'same-town',
      on: { records: 'work-order', group: ['town'], first: 'enteredAt' },
      breach: { observed: 'count', is: 'above', limit: { value: 2, basis: 'local', source: '规范' } },
      owner: '{town}镇街',
      what: ['{count} 件都在{stage}', '{count} 件待办'],
    }
    const hours = [9, 8, 10, 11]
    const rows = hours.map((hour) =>
      row(`o${hour}`, { enteredAt: at(`2026-11-17 ${String(hour).padStart(2, '0')}:00`) }),
    )
    const { exceptions } = orders([rule], [...rows, row('x', { town: { code: '440111001', name: '他镇' } })])
    expect(exceptions).toHaveLength(1)
    expect(exceptions[0]).toMatchObject({
      id: 'same-town-440111103',
      what: '4 件都在sign',
      since: '2026-11-17T10:00:00+08:00',
      evidence: { observed: 4, limit: 2, records: ['o8', 'o9', 'o10', 'o11'] },
    })
    const mixed = orders(
      [rule],
      rows.map((one, i) => ({ ...one, stage: i === 0 ? 'process' : 'sign' })),
    )
    expect(mixed.exceptions[0]?.what).toBe('4 件待办')
  })
})

describe('what has to be known from before', () => {
  const later = (minutes: number) => NOW + minutes * MINUTE

  it('is when a figure broke its limit: since then it has lasted', () => {
    const first = figure(FIGURE, 94)
    expect(first.exceptions[0]).toMatchObject({
      id: 'rate',
      what: '按期率 94.0%',
      since: '2026-11-18T10:42:00+08:00',
    })
    const again = figure(FIGURE, 93, later(30), first.memory)
    expect(again.exceptions[0]).toMatchObject({ what: '按期率 93.0%', since: '2026-11-18T10:42:00+08:00' })
    const gone = figure(FIGURE, 95, later(40), again.memory)
    expect(gone).toMatchObject({ exceptions: [], memory: {} })
    expect(figure(FIGURE, 94, later(50), gone.memory).exceptions[0]?.since).toBe('2026-11-18T11:32:00+08:00')
  })

  it('with a duration, a breach counts once it has lasted, and begins anew where it was interrupted', () => {
    const rule = { ...FIGURE, for: 15 }
    const first = figure(rule, 90)
    expect(first.exceptions).toEqual([])
    expect(figure(rule, 90, later(14), first.memory).exceptions).toEqual([])
    expect(figure(rule, 90, later(15), first.memory).exceptions).toHaveLength(1)
    const well = figure(rule, 96, later(10), first.memory)
    expect(figure(rule, 90, later(15), well.memory).exceptions).toEqual([])
  })

  it('with a clearing limit, a figure that wavers around its limit does not come and go', () => {
    const rule = { ...FIGURE, breach: { ...FIGURE.breach, clear: 97 } }
    expect(figure(rule, 96).exceptions).toEqual([])
    const raised = figure(rule, 94)
    const held = figure(rule, 96, later(5), raised.memory)
    expect(held.exceptions[0]).toMatchObject({
      since: raised.exceptions[0]?.since,
      evidence: { observed: 96, limit: 97 },
    })
    const gone = figure(rule, 97, later(10), held.memory)
    expect(gone.exceptions).toEqual([])
    expect(figure(rule, 96, later(15), gone.memory).exceptions).toEqual([])
  })

  it('has lasted all the time where the one who waits longest goes and the next has waited too long as well', () => {
    const rule = { ...FIGURE, breach: { ...FIGURE.breach, observed: { minutes: 'rate' }, is: 'above' } }
    const first = figure(rule, 99)
    expect(first.exceptions[0]?.since).toBe('2026-11-18T10:38:00+08:00')
    const next = figure(rule, 97, later(5), first.memory)
    expect(next.exceptions[0]).toMatchObject({
      since: first.exceptions[0]?.since,
      evidence: { observed: 97 },
    })
    const gone = figure(rule, 95, later(10), next.memory)
    expect(figure(rule, 96, later(15), gone.memory).exceptions[0]?.since).toBe('2026-11-18T10:56:00+08:00')
  })

  it('is forgotten where a figure is not known, and where the clock was set back', () => {
    const raised = figure(FIGURE, 94)
    expect(figure(FIGURE, null, later(5), raised.memory)).toMatchObject({ exceptions: [], memory: {} })
    expect(figure(FIGURE, 94, later(-60), raised.memory).exceptions[0]?.since).toBe(
      '2026-11-18T09:42:00+08:00',
    )
  })

  it('is plain data and bounded, and what broke its rule first is kept', () => {
    const rule = { ...STAGE, for: 5 }
    const rows = Array.from({ length: 3000 }, (_, i) =>
      row(`o${i}`, { enteredAt: at('2026-11-17 09:00') + i * 1000 }),
    )
    const { memory } = orders([rule], rows)
    expect(Object.keys(memory)).toHaveLength(2000)
    expect(memory).toHaveProperty('sign-late-o0')
    expect(JSON.parse(JSON.stringify(memory))).toEqual(memory)
  })
})

describe('deadlines', () => {
  const due = (moment: object, now: string) =>
    figure({ ...FIGURE, due: moment }, 90, at(now)).exceptions[0]?.due.slice(0, 16)

  it.each([
    [{ after: 90, in: 'calendar' }, '2026-11-20 17:00', '2026-11-20T18:30'],
    [{ after: 90, in: 'working' }, '2026-11-20 17:00', '2026-11-23T10:00'],
    [{ at: '17:30', days: 0, in: 'working' }, '2026-11-20 17:00', '2026-11-20T17:30'],
    // Past its time, or on a day off: the next workday.
    [{ at: '17:30', days: 0, in: 'working' }, '2026-11-20 17:30', '2026-11-23T17:30'],
    [{ at: '17:30', days: 0, in: 'working' }, '2026-11-21 10:00', '2026-11-23T17:30'],
    [{ at: '17:30', days: 0, in: 'calendar' }, '2026-11-21 10:00', '2026-11-21T17:30'],
    // Over 国庆, and onto a make-up Saturday.
    [{ at: '18:00', days: 1, in: 'working' }, '2026-09-30 10:00', '2026-10-08T18:00'],
    [{ at: '18:00', days: 3, in: 'working' }, '2026-09-30 10:00', '2026-10-10T18:00'],
  ])('%o from %s is %s', (moment, now, expected) => {
    expect(due(moment, now)).toBe(expected)
  })
})

it('the order is that of the list: severity, then time left, then id', () => {
  const rows = [
    row('b', { enteredAt: at('2026-11-17 09:00') }),
    row('a', { enteredAt: at('2026-11-17 09:00') }),
  ]
  const grave = { ...STAGE, id: 'grave', severity: 'critical', due: { after: 600, in: 'calendar' } }
  const soon = { ...STAGE, id: 'soon', due: { after: 1, in: 'calendar' } }
  expect(orders([STAGE, soon, grave], rows).exceptions.map(({ id }) => id)).toEqual([
    'grave-a',
    'grave-b',
    'soon-a',
    'soon-b',
    'sign-late-a',
    'sign-late-b',
  ])
})
