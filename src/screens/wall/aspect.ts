import type { Aspect } from '../../config/scene'
import type { Paper } from './paper/paper'

/** A canvas shape. `phone` and `tablet` are no walls but held in the hand: panels have the height they need and the page scrolls. */
export interface Canvas {
  readonly aspect: Aspect | 'tablet'
  /** Pixels per design unit. */
  readonly u: number
  /** Set where the shape at this unit is larger than the window: its width and height in px. The page scrolls. */
  readonly beyond?: readonly [number, number]
  /** What stands on a screen of this shape is being printed. */
  readonly paper?: Paper
}

type Shape = Exclude<Aspect, 'phone'>

/** Width and height of each wall in design units. */
const REFERENCE: Record<Shape, readonly [number, number]> = {
  portrait: [1080, 1920],
  '4:3': [1440, 1080],
  '16:9': [1920, 1080],
  '21:9': [2520, 1080],
  // Read from twice as far as one screen: fewer units on the same pixels, so that 22u text is 26 px. A module is 812u.
  '32:9': [3248, 913.5],
  '48:9': [4872, 913.5],
}

const PHONE_MAX = 600
/** 20u text is 15 px on a phone: readable in the hand, and two figures still share a row. */
const PHONE_UNIT = 0.75
/** A page this narrow that is touched, or is higher than wide, is a tablet's: 20u text is 16 px there. */
const TABLET_MAX = 1100
const TABLET_UNIT = 0.8
/** 20u text is 12 px. */
const LEAST_UNIT = 0.6
/** The smallest type of the design, in units. */
const LEAST_TYPE = 20

/**
 * The canvas for a window of `width` × `height` px: the nearest shape (by ratio) and the largest unit at which its
 * reference size still fits. Tracks are fractions, so the layout fills the window exactly whatever its size. A browser that draws
 * no text as small as that gets the unit its text was drawn for, and a page larger than the window: nothing is cut.
 * @param leastFont px below which this browser draws no text, whatever the page says; 0 where there is no such setting
 * @param touched the screen is pointed at with a finger
 */
export function canvasFor(width: number, height: number, leastFont = 0, touched = false): Canvas {
  if (width <= PHONE_MAX) return { aspect: 'phone', u: PHONE_UNIT }
  const ratio = Math.log(width / height)
  const shapes = Object.entries(REFERENCE) as [Shape, readonly [number, number]][]
  const distance = ([w, h]: readonly [number, number]) => Math.abs(Math.log(w / h) - ratio)
  const [aspect, [w, h]] = shapes.reduce((best, shape) =>
    distance(shape[1]) < distance(best[1]) ? shape : best,
  )
  const u = Math.round(Math.min(width / w, height / h) * 1000) / 1000
  if (width <= TABLET_MAX && u < TABLET_UNIT && (touched || width < height))
    return { aspect: 'tablet', u: TABLET_UNIT }
  // A small window is no wall either: below this the least type could not be read, so panels stack and the page scrolls.
  if (u < LEAST_UNIT) return { aspect: 'phone', u: PHONE_UNIT }
  const least = leastFont / LEAST_TYPE
  return u < least ? { aspect, u: least, beyond: [w * least, h * least] } : { aspect, u }
}
