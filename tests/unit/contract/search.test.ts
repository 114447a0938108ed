import { describe, expect, it } from 'vitest'
import { searchFor } from '../../../src/contract/records/search'

describe('what is looked for in a list', () => {
  it.each([
    ['停水', '小区停水三天'],
    ['停水', '小區停水三天'],
    ['小區', '小区停水三天'],
    ['臺灣 發', '出发去台湾'],
    ['台湾', '臺灣路'],
    ['后面', '後麵'],
    ['ab12', 'ＡＢ１２号'],
    ['ＡＢ１２', 'ab12号'],
    ['三天　停水', '小区停水三天'],
    ['(1', '第(1)幢'],
    ['（1）', '第(1)幢'],
  ])('%s is found in %s, however either is written', (wanted, text) => {
    expect(searchFor(wanted)?.(['', text])).toBe(true)
  })

  it.each([
    ['停水', '停 水'],
    ['停水 热水', '小区停水三天'],
    ['.', '小区停水三天'],
    ['[a-z]', 'abc'],
    ['发', '头皮'],
  ])('%s is not in %s: every word has to be there as it stands', (wanted, text) => {
    expect(searchFor(wanted)?.([text])).toBe(false)
  })

  it('words may stand in different fields, and blanks alone look for nothing', () => {
    expect(searchFor('江高镇 噪声')?.(['夜间噪声', '江高镇'])).toBe(true)
    expect(searchFor(' 　')).toBeNull()
  })
})
