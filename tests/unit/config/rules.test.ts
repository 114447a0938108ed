import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readRules } from '../../../src/config/rules'
import { domains } from '../../../src/domains/registry'
import { metrics } from '../demo/cities'
import { shippedRules as shipped } from '../../../mock-data/generator/rules'

const byName = (a: string, b: string) => (a < b ? -1 : 1)

const file = (domain: string): { rules: Record<string, unknown>[] } =>
  JSON.parse(readFileSync(`public/config/rules/${domain}.json`, 'utf8')) as {
    rules: Record<string, unknown>[]
  }

const [rule = {}] = file('hotline').rules

/** What is said of the first rule of the hotline, changed. */
function problems(change: object) {
  const read = readRules({ rules: [{ ...rule, ...change }] })
  if ('unusable' in read) throw new Error('unusable')
  expect(read.rules).toEqual([])
  return read.problems.map(({ field, message }) => `${field} ${message}`)
}

describe('the shipped rules', () => {
  const names = readdirSync('public/config/rules').map((name) => name.replace('.json', ''))

  it('are of every domain that raises exceptions, and of no other', () => {
    expect(names.filter((name) => shipped(name).length > 0).toSorted(byName)).toEqual(
      domains
        .filter(({ raises }) => raises)
        .map(({ document }) => document.id)
        .toSorted(byName),
    )
  })

  it.each(names)('%s: each marks a metric of the dictionary, and its limit has a source', (domain) => {
    for (const { id, metric, breach } of shipped(domain)) {
      expect(metrics[metric], id).toBeDefined()
      if (breach?.limit.metric !== undefined)
        expect(metrics[breach.limit.metric]?.threshold?.source, id).toBeDefined()
    }
  })
})

describe('a rule that is wrong', () => {
  it('costs itself, and the others go on', () => {
    const { rules } = file('hotline')
    const read = readRules({ rules: [{ ...rule, severity: 'grave' }, ...rules.slice(1)] })
    expect(read).toMatchObject({ rules: [{ id: 'hotline-repeat' }] })
  })

  it.each([
    [{ what: undefined }, /^rules\.hotline-overdue\.what /],
    [{ owners: '值班' }, /^rules\.hotline-overdue\.\(整个文件\) .*owners|^rules\.hotline-overdue/],
    [{ on: { records: 'work-order', each: 'orders' } }, /on 须有且只有其中一项：records、each、part/],
    [
      { on: { records: 'work-order', where: [{ field: 'dueAt', is: 'before', value: 3 }] } },
      /on\.where\.0\.value 须为 now 或 \{ field \}/,
    ],
    [{ on: { records: 'work-order', where: [{ field: 'dueAt', is: 'soon' }] } }, /on\.where\.0\.is /],
    [
      { on: { records: 'work-order', where: [{ field: 'a b', is: 'known' }] } },
      /on\.where\.0\.field 须为字段名/,
    ],
    [{ due: { after: 60 } }, /due 须注明 in：calendar 自然时间，working 工作时间/],
    [{ due: { at: '25:00', in: 'working' } }, /due\.at 时间须为 HH:mm/],
    [
      { breach: { observed: 'count', is: 'above', limit: { value: 3 } } },
      /breach\.limit 限值须注明出处：basis 与 source/,
    ],
    [
      {
        breach: {
          observed: 'count',
          is: 'above',
          limit: { value: 3, basis: 'local', source: 'x' },
          clear: 4,
        },
      },
      /breach\.clear clear 须在限值以内/,
    ],
    [{ on: { each: 'orders' }, subject: undefined }, /subject each 的规则须有 subject/],
    [{ most: 0 }, /most /],
  ])('is named with its field: %o', (change, message) => {
    expect(problems(change).join('；')).toMatch(message)
  })

  it('is one whose exceptions could not be told from those of another', () => {
    const read = readRules({ rules: [rule, { ...rule, id: 'hotline-overdue-two' }] })
    expect(read).toMatchObject({
      rules: [{ id: 'hotline-overdue' }],
      problems: [{ field: 'rules.hotline-overdue-two.id', message: '与规则 hotline-overdue 的编号分不开' }],
    })
  })

  it('is not all of a file: that is refused as a whole', () => {
    expect(readRules({ rule: [] })).toHaveProperty('unusable')
  })
})
