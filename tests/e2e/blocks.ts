import type { Page } from '@playwright/test'
import { pictureOf } from './pixels'

/** Side of a block in design units: the pitch of a list's rows, so that a page of text counts as full at every size of screen. */
const BLOCK = 40

/** A picture in blocks, row by row: how bright each is on average (0–255), and whether anything is drawn in it. */
export interface Blocks {
  readonly across: number
  /** Side of a block in px: not whole on most screens. */
  readonly block: number
  readonly light: readonly number[]
  readonly drawn: readonly boolean[]
}

/** Runs in the page: reads a picture of it in blocks. Whatever differs from the grounds of the theme is drawn. */
async function read({ picture, units }: { picture: string; units: number }): Promise<Blocks> {
  /** How far a channel may be from a ground and still be that ground: shadows, the glow around the map. */
  const NEAR = 16
  const image = new Image()
  image.src = `data:image/png;base64,${picture}`
  await image.decode()
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d', {
    willReadFrequently: true,
  })
  if (!context) throw new Error('no 2d context')
  context.drawImage(image, 0, 0)
  const style = getComputedStyle(document.documentElement)
  const block = units * Number.parseFloat(style.getPropertyValue('--u'))
  const grounds = ['--bg-0', '--bg-1', '--bg-2'].map((token) => {
    const hex = style.getPropertyValue(token).trim().slice(1)
    return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  })
  // Asked of millions of pixels.
  const isGround = (r: number, g: number, b: number) => {
    for (const [x = 0, y = 0, z = 0] of grounds)
      if (Math.abs(r - x) <= NEAR && Math.abs(g - y) <= NEAR && Math.abs(b - z) <= NEAR) return true
    return false
  }
  const [across, down] = [Math.floor(image.width / block), Math.floor(image.height / block)]
  const light: number[] = []
  const drawn: boolean[] = []
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      const [x, y, side] = [column * block, row * block, block].map(Math.round)
      const { data } = context.getImageData(x ?? 0, y ?? 0, side ?? 1, side ?? 1)
      let sum = 0
      let seen = false
      for (let i = 0; i < data.length; i += 4) {
        const r = data[i] ?? 0
        const g = data[i + 1] ?? 0
        const b = data[i + 2] ?? 0
        sum += 0.2126 * r + 0.7152 * g + 0.0722 * b
        seen ||= !isGround(r, g, b)
      }
      light.push(sum / (data.length / 4))
      drawn.push(seen)
    }
  return { across, block, light, drawn }
}

/** The window as it is now, in blocks of 40 u. */
export async function blocksOf(page: Page): Promise<Blocks> {
  const picture = await pictureOf(page)
  return page.evaluate(read, { picture, units: BLOCK })
}

/** Share (0–1) of the blocks in which nothing is drawn. */
export const emptyShare = ({ drawn }: Blocks): number =>
  drawn.filter((seen) => !seen).length / Math.max(1, drawn.length)

interface Area {
  /** Share (0–1) of the picture. */
  readonly share: number
  /** Its middle, in blocks. */
  readonly x: number
  readonly y: number
}

/** The largest rectangle in which nothing is drawn. */
export function largestHole({ across, drawn }: Blocks): Area {
  const free = Array.from({ length: across }, () => 0)
  let most = { size: 0, x: 0, y: 0 }
  for (let row = 0; row * across < drawn.length; row++) {
    for (let column = 0; column < across; column++)
      free[column] = drawn[row * across + column] ? 0 : (free[column] ?? 0) + 1
    for (let left = 0; left < across; left++) {
      let height = Infinity
      for (let right = left; right < across && (free[right] ?? 0) > 0; right++) {
        height = Math.min(height, free[right] ?? 0)
        const size = height * (right - left + 1)
        if (size > most.size) most = { size, x: (left + right + 1) / 2, y: row + 1 - height / 2 }
      }
    }
  }
  return { share: most.size / Math.max(1, drawn.length), x: most.x, y: most.y }
}

/** Side, in blocks, of what the eye takes in at once when it squints: 160 u. */
const BLUR = 4

/** The middle, in blocks, of the brightest area of the picture when it is blurred, and how bright that is (0–255). */
export function brightest({ across, light }: Blocks): { light: number; x: number; y: number } {
  const down = light.length / across
  let most = { light: 0, x: 0, y: 0 }
  for (let y = 0; y + BLUR <= down; y++)
    for (let x = 0; x + BLUR <= across; x++) {
      let sum = 0
      for (let at = 0; at < BLUR * BLUR; at++)
        sum += light[(y + Math.floor(at / BLUR)) * across + x + (at % BLUR)] ?? 0
      const mean = sum / (BLUR * BLUR)
      if (mean > most.light) most = { light: mean, x: x + BLUR / 2, y: y + BLUR / 2 }
    }
  return most
}

/** The panel that stands at a place given in blocks; null beside all of them. */
export const panelAt = (
  page: Page,
  { block }: Blocks,
  { x, y }: { readonly x: number; readonly y: number },
) =>
  page.evaluate(
    ([left, top]) =>
      document
        .elementFromPoint(left ?? 0, top ?? 0)
        ?.closest('[data-panel]')
        ?.getAttribute('data-panel') ?? null,
    [x * block, y * block],
  )
