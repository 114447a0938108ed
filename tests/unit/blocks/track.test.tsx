import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Track, UsualTrack } from '../../../src/blocks/Track'
import { Sentence } from '../../../src/ui/Sentence'

const MARK = { severity: 'major', no: 2 } as const
const drawn = (value: number | null, target: number | undefined, mark?: typeof MARK) =>
  renderToStaticMarkup(<Track value={value} target={target} mark={mark} from={90} fine />)

/** Where its parts stand, in percent of the track. */
const places = (html: string) => [...html.matchAll(/left:([\d.]+)%/g)].map(([, at]) => Number(at))

describe('a rate against its target', () => {
  it('draws the gap, the tick of the target and the dot on the truncated scale', () => {
    expect(places(drawn(95, 98))).toEqual([50, 80, 50])
    expect(drawn(95, 98)).toContain('right:calc(100% - 80%)')
  })

  it('keeps a rate below the scale on its left end', () => {
    expect(places(drawn(40, 98))).toEqual([0, 80, 0])
  })

  it('draws no gap without a target, and no dot without a rate', () => {
    expect(places(drawn(95, undefined))).toEqual([50])
    expect(places(drawn(null, 98))).toEqual([80])
  })

  it('puts the mark of its exception in the place of the dot', () => {
    expect(drawn(95, 98)).not.toContain('data-mark')
    expect(drawn(95, 98, MARK)).toContain('data-mark="2"')
    expect(places(drawn(95, 98, MARK))).toEqual([50, 80, 50])
  })
})

describe('a count against its own usual range', () => {
  const usual = (value: number, range = { low: 10, high: 20 }) =>
    renderToStaticMarkup(<UsualTrack value={value} usual={range} to={40} />)

  it('is drawn on the scale of its list, so that twice as many stand twice as far', () => {
    expect(places(usual(15))).toEqual([25, 37.5])
    expect(places(usual(30, { low: 20, high: 40 }))).toEqual([50, 75])
  })

  it('draws a ring outside the range only, and never past the end of the track', () => {
    const dots = (value: number) => usual(value).match(/ring/g)?.length ?? 0
    expect([9, 10, 20, 21].map(dots)).toEqual([1, 0, 0, 1])
    expect(places(usual(500))).toEqual([25, 100])
  })
})

describe('a sentence with a figure in it', () => {
  it('stands as the table of words puts it', () => {
    const open = <T,>(count: T) => ['未结 ', count, ' 处']
    expect(renderToStaticMarkup(<Sentence of={open(<b>7</b>)} />)).toBe('未结 <b>7</b> 处')
  })
})
