import type { RecordRow } from '../../contract/records/record-rows'
import { valueText, type Reading } from '../../panel/reading'

/** What a spreadsheet would take for a formula is text. */
const plain = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const line = (cells: readonly string[]) => cells.map((text) => cell(plain(text))).join(',')

/**
 * Records as a table that a spreadsheet opens: first what it is a list of (`about`, name and value), then a column for each field that a
 * person reads, in the words of the screen. Nothing stands in it that the screen does not show.
 */
export function csvOf(
  reading: Reading,
  rows: readonly RecordRow[],
  about: readonly (readonly [name: string, value: string])[],
  now: number,
): string {
  const fields = Object.keys(reading.labels)
  return [
    ...about.map(line),
    '',
    line(fields.map((field) => reading.labels[field] ?? field)),
    ...rows.map((row) => line(fields.map((field) => valueText(reading, row, field, now) ?? ''))),
    '',
  ].join('\r\n')
}
