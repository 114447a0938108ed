import type { Page } from '@playwright/test'
import { pictureOf } from './pixels'

export interface Box {
  readonly what: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Notes every text that is written on a canvas, with the place it was written at. To be run before the page's own scripts. */
export function noteCanvasText(): void {
  const texts: { canvas: HTMLCanvasElement; text: string; x: number; y: number; w: number; h: number }[] = []
  Object.assign(window, { canvasTexts: texts })
  const proto = CanvasRenderingContext2D.prototype
  const write = Object.getOwnPropertyDescriptor(proto, 'fillText')?.value as typeof proto.fillText
  const clear = Object.getOwnPropertyDescriptor(proto, 'clearRect')?.value as typeof proto.clearRect
  proto.clearRect = function (...area) {
    // A canvas that is wiped is written anew.
    for (let i = texts.length - 1; i >= 0; i--) if (texts[i]?.canvas === this.canvas) texts.splice(i, 1)
    Reflect.apply(clear, this, area)
  }
  proto.fillText = function (text, x, y, ...rest) {
    const {
      actualBoundingBoxLeft,
      actualBoundingBoxRight,
      actualBoundingBoxAscent,
      actualBoundingBoxDescent,
    } = this.measureText(text)
    const { a, d, e, f } = this.getTransform()
    texts.push({
      canvas: this.canvas,
      text,
      x: (x - actualBoundingBoxLeft) * a + e,
      y: (y - actualBoundingBoxAscent) * d + f,
      w: (actualBoundingBoxLeft + actualBoundingBoxRight) * a,
      h: (actualBoundingBoxAscent + actualBoundingBoxDescent) * d,
    })
    Reflect.apply(write, this, [text, x, y, ...rest])
  }
}

/** What a person must be able to make out: words on canvases and maps, swatches and bars, and the edges of cards. */
export const drawn = (page: Page): Promise<Box[]> =>
  page.evaluate(() => {
    type Noted = { canvas: HTMLCanvasElement; text: string; x: number; y: number; w: number; h: number }
    const place = (element: Element) =>
      element.closest('[data-panel]')?.getAttribute('data-panel') ?? element.tagName
    const canvases = (Reflect.get(window, 'canvasTexts') as Noted[]).flatMap(
      ({ canvas, text, x, y, w, h }) => {
        if (!canvas.isConnected) return []
        const box = canvas.getBoundingClientRect()
        const ratio = canvas.width / box.width
        const [left, top] = [box.left + x / ratio, box.top + y / ratio]
        return [{ what: `${place(canvas)} canvas ${text}`, left, top, width: w / ratio, height: h / ratio }]
      },
    )
    const boxOf = (element: Element, what: string, grow: number) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return {
        what: `${place(element)} ${what}`,
        left: left - grow,
        top: top - grow,
        width: width + 2 * grow,
        height: height + 2 * grow,
      }
    }
    const all = (selector: string) => [...document.querySelectorAll(selector)]
    const words = all('[data-map] svg text').map((text) => boxOf(text, `map ${text.textContent}`, 0))
    const marks = all('[data-panel] :is(i, span):empty')
      .filter((mark) => {
        const { width, height } = mark.getBoundingClientRect()
        // A bar of nothing has no length.
        const painted = getComputedStyle(mark).backgroundColor !== 'rgba(0, 0, 0, 0)'
        return painted && width >= 1 && height >= 1
      })
      .map((mark) => boxOf(mark, `mark ${mark.className}`, 2))
    const swatches = all('[data-panel] [style*="background"]').map((mark) => boxOf(mark, 'swatch', 1))
    const edges = all('[data-panel]').map((panel) => {
      const { left, top, height } = panel.getBoundingClientRect()
      return { what: `${place(panel)} edge`, left: left - 3, top: top + height / 2, width: 6, height: 8 }
    })
    return [...canvases, ...words, ...marks, ...swatches, ...edges].filter(
      ({ width, height }) => width >= 1 && height >= 1,
    )
  })

/** Contrast ratio (WCAG) between the lightest and the darkest pixel of each box in a picture of the page. */
export async function contrasts(page: Page, boxes: readonly Box[]): Promise<(Box & { ratio: number })[]> {
  const picture = await pictureOf(page)
  const ratios = await page.evaluate(
    async ({ data, areas }) => {
      const image = new Image()
      image.src = `data:image/png;base64,${data}`
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (!context) throw new Error('no 2d context')
      context.drawImage(image, 0, 0)
      const LINEAR = Array.from({ length: 256 }, (_, value) => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return areas.map(({ left, top, width, height }) => {
        const [x, y] = [Math.max(0, Math.floor(left)), Math.max(0, Math.floor(top))]
        const rgba = context.getImageData(x, y, Math.ceil(width) + 1, Math.ceil(height) + 1).data
        let [dark, light] = [1, 0]
        for (let i = 0; i < rgba.length; i += 4) {
          if (rgba[i + 3] === 0) continue
          const luminance =
            0.2126 * (LINEAR[rgba[i] ?? 0] ?? 0) +
            0.7152 * (LINEAR[rgba[i + 1] ?? 0] ?? 0) +
            0.0722 * (LINEAR[rgba[i + 2] ?? 0] ?? 0)
          dark = Math.min(dark, luminance)
          light = Math.max(light, luminance)
        }
        return (light + 0.05) / (dark + 0.05)
      })
    },
    { data: picture, areas: boxes },
  )
  return boxes.map((box, i) => ({ ...box, ratio: ratios[i] ?? 0 }))
}
