/** About how wide a letter of a label is, and how far it stands from what it speaks of, in u. */
const [LETTER, BESIDE] = [20, 14]

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
  readonly anchor: 'start' | 'end'
}

/** To the right of what it speaks of; to the left where there is no room; `short` where there is none either. */
export function labelIn({ begin, end, least, most }: Room, text: string, short = text): RiverLabel {
  const right = (said: string) => end + BESIDE + widthOf(said) <= most
  const left = (said: string) => begin - BESIDE - widthOf(said) >= least
  const said = right(text) || left(text) ? text : short
  return right(said)
    ? { text: said, x: end + BESIDE, anchor: 'start' }
    : { text: said, x: begin - BESIDE, anchor: 'end' }
}
