import { expect, it } from 'vitest'
import { words } from '../../../../src/domains/hotline/words'

const NAMES = ['甲', '乙', '丙', '丁']

it.each([
  [3, '甲、乙、丙高于自身常态', '甲、乙、丙类较上周同时偏多'],
  [4, '甲、乙等 4 个镇街高于自身常态', '甲、乙等 4 类较上周同时偏多'],
])(
  'of %i names the sentence of the scene has room for three, and says how many there are',
  (n, above, rising) => {
    const { townsAbove, rising: more } = words.keys
    expect([townsAbove(NAMES.slice(0, n)), more(NAMES.slice(0, n))]).toEqual([above, rising])
  },
)
