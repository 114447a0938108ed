import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/styles/tokens.css', 'utf8')

type Colour = readonly [number, number, number]

/** The token of a theme, laid over `ground` where it lets that through. */
function token(theme: string, name: string, ground?: Colour): Colour {
  const block = css.slice(css.indexOf(`[data-theme='${theme}'] {`))
  const value = new RegExp(`--${name}: ([^;]+);`).exec(block)?.[1] ?? ''
  const hex = /^#(..)(..)(..)$/
    .exec(value)
    ?.slice(1)
    .map((part) => parseInt(part, 16))
  const parts = hex ?? [...value.matchAll(/[\d.]+/g)].map(Number)
  const [r = 0, g = 0, b = 0, alpha = 1] = parts
  const over = (part: number, i: 0 | 1 | 2) => part * alpha + (ground?.[i] ?? 0) * (1 - alpha)
  return [over(r, 0), over(g, 1), over(b, 2)]
}

const luminance = (colour: Colour) => {
  const [r = 0, g = 0, b = 0] = colour.map((part) =>
    part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: Colour, b: Colour): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

describe.each(['dark', 'light'])('at six metres from an LED wall, %s', (theme) => {
  const tiles = [0, 1, 2, 3, 4].map((n) => token(theme, `tile-${n}`))
  const [ground, panel, text] = ['bg-0', 'bg-1', 'tx-1'].map((name) => token(theme, name))
  if (!ground || !panel || !text) throw new Error('no tokens')

  it('every class of a tile stands out from the ground and from the next one', () => {
    for (const tile of tiles.slice(1)) expect(contrast(tile, ground)).toBeGreaterThanOrEqual(1.5)
    for (const [i, tile] of tiles.slice(2).entries())
      expect(contrast(tile, tiles[i + 1] ?? tile)).toBeGreaterThanOrEqual(1.25)
    expect(contrast(token(theme, 'tile-edge'), ground)).toBeGreaterThanOrEqual(1.5)
  })

  it('the usual range stands out from every tile and from a panel, and the curve from it', () => {
    for (const tile of tiles) {
      const band = token(theme, 'tile-band', tile)
      expect(contrast(band, tile)).toBeGreaterThanOrEqual(1.5)
      expect(contrast(band, text)).toBeGreaterThanOrEqual(2.5)
    }
    expect(contrast(token(theme, 'band'), panel)).toBeGreaterThanOrEqual(1.5)
  })

  it('names and numbers are read on every tile', () => {
    for (const tile of tiles) expect(contrast(tile, text)).toBeGreaterThanOrEqual(4.5)
  })
})
