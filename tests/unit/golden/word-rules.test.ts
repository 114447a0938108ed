import { describe, expect, it } from 'vitest'
import { wordFaults, wordRules } from './word-rules'

const COUNTY = { tier: '县', towns: ['人和'] }

describe('the rules for words', () => {
  it.each(wordRules)('$name', ({ name, wrong, right }) => {
    expect(wordFaults([wrong], COUNTY)).toEqual([expect.stringContaining(name)])
    expect(wordFaults([right], COUNTY)).toEqual([])
  })

  it('read what is written, not what only programs see', () => {
    expect(wordFaults(['[hotline_open 1429] 1,429 件', 'now: 1200 1300', '2021 | 年报'], COUNTY)).toEqual([])
    expect(wordFaults(['y: 0 1500 3000', '2021 件'], COUNTY)).toHaveLength(2)
  })
})
