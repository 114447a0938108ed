import type { CityDocument } from '../../contract/document'
import type { Contradiction, Figure } from '../../contract/figure'
import { isFields } from '../../lib/fields'
import type { Json } from '../../lib/json'

/** A figure before a reform and the same one after it. */
export interface Pair {
  readonly before: Figure
  readonly after: Figure
}

/** What a city published in all of its documents, each figure in one of the three. */
export interface Published {
  readonly pairs: readonly Pair[]
  /** Figures of what is there. */
  readonly reached: readonly Figure[]
  /** Plans, targets and limits. */
  readonly planned: readonly Figure[]
  readonly contradictions: readonly Contradiction[]
}

const PLANNED: readonly Figure['role'][] = ['plan', 'target', 'limit']

/** `{ "leave": [...] }` of a cell: areas and systems whose figures it leaves out. */
export function leftOut(spec: Json | null): ReadonlySet<string> {
  const leave = isFields(spec) && Array.isArray(spec.leave) ? spec.leave : []
  return new Set(leave.filter((name) => typeof name === 'string'))
}

/**
 * The figures of `documents` in their order, without those of the areas and systems in `leave`. Where a contradiction shows a figure it
 * stands there and nowhere else: with its qualifiers, and in no trend.
 */
export function publishedIn(documents: readonly CityDocument[], leave: ReadonlySet<string>): Published {
  const contradictions = documents.flatMap((document) => document.contradictions)
  const disputed = new Set(contradictions.flatMap(({ statements }) => statements.map(({ fact }) => fact)))
  const all = documents
    .flatMap(({ published }) => published)
    .filter(({ id, area, system }) => !disputed.has(id) && !leave.has(area) && !leave.has(system))
  const pairs = all.flatMap((before): Pair[] => {
    const after =
      before.role === 'baseline' &&
      all.find(({ metric, role }) => metric === before.metric && role === 'actual')
    return after ? [{ before, after }] : []
  })
  const paired = new Set(pairs.flatMap(({ before, after }) => [before, after]))
  const single = all.filter((figure) => !paired.has(figure))
  const isPlanned = ({ role }: Figure) => PLANNED.includes(role)
  return {
    pairs,
    reached: single.filter((figure) => !isPlanned(figure)),
    planned: single.filter(isPlanned),
    contradictions,
  }
}

/** Labels that touch, as one: the sum of where their first would have to stand for each to stand where it belongs, and how many they are. */
interface Cluster {
  readonly firsts: number
  readonly labels: number
}

/**
 * Heights of labels in percent, moved as little as makes them legible: those that would touch stand `gap` apart around the middle of
 * where they belong, within 0 and 100. Their order stays.
 */
export function apart(shares: readonly number[], gap: number): number[] {
  const order = shares.map((_, i) => i).sort((a, b) => (shares[a] ?? 0) - (shares[b] ?? 0))
  const startOf = ({ firsts, labels }: Cluster) =>
    Math.max(0, Math.min(firsts / labels, 100 - (labels - 1) * gap))
  const clusters: Cluster[] = []
  for (const i of order) {
    let last: Cluster = { firsts: shares[i] ?? 0, labels: 1 }
    for (let before = clusters.at(-1); before; before = clusters.at(-1)) {
      if (startOf(before) + before.labels * gap <= startOf(last)) break
      clusters.pop()
      last = {
        firsts: before.firsts + last.firsts - last.labels * before.labels * gap,
        labels: before.labels + last.labels,
      }
    }
    clusters.push(last)
  }
  const heights = clusters.flatMap((one) =>
    Array.from({ length: one.labels }, (_, n) => startOf(one) + n * gap),
  )
  const placed = [...shares]
  for (const [at, i] of order.entries()) placed[i] = heights[at] ?? 0
  return placed
}
