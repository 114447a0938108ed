import { describe, expect, it } from 'vitest'
import { conclude, type Raising } from '../../../../src/domains/exceptions/views/conclude'
import { domains } from '../../../../src/domains/registry'
import type { ExceptionItem } from '../../../../src/contract/exception'
import { SEVERITIES } from '../../../../src/contract/severity'
import { stream } from '../../../../src/lib/random'
import { domainsIn } from '../../../../src/panel/domain'
import { exception } from '../../contract/sample'

const { inputsOf, nameOf } = domainsIn(domains, [])
const raising: Raising = { ids: inputsOf('raises').map(({ id }) => id), nameOf }
const ALL = { unseen: [] }

const at = (name: string, code = '440111101000') => ({ place: { code, name } })
const noise = exception({ id: 'a', metric: 'hotline_overdue_open', what: '噪声工单超期', ...at('钟落潭') })
const music = exception({ ...noise, id: 'b', what: '音响工单超期', due: '2026-11-18T10:30:00+08:00' })
const wait = exception({
  id: 'c',
  severity: 'major',
  domain: 'service-hall',
  metric: 'hall_longest_wait',
  what: '最长等候 34 分，限 30',
  ...at('云城'),
})
const empty = exception({
  id: 'd',
  severity: 'minor',
  domain: 'data-aggregation',
  metric: 'data_zero_loads',
  what: '登记库 2 日零入库',
  place: null,
})

describe('the sentence a leader reads aloud', () => {
  it.each([
    ['nothing open', [], '各域暂无需要处置的事项。'],
    ['one', [noise], '钟落潭噪声工单超期；再无其他。'],
    ['what concerns the whole city has no place', [empty], '登记库 2 日零入库；再无其他。'],
    ['two of one cause are one thing', [noise, music], '钟落潭噪声工单超期等 2 件；再无其他。'],
    [
      'several of one cause are told by the gist of the first',
      [wait, exception({ ...wait, id: 'e' })],
      '云城最长等候 34 分等 2 件；再无其他。',
    ],
    [
      'and not counted in 件 twice',
      [exception({ ...wait, what: '差评超期 2 件' }), exception({ ...wait, id: 'e' })],
      '云城差评超期 2 件等 2 项；再无其他。',
    ],
    [
      'two causes, the worse first',
      [
        exception({ ...wait, what: '最长等候 34 分' }),
        exception({ ...noise, ...at('人和'), what: '噪声超期' }),
      ],
      '人和噪声超期；云城最长等候 34 分；再无其他。',
    ],
    ['more than is read at a glance is counted', [empty, wait, noise], '钟落潭噪声工单超期；另 2 件。'],
  ])('%s', (_, items, sentence) => {
    expect(conclude(items, ALL, raising)).toBe(sentence)
  })

  it('says first what it could not see, and never calls that calm without saying so', () => {
    expect(conclude([], { unseen: ['video'] }, raising)).toBe('视频情况不明，其余无事项。')
    expect(conclude([noise], { unseen: ['video', 'service-hall'] }, raising)).toBe(
      '视频、大厅情况不明；钟落潭噪声工单超期；再无其他。',
    )
  })

  it('does not alarm for what was never there', () => {
    const silent = { unseen: ['hotline', 'video'], absent: ['hotline'] }
    expect(conclude([], silent, raising)).toBe('视频情况不明，其余无事项。')
    expect(conclude([], { unseen: ['hotline'], absent: ['hotline'] }, raising)).toBe(
      '已接入的各域暂无需要处置的事项。',
    )
    expect(conclude([wait], { unseen: ['hotline'], absent: ['hotline'] }, raising)).toBe(
      '云城最长等候 34 分，限 30；再无其他。',
    )
  })

  it('that has seen nothing at all does not sound calm', () => {
    const all = [...raising.ids]
    expect(all.toSorted()).toEqual(['data-aggregation', 'hotline', 'service-hall', 'video'])
    expect(conclude([], { unseen: all, absent: all }, raising)).toBe('各域均未给出需处置事项，无法判断。')
    expect(conclude([noise], { unseen: all }, raising)).toContain('钟落潭噪声工单超期')
  })

  it('says of a town how many more may lie there', () => {
    expect(conclude([noise], { unseen: [], unplaced: 2 }, raising)).toBe(
      '钟落潭噪声工单超期；再无其他；另有地点不详 2 件。',
    )
    expect(conclude([], { unseen: [], unplaced: 2 }, raising)).toBe(
      '各域暂无需要处置的事项；另有地点不详 2 件。',
    )
  })

  it('does not hide a domain it has no name for', () => {
    expect(conclude([noise], { unseen: ['flood'] }, raising)).toContain('flood情况不明')
  })
})

/** As the rules of the five cities word them. */
const WHATS = [
  ['hotline', 'hotline_overdue_open', '空调外机噪声超期'],
  ['hotline', 'hotline_overdue_open', '夜间音响扰民超期'],
  ['hotline', 'hotline_repeat_rate', '噪声扰民 30 日重复 28 件'],
  ['service-hall', 'hall_longest_wait', '最长等候 34 分，限 30'],
  ['service-hall', 'eval_overdue', '差评整改超期 2 件'],
  ['service-hall', 'terminal_online_rate', '自助终端 3 台离线'],
  ['video', 'video_online_rate_sector', '水务在线率低于 95%'],
  ['video', 'video_group_offline', '河道 12 路离线超 2 时'],
  ['data-aggregation', 'data_zero_loads', '不动产登记库 2 日零入库'],
  ['data-aggregation', 'data_issue_age', '更新晚于周期超 10 日'],
] as const
const PLACES = ['钟落潭', '人和', '云城', '京溪', '三元里', null]

function situation(seed: number): ExceptionItem[] {
  const next = stream(seed)
  const pick = <T>(of: readonly T[]): T => {
    const found = of[Math.floor(next() * of.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  return Array.from({ length: 1 + Math.floor(next() * 9) }, (_, i) => {
    const [domain, metric, what] = pick(WHATS)
    const name = pick(PLACES)
    return exception({
      id: `s${i}`,
      severity: pick(SEVERITIES),
      domain,
      metric,
      what,
      place: name === null ? null : { code: '440111101000', name },
    })
  })
}

describe.each(Array.from({ length: 200 }, (_, seed) => seed))('any situation, %i', (seed) => {
  const items = situation(seed)
  const sentence = conclude(items, ALL, raising)

  it('is one sentence that speaks of every item once', () => {
    expect(sentence).toMatch(/^[^；。]+(；[^；。]+)*。$/)
    const said = sentence.slice(0, -1).split('；')
    const counted = said.map((part) =>
      Number(/(?:等|^另) (\d+) [件项]$/.exec(part)?.[1] ?? (part === '再无其他' ? 0 : 1)),
    )
    expect(counted.reduce((a, b) => a + b, 0)).toBe(items.length)
  })

  it('begins with the worst, and is read at a glance unless that alone is longer', () => {
    const worst = SEVERITIES.find((severity) => items.some((item) => item.severity === severity))
    const [first = ''] = sentence.split(/；|等 \d+ [件项]/)
    const named = items.filter(({ place, what }) => `${place?.name ?? ''}${what}`.startsWith(first))
    expect(named.map(({ severity }) => severity)).toContain(worst)
    const width = [...sentence].reduce((n, letter) => n + (letter < '\u2000' ? 0.5 : 1), 0)
    if (sentence.split('；').length > 2) expect(width).toBeLessThanOrEqual(24)
  })
})
