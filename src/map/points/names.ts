import type { TownLabel } from '../label'

type Named = Pick<TownLabel, 'code' | 'lines' | 'marks'>

/** Between two names on one line, as a part of the size of their type. */
const GAP = 0.3

/**
 * Towns whose names stand clear of all others, at `k` times the whole. Of two that touch the one with a mark stands, then the one that
 * comes first: the other keeps its count, and has its name again where somebody comes nearer.
 * @param size of the type, in the unit of the labels
 * @param at where the label of a town stands
 */
export function clearNames(
  labels: readonly Named[],
  {
    size,
    k,
    at,
  }: {
    readonly size: number
    readonly k: number
    readonly at: (code: string) => readonly [number, number] | undefined
  },
): ReadonlySet<string> {
  const taken: { readonly x0: number; readonly x1: number; readonly y: number }[] = []
  const clear = new Set<string>()
  const first = labels.toSorted((a, b) => b.marks.length - a.marks.length)
  for (const { code, lines } of first) {
    const [left, top] = at(code) ?? [0, 0]
    const boxes = lines.map(({ text, x, y }) => {
      const half = ((text.length + GAP) * size) / 2
      const middle = x + left * (k - 1)
      return { x0: middle - half, x1: middle + half, y: y + top * (k - 1) }
    })
    const touches = boxes.some((box) =>
      taken.some((other) => Math.abs(other.y - box.y) < 0.9 * size && other.x0 < box.x1 && box.x0 < other.x1),
    )
    if (touches) continue
    taken.push(...boxes)
    clear.add(code)
  }
  return clear
}
