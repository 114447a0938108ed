import { expect, it } from 'vitest'
import type { Study } from '../../../../src/domains/hotline/contract-study'
import { briefingOf } from '../../../../src/domains/hotline/views/study/briefing-text'
import { lateIn } from '../../../../src/domains/hotline/views/study/view'

const part = (value: string, count: number, label = value) => ({ value, label, count })
const of: Study = {
  from: '2025-11-19',
  to: '2026-11-17',
  chosenFrom: '2026-11-11',
  chosenTo: '2026-11-17',
  total: 300_000,
  chosen: 1200,
  before: 1000,
  repeats: 60,
  days: [],
  hours: Array.from({ length: 168 }, (_, i) => (i === 24 + 9 ? 44 : 1)),
  category: [part('噪声扰民', 700), part('停车管理', 500)],
  topic: [],
  town: [part('440111103', 900, '人和'), part('440111107', 300, '太和')],
  dept: [part('区城管局', 1200)],
  outcome: [part('closed', 1000), part('open', 170), part('late', 20), part('overdue', 10)],
  risingTo: '2026-11-17',
  risingWeeks: 8,
  rising: [
    {
      topic: '广场舞',
      category: '噪声扰民',
      town: { code: '440111103', name: '人和' },
      count: 30,
      expected: 9.5,
    },
  ],
}

it('every sentence of a briefing is a figure of the study, and none says what was chosen', () => {
  expect(briefingOf(of, {})).toEqual([
    '统计时段 2026-11-11 至 2026-11-17（7 天）。',
    '受理工单 1,200 件，前一时段 1,000 件，增加 20.0%。',
    '超期（含在办已超期）30 件，占 2.5%。',
    '重复诉求 60 件，占 5.0%。',
    '类别居前的：噪声扰民 700 件（58.3%）、停车管理 500 件（41.7%）。',
    '镇街居前的：人和 900 件（75.0%）、太和 300 件（25.0%）。',
    '受理最集中在周二 9–10 时，合计 44 件。',
    '近 7 天明显高于预期：人和广场舞 30 件（预期 9.5 件）。',
  ])
  const narrowed = briefingOf(of, { category: '噪声扰民', hours: '9-11', outcome: 'late' }).join('\n')
  expect(narrowed).toContain('范围：9–12 时、噪声扰民、超期办结。')
  for (const silent of ['类别居前', '受理最集中', '超期（含']) expect(narrowed).not.toContain(silent)
})

it('a briefing of days gone by says nothing of what rises now, and nothing of days before that nobody kept', () => {
  const said = briefingOf({ ...of, chosenTo: '2026-06-30', before: null, repeats: null }, {}).join('\n')
  for (const silent of ['高于预期', '前一时段', '重复诉求']) expect(said).not.toContain(silent)
})

it('what is late is said of all outcomes: where some of them were chosen it is no part of what was chosen', () => {
  expect(lateIn({ of, asked: {} })).toEqual({ count: 30, known: 1200 })
  expect(lateIn({ of, asked: { outcome: 'closed' } })).toBeNull()
  expect(lateIn({ of: { ...of, outcome: [] }, asked: {} })).toBeNull()
})
