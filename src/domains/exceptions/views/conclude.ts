import { byUrgency } from '../../../contract/severity'
import type { ExceptionItem } from '../../../contract/exception'
import { words } from '../words'

/** What the sentence has to know of the domains. */
export interface Raising {
  /** Every domain that raises exceptions. */
  readonly ids: readonly string[]
  readonly nameOf: (id: string) => string
}

/** Ids of domains that say nothing now; `absent` are those of them that the city does not have, or never connected. */
export interface Silent {
  readonly unseen: readonly string[]
  readonly absent?: readonly string[] | undefined
  /** Of a town: how many more there are whose place nobody knows. */
  readonly unplaced?: number | undefined
}

/** No domain could be read: that nothing is listed says nothing. */
export const seesNothing = (items: readonly ExceptionItem[], { unseen }: Silent, { ids }: Raising): boolean =>
  items.length === 0 && ids.every((id) => unseen.includes(id))

/** As long as is read at a glance, in widths of a Chinese character; what comes first is said whatever it takes. */
const GLANCE = 24

/**
 * One sentence a leader can read aloud: what could not be seen, the worst thing with its place, those of the same cause with it, the next
 * worst while there is room, and how many more there are. It says what is known and nothing more. `aside` is how many somebody has put
 * aside: they are not listed, and not forgotten.
 */
export function conclude(
  items: readonly ExceptionItem[],
  silent: Silent,
  raising: Raising,
  aside = 0,
): string {
  const said = sentenceOf(items, silent, raising)
  const { unplaced = 0 } = silent
  const placed = unplaced > 0 ? words.sentence.unplaced(said, unplaced) : said
  return aside > 0 ? words.sentence.aside(placed, aside) : placed
}

function sentenceOf(items: readonly ExceptionItem[], silent: Silent, raising: Raising): string {
  if (seesNothing(items, silent, raising)) return words.sentence.blind
  const { unseen, absent = [] } = silent
  const hidden = unseen.filter((id) => !absent.includes(id)).map(raising.nameOf)
  if (items.length === 0) return words.sentence.calm(hidden, absent.length > 0)
  const clusters = clustersOf(items)
  let said = words.sentence.open(hidden, toldOf(clusters.slice(0, 1)), restOf(clusters, 1))
  for (let n = 2; n <= clusters.length; n++) {
    const longer = words.sentence.open(hidden, toldOf(clusters.slice(0, n)), restOf(clusters, n))
    if (widthOf(longer) > GLANCE) break
    said = longer
  }
  return said
}

type Cluster = readonly [ExceptionItem, ...ExceptionItem[]]

/** What is of one cause and one level is one thing to say; the most urgent first. */
function clustersOf(items: readonly ExceptionItem[]): readonly Cluster[] {
  const clusters = new Map<string, [ExceptionItem, ...ExceptionItem[]]>()
  for (const item of items.toSorted(byUrgency)) {
    const cause = `${item.severity} ${item.domain} ${item.metric}`
    const known = clusters.get(cause)
    if (known) known.push(item)
    else clusters.set(cause, [item])
  }
  return [...clusters.values()]
}

const toldOf = (clusters: readonly Cluster[]) =>
  clusters.map((cluster) => {
    const [{ place, what }] = cluster
    return { place: place?.name ?? '', what, count: cluster.length }
  })

const restOf = (clusters: readonly Cluster[], said: number) =>
  clusters.slice(said).reduce((n, { length }) => n + length, 0)

/** Of text, in widths of a Chinese character: Latin letters, digits and spaces take half of one. */
const widthOf = (text: string) => [...text].reduce((n, letter) => n + (letter < '\u2000' ? 0.5 : 1), 0)
