import { columnText, SIDE, type ColumnsData } from './forms/columns'
import { plotOf, rowText as dotText, type DotRowsData } from './forms/dot-rows'
import { rowText as rankText, type RankBarsData } from './forms/rank-bars'
import type { Look } from './look'
import { plotRows, type Openable, type RowPlot } from './rows'

/** A row as it stands in a picture: the way in for keyboards, screen readers and whatever presses anywhere within it. In px of the look. */
export interface PlacedRow {
  readonly key: string
  /** The row in words, as its tooltip says it. */
  readonly said: string
  readonly leads: boolean
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where the rows of a plot stand, over the whole width: a name and a value belong to a row like its bar. */
const placeRows = <Row extends Openable>(
  { width, height }: Look,
  { rows, bottom }: RowPlot<Row>,
  top: number,
  said: (row: Row) => string,
): readonly PlacedRow[] => {
  const band = (height - top - bottom) / Math.max(1, rows.length)
  return rows.map((row, i) => ({
    key: row.key,
    said: said(row).replaceAll('\n', ' '),
    leads: row.lead !== null,
    left: 0,
    top: top + i * band,
    width,
    height: band,
  }))
}

/** Columns stand beside each other, each from the top of the box to its label. Their keys are their places. */
const placeColumns = (data: ColumnsData, { u, width, height }: Look): readonly PlacedRow[] => {
  const band = (width - 2 * SIDE * u) / Math.max(1, data.values.length)
  return data.values.map((_, i) => ({
    key: String(i),
    said: columnText(data, i).replaceAll('\n', ' '),
    leads: (data.leads?.[i] ?? null) !== null,
    left: SIDE * u + i * band,
    top: 0,
    width: band,
    height,
  }))
}

/** The row at a point in px from the corner of the box. */
export const rowAt = (rows: readonly PlacedRow[], x: number, y: number): PlacedRow | undefined =>
  rows.find(({ left, top, width, height }) => x >= left && x < left + width && y >= top && y < top + height)

/** Of the forms whose parts are rows, or columns: where these stand, by the plot that they are drawn by, and what each says. */
export const rowsOf = {
  columns: placeColumns,
  dotRows: (data: DotRowsData, look: Look) =>
    placeRows(look, plotOf(data, look), 2 * look.u, (row) => dotText(row, data.unit)),
  rankBars: (data: RankBarsData, look: Look) =>
    placeRows(look, plotRows(look, data.rows, 0), 0, (row) => rankText(row, data)),
}
