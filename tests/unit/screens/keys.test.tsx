import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { KeyLegend } from '../../../src/screens/wall/KeyLegend'
import { KEYS } from '../../../src/screens/wall/keys'

const scenes = [
  { id: 'overview', title: '总览', dataset: null, file: undefined },
  { id: 'hotline', title: '热线', dataset: null, file: undefined },
]
const legend = renderToStaticMarkup(<KeyLegend scenes={scenes} onClose={() => undefined} />)
/** Entries as [keys, what they do]. */
const lines = [...legend.matchAll(/<b>(.*?)<\/b><span>(.*?)<\/span>/g)].map(([, keys = '', does = '']) => [
  keys,
  does,
])

it('the legend says what every key does, and names no other', () => {
  expect(lines).toHaveLength(Object.keys(KEYS).length)
  expect(lines.map(([keys]) => keys)).toEqual([
    '→　PageDown',
    '←　PageUp',
    '1　2',
    'T',
    'H',
    'W',
    'D',
    'Esc',
    '?',
  ])
  expect(lines.filter(([, does]) => !/\p{Script=Han}/u.test(does ?? ''))).toEqual([])
})

it('scenes are named by their own titles, beside the key that leads there', () => {
  expect(legend).toContain('1 总览，2 热线')
})
