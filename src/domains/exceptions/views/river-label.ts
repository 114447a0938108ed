/** About how wide a letter of a label is, and how far it stands from what it speaks of, in u. */
const [LETTER, BESIDE] = [20, 14]
/** How far it stays from the present, in u. */
const CLEAR = 7

const widthOf = (text: string) =>
  [...text].reduce((n, letter) => n + (letter < '\u2000' ? 0.55 : 1) * LETTER, 0)

interface Room {
  /** Where the thing begins and ends that the label speaks of, in u. */
  readonly begin: number
  readonly end: number
  /** Nothing may pass these: the present, and the end of the picture. */
  readonly least: number
  readonly most: number
}

export interface RiverLabel {
  readonly text: string
  readonly x: number
  /** A label in the middle stands above what it speaks of. */
  readonly anchor: 'start' | 'end' | 'middle'
}

/**
 * To the right of what it speaks of; to the left where there is no room; `short` where there is none either, and above it where even
 * that is too long for both sides: no word stands across the present.
 */
export function labelIn({ begin, end, least, most }: Room, text: string, short = text): RiverLabel {
  const right = (said: string) => end + BESIDE + widthOf(said) <= most
  const left = (said: string) => begin - BESIDE - widthOf(said) >= least + CLEAR
  const said = right(text) || left(text) ? text : short
  if (right(said)) return { text: said, x: end + BESIDE, anchor: 'start' }
  if (left(said)) return { text: said, x: begin - BESIDE, anchor: 'end' }
  const half = widthOf(said) / 2
  const middle = Math.max(least + CLEAR + half, Math.min(most - half, (begin + end) / 2))
  return { text: said, x: middle, anchor: 'middle' }
}
