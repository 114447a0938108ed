import { describe, expect, it } from 'vitest'
import { regionWords, type RegionFacts } from '../../../src/panel/region-words'
import { sample } from '../contract/sample'

const TOWN = '440111002'
const words = (facts: Partial<RegionFacts>) =>
  regionWords({
    document: sample(),
    city: { code: '440111', tier: '区' },
    region: TOWN,
    wholeCity: false,
    ...facts,
  })?.join('')

describe('a town is chosen', () => {
  it('and the source answered for the whole city: the panel says so', () => {
    expect(words({})).toBe('全区数据')
    expect(words({ city: { code: '440111', tier: '市' } })).toBe('全市数据')
    expect(words({ document: sample({ region: '440111000000' }) })).toBe('全区数据')
  })

  it('and the source answered for another place: the panel names it', () => {
    expect(words({ document: sample({ region: '440111003' }) })).toBe('数据范围 440111003')
  })

  it.each<[string, Partial<RegionFacts>]>([
    ['the source answered for it', { document: sample({ region: TOWN }) }],
    ['the source answered for it in twelve digits', { document: sample({ region: `${TOWN}000` }) }],
    ['the dataset is of the whole city by nature', { wholeCity: true }],
    ['the document has no figures', { document: sample({ operation: null }) }],
    ['there is no document', { document: undefined }],
  ])('and nothing is said where %s', (_, facts) => {
    expect(words(facts)).toBeUndefined()
  })
})

it('nothing is said while no town is chosen', () => {
  expect(words({ region: null })).toBeUndefined()
})
