import type { HallOperation } from './contract'

/** One strand of the people of a day: what they came for, or where they are now. */
export interface Strand {
  readonly key: string
  readonly label: string
  readonly count: number
}

/** Where a strand stands: its own bar, and its share of the trunk. Lengths in u, `y` the upper end. */
export interface Placed extends Strand {
  readonly y: number
  readonly height: number
  readonly trunkY: number
}

/** Where the people of a day are, by what the queue system counts; together they are all who took a number. */
export interface Whereabouts {
  readonly served: number
  readonly serving: number
  readonly waiting: number
  readonly noShows: number
}

/** Null where the day's numbers are not known, or contradict each other. */
export function whereaboutsOf({ tickets, served, noShows, waiting }: HallOperation): Whereabouts | null {
  const [all, done] = [tickets?.value, served?.value]
  if (all == null || done == null || all === 0) return null
  const [passed, there] = [noShows?.value ?? 0, waiting?.value ?? 0]
  const serving = all - done - passed - there
  return serving < 0 ? null : { served: done, serving, waiting: there, noShows: passed }
}

/** In u: what a label needs, what lies between two bars, and the least that is seen of one. */
const [ROW, GAP, LEAST] = [30, 6, 3]

/** How high one person is, so that the strands of both sides with their labels fit `height`. */
export function scaleFor(sides: readonly (readonly Strand[])[], height: number): number {
  const highOf = (side: readonly Strand[], k: number) =>
    side.reduce((sum, { count }) => sum + Math.max(ROW, count * k) + GAP, -GAP)
  const most = Math.max(1, ...sides.map((side) => side.reduce((sum, { count }) => sum + count, 0)))
  let k = height / most
  for (let i = 0; i < 60 && sides.some((side) => highOf(side, k) > height); i++) k *= 0.95
  return k
}

/** The strands of one side from above, in the middle of `height`, beside a trunk of all of them. */
export function placed(side: readonly Strand[], k: number, height: number): readonly Placed[] {
  const slots = side.map(({ count }) => Math.max(ROW, count * k))
  const all = side.reduce((sum, { count }) => sum + count, 0)
  let top = (height - slots.reduce((sum, slot) => sum + slot + GAP, -GAP)) / 2
  let trunkY = (height - all * k) / 2
  return side.map((strand, i) => {
    const [slot, own] = [slots[i] ?? ROW, Math.max(LEAST, strand.count * k)]
    const at = { ...strand, y: top + (slot - own) / 2, height: own, trunkY }
    top += slot + GAP
    trunkY += strand.count * k
    return at
  })
}
