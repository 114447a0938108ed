import { describe, expect, it } from 'vitest'
import { differences, textOf, type Sight } from './list-text'

const sight = (state: string, ...lines: string[]): Sight => ({ state, lines })
const list = (panels: Record<string, Record<string, Sight>>) =>
  textOf(new Map(Object.entries(panels).map(([id, states]) => [id, new Map(Object.entries(states))])))

const LINES = ['标题', '今日受理 288 件', '在办 1,469 件', '超期 2 件', '一句相当长的说明文字']
const kept = list({
  keys: {
    live: sight('live', ...LINES),
    stale: sight('stale', ...LINES, '过期 6 分'),
    night: sight('live', '无'),
  },
  orders: { live: sight('live', '空') },
})

it('a state is written in full, or as what differs from the first where that is less', () => {
  expect(kept).toBe(`# keys

## live
${LINES.join('\n')}

## stale ≈ live
⋮
+ 过期 6 分

## night (live)
无


# orders

## live
空
`)
  expect(list({ p: { live: sight('live', 'a'), demo: sight('demo', 'a') } })).toContain('## demo = live\n')
})

describe('what is drawn is compared with the list, and the difference says where', () => {
  const change = (from: string, to: string) => differences(kept, kept.replace(from, to))

  it('nothing', () => {
    expect(differences(kept, kept)).toEqual([])
  })

  it('a figure', () => {
    expect(change('1,469', '1,470')).toEqual(['keys · live', '  - 在办 1,469 件', '  + 在办 1,470 件'])
  })

  it('a state that is not what it was', () => {
    expect(change('## night (live)', '## night (late)')).toEqual([
      'keys · night',
      '  - ## night (live)',
      '  + ## night (late)',
    ])
  })

  it('a state or a panel that came or went', () => {
    const less = kept.slice(0, kept.indexOf('\n\n# orders'))
    expect(differences(kept, less)).toEqual(['orders · live: in the list, but not drawn'])
    expect(differences(less, kept)).toEqual(['orders · live: drawn, but not in the list'])
  })

  it('the order of lines', () => {
    expect(change('标题\n今日受理 288 件', '今日受理 288 件\n标题')).not.toEqual([])
  })

  it('whatever is left', () => {
    expect(differences(kept, `${kept}\n`)).toHaveLength(1)
  })
})
