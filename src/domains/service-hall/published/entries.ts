import type { LedgerEntry } from '../../../blocks/ledger-fit'
import type { Contradiction, Figure } from '../../../contract/figure'
import { PUBLISHED, type SECTIONS } from './order'
import { words } from './words'

const RANKS: ReadonlyMap<string, number> = new Map(PUBLISHED.map((metric, i) => [metric, i]))
const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(words.name))

const labelOf = (figure: Figure, before: Figure | undefined, year: string): string =>
  words.entry(
    NAMES.get(figure.metric) ?? figure.short,
    figure.period.startsWith(year) ? undefined : figure.period.slice(0, 4),
    figure.role === 'target',
    before?.printed.figure.replace('%', ''),
  )

function sectionOf({ area }: Figure): (typeof SECTIONS)[number] {
  if (area === 'online-service') return 'online'
  return area.startsWith('evaluation') ? 'evaluation' : 'hall'
}

const rank = ({ figure }: LedgerEntry): number => RANKS.get(figure.metric) ?? RANKS.size

/**
 * Published figures as ledger entries in order of weight; a figure before the reform joins the one after it, and one that
 * stands in a contradiction is printed there and nowhere else.
 */
export function entriesOf(
  published: readonly Figure[],
  contradictions: readonly Contradiction[],
): LedgerEntry[] {
  const disputed = new Set(contradictions.flatMap((c) => c.statements.map((s) => s.fact)))
  const before = (figure: Figure) =>
    figure.role === 'actual'
      ? published.find((f) => f.role === 'baseline' && f.metric === figure.metric)
      : undefined
  const joined = new Set(published.map(before).filter((f) => f !== undefined))
  const year = published[0]?.period.slice(0, 4) ?? ''
  return published
    .filter((figure) => !joined.has(figure) && !disputed.has(figure.id))
    .map((figure) => ({
      figure,
      before: before(figure),
      section: words.section[sectionOf(figure)],
      label: labelOf(figure, before(figure), year),
    }))
    .toSorted((a, b) => rank(a) - rank(b))
}
