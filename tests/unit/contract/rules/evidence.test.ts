import { expect, it } from 'vitest'
import { judgeRules, type RuleMemory } from '../../../../src/contract/records/judge-rules'
import type { Rule } from '../../../../src/contract/rule'
import { DAY, HOUR } from '../../../../src/lib/calendar'
import { stream } from '../../../../src/lib/random'
import { at } from '../../demo/cities'
import { rulesIn } from '../../../../mock-data/generator/rules'
import { groundAt } from '../../domains/rules/ground'
import { viewOfRows, type Row } from './view'

const START = at('2026-09-14 09:00')
const FIELDS = ['id', 'state', 'since', 'count', 'part', 'whole', 'town', 'open']
const TOWNS = ['440111001', '440111002', '440111103'].map((code, i) => ({ code, name: `镇${i}` }))

/** A rule of any shape: rows or groups, spans in working or calendar time, numbers and shares, both ways, with and without memory. */
function anyRule(next: () => number): Rule {
  const oneOf = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(next() * list.length)] ?? list[0]
  const maybe = <T extends object>(share: number, value: T) => (next() < share ? value : {})
  const grouped = next() < 0.3
  const observed = oneOf<unknown>([
    'count',
    { since: 'since', in: oneOf(['working', 'calendar']), as: oneOf(['minutes', 'hours']) },
    { share: 'part', of: 'whole' },
    { minutes: 'count' },
  ])
  const is = oneOf(['above', 'below', 'at-least', 'at-most'] as const)
  const value = Math.floor(next() * 60)
  const inward = is === 'above' || is === 'at-least' ? -1 : 1
  const [rule] = rulesIn({
    rules: [
      {
        id: 'any',
        metric: 'any',
        on: {
          records: 'thing',
          ...maybe(0.5, { where: [{ field: 'open', is: 'yes' }] }),
          ...maybe(0.4, {
            anyOf: [
              [{ field: 'state', is: 'one-of', value: ['a', 'b'] }],
              [{ field: 'since', is: 'longer-than', value: 90, in: oneOf(['working', 'calendar']) }],
            ],
          }),
          ...(grouped && { group: next() < 0.2 ? [] : ['town'], first: 'since' }),
        },
        ...maybe(0.9, {
          breach: {
            observed,
            is,
            limit: { value, basis: 'local', source: '试' },
            ...maybe(0.3, { clear: value + inward * 5 }),
          },
        }),
        ...maybe(0.3, { for: Math.floor(next() * 120) }),
        severity: oneOf(['critical', 'major', 'minor']),
        place: 'town',
        owner: ['{town}镇街', '值班'],
        due: oneOf<object>([
          { after: 90, in: 'working' },
          { at: '18:00', days: 1, in: 'working' },
          { after: 90, in: 'calendar', from: 'since' },
        ]),
        what: ['{state} {observed:1}', '{limit:time} 内', '待处置'],
        action: '督办',
        clears: '恢复',
        most: 200,
      },
    ],
  })
  if (!rule) throw new Error('no rule')
  return rule
}

function anyRows(next: () => number, now: number): Row[] {
  const maybe = <T>(value: T) => (next() < 0.85 ? value : null)
  return Array.from({ length: 1 + Math.floor(next() * 12) }, (_, i) => ({
    id: `r${i}`,
    state: maybe(['a', 'b', 'c'][Math.floor(next() * 3)] ?? 'a'),
    since: maybe(now - next() * 3 * DAY),
    count: maybe(Math.floor(next() * 70)),
    part: maybe(Math.floor(next() * 20)),
    whole: maybe(Math.floor(next() * 30)),
    town: maybe(TOWNS[Math.floor(next() * 3)] ?? null),
    open: maybe(next() < 0.7),
  }))
}

const COMPARE = {
  above: (a: number, b: number) => a > b,
  below: (a: number, b: number) => a < b,
  'at-least': (a: number, b: number) => a >= b,
  'at-most': (a: number, b: number) => a <= b,
} as const

it('a rule that is judged again on the evidence of what it raised gives the same verdict, 10,000 cases', () => {
  const next = stream(20261118)
  const wrong: unknown[] = []
  let raised = 0
  for (let i = 0; i < 10_000; i++) {
    const rule = anyRule(next)
    const now = START + next() * 40 * DAY
    const rows = anyRows(next, now)
    const judge = (some: readonly Row[], at_: number, memory: RuleMemory) =>
      judgeRules('any', [rule], groundAt(at_, { views: { thing: viewOfRows(some, 'id', FIELDS) } }), memory)
    // Some rules have seen the rows before.
    const before = judge(next() < 0.5 ? rows : anyRows(next, now - HOUR), now - next() * 4 * HOUR, {}).memory
    const { exceptions } = judge(rows, now, before)
    for (const item of exceptions) {
      raised++
      const { evidence } = item
      const records = evidence?.records ?? []
      const [again, ...others] = judge(
        rows.filter(({ id }) => typeof id === 'string' && records.includes(id)),
        now,
        before,
      ).exceptions
      const stands =
        !rule.breach ||
        (typeof evidence?.observed === 'number' &&
          typeof evidence.limit === 'number' &&
          COMPARE[rule.breach.is](evidence.observed, evidence.limit))
      if (
        JSON.stringify(again) !== JSON.stringify(item) ||
        others.length > 0 ||
        !stands ||
        records.length === 0
      )
        wrong.push({ rule, item, again })
    }
    // What is in nobody's evidence breaks nothing, alone.
    const named = new Set(exceptions.flatMap(({ evidence }) => evidence?.records ?? []))
    const rest = rows.filter(({ id }) => typeof id === 'string' && !named.has(id))
    if (judge(rest, now, before).exceptions.length > 0) wrong.push({ rule, rest })
  }
  expect(wrong.slice(0, 1)).toEqual([])
  expect(raised).toBeGreaterThan(10_000)
})
