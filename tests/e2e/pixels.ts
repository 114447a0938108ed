import { writeFileSync } from 'node:fs'
import { test, type Page } from '@playwright/test'

/** The window as it is now, as a PNG in base64. */
export const pictureOf = async (page: Page): Promise<string> => (await page.screenshot()).toString('base64')

/**
 * Share (0–1) of a screenshot's pixels in an alarm hue. Tokens p1–p3 are the only saturated reds, oranges and yellows of
 * either theme; sand and violet of the late and demo marks stay below the chroma asked for here.
 */
export async function alarmShare(page: Page): Promise<number> {
  const picture = await pictureOf(page)
  return page.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = document.createElement('canvas')
    const [width, height] = [(canvas.width = image.width), (canvas.height = image.height)]
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('no 2d context')
    context.drawImage(image, 0, 0)
    const rgba = context.getImageData(0, 0, width, height).data
    let alarms = 0
    for (let i = 0; i < rgba.length; i += 4) {
      const r = rgba[i] ?? 0
      const g = rgba[i + 1] ?? 0
      const b = rgba[i + 2] ?? 0
      const chroma = Math.max(r, g, b) - Math.min(r, g, b)
      // Red leads and blue does not come second: hues from red over orange to yellow.
      if (chroma > 90 && r >= g && g >= b - 20) alarms += 1
    }
    return alarms / (width * height)
  }, picture)
}

/**
 * A picture to be compared. Where no pointer has been, Chromium believes it in the corner, over the header, and may say so a moment
 * after the page has come to rest: what a header shows to a pointer would be in one picture and not in the other.
 */
export async function still(page: Page): Promise<Buffer> {
  const { width, height } = page.viewportSize() ?? { width: 1, height: 1 }
  await page.mouse.move(width - 1, height - 1)
  return page.screenshot()
}

/** Pixels in which two pictures of one size differ; pictures that do are kept with the test. */
export async function pixelsApart(page: Page, ...pictures: readonly Buffer[]): Promise<number> {
  const apart = await page.evaluate(
    async (sources) => {
      const [a, b] = await Promise.all(
        sources.map(async (source) => {
          const image = new Image()
          image.src = source
          await image.decode()
          const canvas = new OffscreenCanvas(image.width, image.height)
          const context = canvas.getContext('2d')
          context?.drawImage(image, 0, 0)
          return new Uint32Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? [])
        }),
      )
      if (!a || !b || a.length !== b.length || a.length === 0) return Number.MAX_SAFE_INTEGER
      let apart = 0
      for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) apart++
      return apart
    },
    pictures.map((picture) => `data:image/png;base64,${picture.toString('base64')}`),
  )
  if (apart > 0)
    pictures.forEach((picture, i) => writeFileSync(test.info().outputPath(`apart-${i + 1}.png`), picture))
  return apart
}
