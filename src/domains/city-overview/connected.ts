import type { CityDocument } from '../../contract/document'
import type { Figure } from '../../contract/figure'
import type { Size } from '../../panel/define-panel'
import { words } from './partly-words'

/** One domain of the site, with as much said of it as there is room for. */
export interface ConnectedRow {
  readonly id: string
  readonly name: string
  /** Why it is not connected; empty where there is no room, undefined where it is connected. */
  readonly reason: string | undefined
  /** It stands beside the name, in place of the word for the state. */
  readonly beside?: boolean
  /** How often it renews its data; null where nothing is said of that. */
  readonly cadenceMs: number | null
  /** How many figures of it were published. */
  readonly published: number
  /** Those that are shown. */
  readonly figures: readonly Figure[]
}

interface Known {
  readonly id: string
  readonly name: string
  readonly document: CityDocument | undefined
}

/** Heights in u, as in the style sheet: the count above, a row's name, a line of a reason, a figure, what is between rows. */
const COUNT = 54
const NAME = 32
const LINE = 27
const FACT = 32
const BETWEEN = 13
/** Design units that one character of a reason takes, and what stands left of it. */
const CHARACTER = 20
const INDENT = 28

const emsOf = (text: string) => [...text].reduce((n, letter) => n + (letter < '\u2000' ? 0.58 : 1), 0)

/** Ways to say less, each with all that the one before leaves out: what a domain renews, its source, its published figures, all but the gist of its reason, the line of it. */
const LEVELS = ['all', 'no basis', 'no cadence', 'no figures', 'first clause', 'beside the name'] as const

/**
 * The connected domains first, then those that are not, with what fits into `size`: what is missing and why goes last, and where there is
 * more room the published figures of each fill it.
 */
export function connectedRows(
  known: readonly Known[],
  size: Size,
): { readonly rows: readonly ConnectedRow[]; readonly basis: readonly string[] } {
  const sorted = known.toSorted((a, b) => Number(isAbsent(a)) - Number(isAbsent(b)))
  const titles = [
    ...new Set(sorted.flatMap((one) => (isAbsent(one) ? (one.document?.document?.title ?? []) : []))),
  ]
  const linesOf = (text: string) =>
    text === '' ? 0 : Math.ceil((emsOf(text) * CHARACTER) / Math.max(1, size.width - INDENT))
  const heightOf = (rows: readonly ConnectedRow[], basis: readonly string[]) =>
    COUNT +
    rows.reduce(
      (sum, { reason = '', beside, cadenceMs, figures }) =>
        sum +
        NAME +
        BETWEEN +
        ((beside ? 0 : linesOf(reason)) + (cadenceMs === null ? 0 : 1)) * LINE +
        figures.length * FACT,
      0,
    ) +
    (basis.length === 0 ? 0 : LINE * linesOf(words.connected.basis(basis)) + BETWEEN)
  const at = (level: number, more = 0) => {
    const rows = sorted.map((one): ConnectedRow => {
      const { id, name, document } = one
      const absence = document?.absence
      const published = document?.published ?? []
      const reason = absence?.reason
      return {
        id,
        name: document?.source.name ?? name,
        reason:
          reason === undefined || level < 4
            ? reason
            : level === 4
              ? words.connected.clause(reason)
              : words.connected.gist(reason),
        ...(level === 5 && reason !== undefined && { beside: true }),
        cadenceMs: !document || absence || level >= 2 ? null : document.source.cadenceSeconds * 1000,
        published: published.length,
        figures: published
          .filter(({ role }) => role !== 'baseline')
          .slice(0, absence ? (level < 3 ? 1 + more : 0) : more),
      }
    })
    const basis = level < 1 ? titles : []
    return { rows, basis, fits: heightOf(rows, basis) <= size.height }
  }
  let best = LEVELS.map((_, level) => at(level)).find(({ fits }) => fits) ?? at(LEVELS.length - 1)
  for (let more = 1; more <= 8; more++) {
    const fuller = at(0, more)
    if (!fuller.fits) break
    best = fuller
  }
  return best
}

const isAbsent = ({ document }: Known) => document?.absence !== undefined
