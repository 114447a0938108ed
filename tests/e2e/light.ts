import type { Page } from '@playwright/test'
import { pictureOf } from './pixels'

/** A wall seen with half-closed eyes. */
export interface Light {
  /** The place that stands out most from the ground by its brightness: contrast ratio (WCAG), and the panel it lies in. */
  readonly most: { readonly ratio: number; readonly panel: string | null }
  /** The place that is reddest or yellowest: how much its red exceeds its blue (0–255), and whether its panel has an open mark. */
  readonly warmest: { readonly by: number; readonly panel: string | null; readonly marked: boolean }
}

/** Runs in the page: a picture of it, blurred until no word can be read. */
async function read({ picture, units }: { picture: string; units: number }): Promise<Light> {
  const image = new Image()
  image.src = `data:image/png;base64,${picture}`
  await image.decode()
  const style = getComputedStyle(document.documentElement)
  const step = Number.parseFloat(style.getPropertyValue('--u')) * units
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d', {
    willReadFrequently: true,
  })
  if (!context) throw new Error('no 2d context')
  // The first picture fills what the blur mixes in from beyond the edges.
  context.drawImage(image, 0, 0)
  context.filter = `blur(${step}px)`
  context.drawImage(image, 0, 0)
  const luminance = (rgb: readonly number[]) => {
    const [r = 0, g = 0, b = 0] = rgb.map((part) =>
      part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const hex = style.getPropertyValue('--bg-0').trim().slice(1)
  const ground = luminance([0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)))
  const panelAt = (x: number, y: number) => document.elementFromPoint(x, y)?.closest('[data-panel]') ?? null
  let most = { ratio: 0, x: 0, y: 0 }
  let warmest = { by: -255, x: 0, y: 0 }
  for (let y = step; y < image.height - step; y += step / 2)
    for (let x = step; x < image.width - step; x += step / 2) {
      const [r = 0, g = 0, b = 0] = context.getImageData(Math.round(x), Math.round(y), 1, 1).data
      const [dark = 0, light = 0] = [luminance([r, g, b]), ground].sort((one, other) => one - other)
      const ratio = (light + 0.05) / (dark + 0.05)
      if (ratio > most.ratio) most = { ratio, x, y }
      if (r - b > warmest.by) warmest = { by: r - b, x, y }
    }
  const warm = panelAt(warmest.x, warmest.y)
  return {
    most: { ratio: most.ratio, panel: panelAt(most.x, most.y)?.getAttribute('data-panel') ?? null },
    warmest: {
      by: warmest.by,
      panel: warm?.getAttribute('data-panel') ?? null,
      marked: warm?.querySelector('[data-mark], [data-exception]') != null,
    },
  }
}

/** What shines on the window as it is now, blurred by 40 u. */
export async function lightOf(page: Page): Promise<Light> {
  const picture = await pictureOf(page)
  return page.evaluate(read, { picture, units: 40 })
}
