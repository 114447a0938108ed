import type { Contradiction, Figure } from '../../../contract/figure'
import { PUBLISHED_NAMES } from './published-names'

export type Group = '政务大厅' | '网办服务' | '好差评'
const GROUPS: readonly Group[] = ['政务大厅', '网办服务', '好差评']

/** One line of the ledger: a published figure, with the figure before the reform where both were published. */
export interface Entry {
  readonly figure: Figure
  readonly before: Figure | undefined
  readonly group: Group
  /** Null when it does not fit a cell: the figure is then left to the ⓘ. */
  readonly label: string | null
}

/** Width of a cell in em; a Chinese character is one, a digit or blank a little over half. */
const CELL_WIDTH = 7.3

/** What stands under a figure: its name, 目标 and another year where they apply, the figure before the reform. */
function labelOf(figure: Figure, before: Figure | undefined, year: string): string | null {
  const label = [
    PUBLISHED_NAMES.get(figure.metric) ?? figure.short,
    ...(figure.period.startsWith(year) ? [] : [figure.period.slice(0, 4)]),
    ...(figure.role === 'target' ? ['目标'] : []),
    ...(before ? [`原 ${before.printed.figure.replace('%', '')}`] : []),
  ].join(' ')
  const width = [...label].reduce((n, c) => n + (c.charCodeAt(0) > 255 ? 1 : 0.56), 0)
  return width > CELL_WIDTH ? null : label
}

function groupOf({ area }: Figure): Group {
  if (area === 'online-service') return '网办服务'
  return area.startsWith('evaluation') ? '好差评' : '政务大厅'
}

const ORDER = [...PUBLISHED_NAMES.keys()]

function rank({ figure }: Entry): number {
  const at = ORDER.indexOf(figure.metric)
  return at < 0 ? ORDER.length : at
}

/**
 * Published figures as ledger entries in order of weight; a figure before the reform joins the one after it, and one that
 * stands in a contradiction is printed there and nowhere else.
 */
export function entriesOf(published: readonly Figure[], contradictions: readonly Contradiction[]): Entry[] {
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
      group: groupOf(figure),
      label: labelOf(figure, before(figure), year),
    }))
    .sort((a, b) => rank(a) - rank(b))
}

export interface Column {
  readonly group: Group
  readonly columns: number
  readonly entries: readonly Entry[]
}

/**
 * Deals `columns` columns of `rows` places to the groups: each that has figures gets one, the rest go to whoever has most
 * left over; every group shows its weightiest figures.
 */
export function dealColumns(entries: readonly Entry[], columns: number, rows: number): Column[] {
  const groups = GROUPS.map((group) => ({
    group,
    own: entries.filter((e) => e.group === group && e.label !== null),
  })).filter(({ own }) => own.length > 0)
  const given = groups.map(() => 1)
  const leftOver = (i: number) => (groups[i]?.own.length ?? 0) - (given[i] ?? 0) * rows
  for (let spare = columns - groups.length; spare > 0; spare--) {
    const most = groups.reduce((best, _, i) => (leftOver(i) > leftOver(best) ? i : best), 0)
    if (leftOver(most) <= 0) break
    given[most] = (given[most] ?? 1) + 1
  }
  return groups.slice(0, Math.max(1, columns)).map(({ group, own }, i) => ({
    group,
    columns: given[i] ?? 1,
    entries: own.slice(0, (given[i] ?? 1) * rows),
  }))
}
