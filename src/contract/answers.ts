import * as z from 'zod/mini'
import { moment, text } from './primitives'
import type { AnswerReader, Issue, ParseResult, Schema } from './reader'
import type { Found, Page, Points, Receipt, RowFault } from './resource'

interface Named {
  readonly id: string
  readonly version?: number
}

const contractOf = ({ id, version = 1 }: Named) => `${id}/${version}`

/** Rows one page may bring; a source that has more gives `next`. */
const MOST_ROWS = 5000
/** Places one answer may bring. */
const MOST_POINTS = 100_000

const rowsOf = (most: number) => z.array(z.unknown()).check(z.maxLength(most))

const faultOf = (at: number, [issue]: readonly Issue[]): RowFault => ({
  at,
  field: issue?.path.map(String).join('.') || '(整行)',
  message: issue?.message ?? '不符合契约',
})

/** Each row by itself: one that its contract refuses costs itself, and is named. */
function judgeRows<Row>(row: Schema<Row>, sent: readonly unknown[]) {
  const rows: Row[] = []
  const leftOut: RowFault[] = []
  for (const [at, each] of sent.entries()) {
    const parsed = row.safeParse(each)
    if (parsed.success) rows.push(parsed.data)
    else leftOut.push(faultOf(at, parsed.error.issues))
  }
  return { rows, leftOut }
}

/** Reads `{ contract, asOf, rows, total?, next? }`. */
export function listReader<Row>(named: Named & { readonly row: Schema<Row> }): AnswerReader<Page<Row>> {
  const page = z.object({
    contract: z.literal(contractOf(named)),
    asOf: moment,
    rows: rowsOf(MOST_ROWS),
    total: z._default(z.nullable(z.int().check(z.gte(0))), null),
    next: z._default(z.nullable(text(400)), null),
  })
  return {
    id: named.id,
    parse(input): ParseResult<Page<Row>> {
      const parsed = page.safeParse(input)
      if (!parsed.success) return parsed
      return { success: true, data: { ...parsed.data, ...judgeRows(named.row, parsed.data.rows) } }
    },
  }
}

/** Reads `{ contract, asOf, row }`; `row` is null where there is none of that id. */
export function recordReader<Row>(named: Named & { readonly row: Schema<Row> }): AnswerReader<Found<Row>> {
  const found = z.object({ contract: z.literal(contractOf(named)), asOf: moment, row: z.unknown() })
  return {
    id: named.id,
    parse(input): ParseResult<Found<Row>> {
      const parsed = found.safeParse(input)
      if (!parsed.success) return parsed
      const { row: sent, ...rest } = parsed.data
      if (sent === null) return { success: true, data: { ...rest, row: null } }
      const row = named.row.safeParse(sent)
      if (row.success) return { success: true, data: { ...rest, row: row.data } }
      const issues = row.error.issues.map((issue) => ({ ...issue, path: ['row', ...issue.path] }))
      return { success: false, error: { issues } }
    },
  }
}

/** Reads `{ contract, asOf, points: [{ id, lng, lat, state }] }` into columns; `states` are the codes there may be. */
export function pointsReader(named: Named & { readonly states: readonly string[] }): AnswerReader<Points> {
  const { states } = named
  const sent = z.object({ contract: z.literal(contractOf(named)), asOf: moment, points: rowsOf(MOST_POINTS) })
  const point = z.object({
    id: text(48),
    lng: z.number().check(z.gte(-180), z.lte(180)),
    lat: z.number().check(z.gte(-90), z.lte(90)),
    state: z.enum(states),
  })
  return {
    id: named.id,
    parse(input): ParseResult<Points> {
      const parsed = sent.safeParse(input)
      if (!parsed.success) return parsed
      const { contract, asOf, points } = parsed.data
      const { rows, leftOut } = judgeRows(point, points)
      const data = {
        contract,
        asOf,
        ids: rows.map(({ id }) => id),
        lng: Float64Array.from(rows, ({ lng }) => lng),
        lat: Float64Array.from(rows, ({ lat }) => lat),
        state: Uint8Array.from(rows, ({ state }) => states.indexOf(state)),
        states,
        leftOut,
      }
      return { success: true, data }
    },
  }
}

/** Reads what became of an action: `{ contract, key, state, at, message? }`. */
export function receiptReader(named: Named): AnswerReader<Receipt> {
  const receipt = z.object({
    contract: z.literal(contractOf(named)),
    key: text(80),
    state: z.enum(['done', 'pending', 'refused']),
    at: moment,
    message: z._default(z.nullable(text(120)), null),
  })
  return { id: named.id, parse: (input) => receipt.safeParse(input) }
}
