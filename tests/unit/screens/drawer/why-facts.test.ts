import { describe, expect, it } from 'vitest'
import { shippedRules } from '../../../../mock-data/generator/rules'
import type { ExceptionItem } from '../../../../src/contract/exception'
import { whyFacts } from '../../../../src/screens/drawer/why-facts'
import { exception } from '../../contract/sample'
import { metrics } from '../../domains/documents'

const ruleOf = (domain: string, id: string) => shippedRules(domain).find((rule) => rule.id === id)

const found = (
  rule: string,
  observed: number | null,
  limit: number | null,
  more: Partial<ExceptionItem> = {},
) => exception({ ...more, evidence: { rule, observed, limit, records: ['1', '2'] } })

describe('why something stands on the list', () => {
  it('says what was found, the limit and whose it is, and how far it is from being over', () => {
    const item = found('hall-wait', 34, 30, { metric: 'hall_longest_wait' })
    const [judged, whose, clears] = whyFacts(item, ruleOf('service-hall', 'hall-wait'), metrics)
    expect(judged).toBe('实测 34 分，限 30 分')
    expect(whose).toBe(`限值出处：地方规则，${metrics['hall_longest_wait']?.threshold?.source}`)
    expect(clears).toBe('怎样转为正常：最长等候回到限值以内，再减 4 分')
  })

  it('says of a rate how much is missing', () => {
    const item = found('video-rate-key', 97.25, 98, { metric: 'video_online_rate_key' })
    const [judged, , clears] = whyFacts(item, ruleOf('video', 'video-rate-key'), metrics)
    expect(judged).toBe('实测 97.25%，须不低于 98%')
    expect(clears).toContain('再升 0.75 个百分点')
  })

  it('counts in what the limit is of, where a number stands for a rate', () => {
    const item = found('hotline-repeat', 29, 24, { metric: 'hotline_repeat_rate' })
    const lines = whyFacts(item, ruleOf('hotline', 'hotline-repeat'), metrics)
    expect(lines[0]).toBe('实测 29 件，满 24 件 即列入')
    expect(lines[2]).toContain('再减 5 件')
  })

  it('says how long a deadline has passed, and nothing of a number that would have to fall: time does not go back', () => {
    const item = found('hotline-overdue', 1013, 0, { metric: 'hotline_overdue_open' })
    const lines = whyFacts(item, ruleOf('hotline', 'hotline-overdue'), metrics)
    expect(lines[0]).toBe('已过时限 16 时 53 分')
    expect(lines[1]).toContain('BY-055')
    expect(lines[2]).toBe('怎样转为正常：回复或办结')
  })

  it('nor of an age in days: only its closing ends it', () => {
    const item = found('data-issue-overdue', 14, 10, { metric: 'data_issue_age' })
    const lines = whyFacts(item, ruleOf('data-aggregation', 'data-issue-overdue'), metrics)
    expect(lines[0]).toBe('实测 14 日，限 10 日')
    expect(lines[2]).toBe('怎样转为正常：超期的问题核实闭环')
  })

  it('says of a rule that compares nothing how many it found', () => {
    const item = found('data-rest', null, null, { metric: 'data_intake' })
    expect(whyFacts(item, ruleOf('data-aggregation', 'data-rest'), metrics)[0]).toBe('按规则查到 2 条')
  })

  it('does not judge in place of a source that raised it itself', () => {
    expect(whyFacts(exception({ origin: 'source' }), undefined, metrics)).toEqual([
      '由来源提出，本屏照录；判定依据见来源系统',
    ])
  })
})
