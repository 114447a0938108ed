import type { Contradiction, Figure } from '../../../contract/figure'
import type { LedgerEntry } from '../../../blocks/ledger-fit'
import { PUBLISHED_NAMES } from './published-names'

/** Titles of the ledger's sections from left to right. */
export const SECTIONS = ['政务大厅', '网办服务', '好差评']

/** What stands under a figure: its name, 目标 and another year where they apply, the figure before the reform. */
function labelOf(figure: Figure, before: Figure | undefined, year: string): string {
  return [
    PUBLISHED_NAMES.get(figure.metric) ?? figure.short,
    ...(figure.period.startsWith(year) ? [] : [figure.period.slice(0, 4)]),
    ...(figure.role === 'target' ? ['目标'] : []),
    ...(before ? [`原 ${before.printed.figure.replace('%', '')}`] : []),
  ].join(' ')
}

function sectionOf({ area }: Figure): string {
  if (area === 'online-service') return '网办服务'
  return area.startsWith('evaluation') ? '好差评' : '政务大厅'
}

const ORDER = [...PUBLISHED_NAMES.keys()]

function rank({ figure }: LedgerEntry): number {
  const at = ORDER.indexOf(figure.metric)
  return at < 0 ? ORDER.length : at
}

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
      section: sectionOf(figure),
      label: labelOf(figure, before(figure), year),
    }))
    .sort((a, b) => rank(a) - rank(b))
}
