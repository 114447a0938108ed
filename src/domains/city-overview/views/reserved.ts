import type { Box } from '../../../map/rings'

/** Rows of the list beside the map; the rest is counted. */
export const MOST_DEVIANTS = 5

interface Flank {
  /** Height of title, switch and summary, u. */
  readonly head: number
  /** An alert runs past the title. */
  readonly wide: boolean
  readonly deviants: number
  /** Height of the legend, u. */
  readonly legend: number
}

/** What the map keeps free on a canvas of this size: title and list (top left), legend (bottom left), caption (bottom right). In u. */
export function reservedBoxes({ head, wide, deviants, legend }: Flank) {
  const rows = Math.min(deviants, MOST_DEVIANTS + 1)
  return (width: number, height: number): Box[] => {
    const title = { x0: 0, y0: 0, x1: wide ? 720 : 320, y1: head }
    // In a narrow panel title, list and legend stand above and below the map and need no room on it.
    if (width < 680) return []
    return [
      title,
      { x0: 0, y0: head, x1: 250, y1: head + 28 * rows + 4 },
      { x0: 0, y0: height - legend, x1: 236, y1: height },
      { x0: width - 216, y0: height - 84, x1: width, y1: height },
    ]
  }
}
