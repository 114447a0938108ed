import type { Page } from '@playwright/test'
import { textBoxes, type TextBox } from './text-boxes'

export interface Options {
  /** Smallest font size allowed, in px at 1080 lines of height; grows with the viewport. Default 20. */
  min?: number
  /** The same for the number inside a severity mark, whose shape reads from further than its digit. Default 0.8 × `min`. */
  markMin?: number
  /** Do not scale `min`: for desks and phones. */
  absolute?: boolean
  /** x of the joints between the screens of a wall, in CSS px; no text may lie across one. */
  seams?: number[]
}

export interface Legibility {
  texts: number
  smallest: number | null
  issues: string[]
}

interface Viewport {
  width: number
  height: number
}

/** Reads a page as a person at the wall would: is text too small, cut, off the screen, on a seam, or on other text? */
export async function legibility(page: Page, options: Options = {}): Promise<Legibility> {
  const { boxes, scroll, viewport } = await page.evaluate(textBoxes)
  const { min = 20, markMin = min * 0.8 } = options
  const scale = options.absolute ? 1 : viewport.height / 1080
  const issues = [
    ...boxes.flatMap((box) => judge(box, (box.mark ? markMin : min) * scale, viewport, options.seams ?? [])),
    ...overlaps(boxes),
    // A page without text would otherwise be perfectly legible.
    ...(boxes.length === 0 ? ['EMPTY no text on the page'] : []),
    ...(scroll.width > viewport.width + 1 || scroll.height > viewport.height + 1
      ? [`SCROLL page is ${scroll.width}×${scroll.height}`]
      : []),
  ]
  const sizes = boxes.map((box) => box.size)
  return { texts: boxes.length, smallest: sizes.length > 0 ? Math.min(...sizes) : null, issues }
}

/** Texts that lie on one another, each as far as what cuts it leaves it to be seen: whatever is cut, nothing may be printed over. */
export async function printedOver(page: Page): Promise<string[]> {
  const { boxes } = await page.evaluate(textBoxes)
  const seen = boxes.flatMap((box): TextBox[] => {
    const [left, top, right, bottom] = box.seen
    return right - left > 1.5 && bottom - top > 1.5 ? [{ ...box, left, top, right, bottom }] : []
  })
  return overlaps(seen)
}

const at = (box: TextBox) => `"${box.text}" @${Math.round(box.left)},${Math.round(box.top)}`

function judge(box: TextBox, min: number, viewport: Viewport, seams: number[]): string[] {
  const { left, right, top, bottom } = box
  const off = left < -1 || right > viewport.width + 1 || top < -1 || bottom > viewport.height + 1
  return [
    ...(box.size < min - 0.5 ? [`SMALL ${box.size.toFixed(1)} ${at(box)}`] : []),
    ...(off ? [`OFF ${at(box)}`] : []),
    ...(box.clipped ? [`CLIP ${at(box)}`] : []),
    ...seams.filter((x) => left < x + 6 && right > x - 6).map((x) => `SEAM ${x} ${at(box)}`),
  ]
}

function overlaps(boxes: TextBox[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => {
      const x = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      if (a.element === b.element || x <= 1.5 || y <= 1.5) return []
      return [`OVERLAP ${at(a)} × "${b.text}" ${x.toFixed(0)}×${y.toFixed(0)}`]
    }),
  )
}
