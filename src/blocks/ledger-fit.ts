import type { Figure } from '../contract/figure'
import type { Size } from '../panel/define-panel'
import { mostOf } from './fit'
import { words } from './ledger-words'

/** Width of text in em: Chinese characters are square, the rest a little over half of that. */
const emsOf = (text: string) =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e7f ? 1 : 0.59), 0)

/** Design units of an em of the ledger's type, and the heights of a row whose words take one line and two. */
const EM = 20
const ROW = 40
const TWO_LINES = 66

/** From this width on, in u, half of it has room for a figure and its name. */
const HALVES = 680
/** What rows beside each other leave between them. */
const BETWEEN = 34

/** How much more two beside each other have to show: long names would take more lines than they save. */
const MORE = 1.5

/** How many rows stand beside each other: two where they have the width for it, and show much more than one below the other. */
export function besideIn(room: Size, figures: readonly Figure[]): 1 | 2 {
  if (room.width < HALVES) return 1
  const most = (beside: 1 | 2) =>
    mostOf(figures, (within, figure) => rowUnitsOf(within, figure, beside), beside, room)
  return most(2) >= Math.min(figures.length, most(1) * MORE) && most(1) < figures.length ? 2 : 1
}

/** Height of a row in a list of this width: words too long to stand beside their figure take two lines. */
export function rowUnitsOf(list: Pick<Size, 'width'>, figure: Figure, beside: 1 | 2 = 1): number {
  const width = beside === 2 ? (list.width - BETWEEN) / 2 : list.width
  const { lead, figure: digits, tail } = figure.printed
  const label = (emsOf(figure.label) + emsOf(words.period(figure))) * EM + 8
  const value = (emsOf(lead) + emsOf(digits)) * 1.4 * EM + emsOf(tail) * EM + 12
  return label + value + 16 > width ? TWO_LINES : ROW
}

/** One cell: a published figure under a name short enough for it, with the figure before a reform where both were published. */
export interface LedgerEntry {
  readonly figure: Figure
  readonly before: Figure | undefined
  readonly section: string
  readonly label: string
}

/** Width a cell has for its label, in em. */
const CELL_EMS = 7.4

export interface LedgerSection {
  readonly section: string
  /** How many columns it is given. */
  readonly columns: number
  readonly entries: readonly LedgerEntry[]
}

/**
 * Deals `columns` columns of `rows` places to the sections: each that has figures gets one, the rest go to whoever has most left
 * over; every section shows its first figures. An entry too long for a cell is left to the ⓘ.
 */
export function dealColumns(
  entries: readonly LedgerEntry[],
  sections: readonly string[],
  columns: number,
  rows: number,
): LedgerSection[] {
  const groups = sections
    .map((section) => ({
      section,
      own: entries.filter((e) => e.section === section && emsOf(e.label) <= CELL_EMS),
    }))
    .filter(({ own }) => own.length > 0)
  const given = groups.map(() => 1)
  const leftOver = (i: number) => (groups[i]?.own.length ?? 0) - (given[i] ?? 0) * rows
  for (let spare = columns - groups.length; spare > 0; spare--) {
    const most = groups.reduce((best, _, i) => (leftOver(i) > leftOver(best) ? i : best), 0)
    if (leftOver(most) <= 0) break
    given[most] = (given[most] ?? 1) + 1
  }
  return groups.slice(0, Math.max(1, columns)).map(({ section, own }, i) => ({
    section,
    columns: given[i] ?? 1,
    entries: own.slice(0, (given[i] ?? 1) * rows),
  }))
}
