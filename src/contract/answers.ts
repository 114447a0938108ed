import * as z from 'zod/mini'
import { list, moment, text } from './primitives'
import type { AnswerReader, Issue, ParseResult, Schema } from './reader'
import type { Answer, Found, Page, RowFault } from './resource'

export interface Named {
  readonly id: string
  readonly version?: number
}

/** A reader that also says what it wants sent, so that this can be published; its rows are still judged one by one. */
export interface PublishedReader<A extends Answer = Answer> extends AnswerReader<A> {
  readonly sent: z.ZodMiniType
}

export const contractOf = ({ id, version = 1 }: Named) => `${id}/${version}`

/** Rows one page may bring; a source that has more gives `next`. */
export const MOST_ROWS = 5000
/** Characters of `next`. */
export const MOST_CURSOR = 400

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

const group = z.object({ value: z.nullable(text(60)), count: z.int().check(z.gte(0)) })

/** Reads `{ contract, asOf, rows, total?, next?, groups? }`. */
export function listReader<Row>(
  named: Named & { readonly row: z.ZodMiniType<Row> },
): PublishedReader<Page<Row>> {
  const around = {
    contract: z.literal(contractOf(named)),
    asOf: moment,
    total: z._default(z.nullable(z.int().check(z.gte(0))), null),
    next: z._default(z.nullable(text(MOST_CURSOR)), null),
    groups: z.optional(list(group, 400)),
  }
  const page = z.object({ ...around, rows: rowsOf(MOST_ROWS) })
  return {
    id: named.id,
    sent: z.object({ ...around, rows: list(named.row, MOST_ROWS) }),
    parse(input): ParseResult<Page<Row>> {
      const parsed = page.safeParse(input)
      if (!parsed.success) return parsed
      return { success: true, data: { ...parsed.data, ...judgeRows(named.row, parsed.data.rows) } }
    },
  }
}

/** Reads `{ contract, asOf, row }`; `row` is null where there is none of that id. */
export function recordReader<Row>(
  named: Named & { readonly row: z.ZodMiniType<Row> },
): PublishedReader<Found<Row>> {
  const around = { contract: z.literal(contractOf(named)), asOf: moment }
  const found = z.object({ ...around, row: z.unknown() })
  return {
    id: named.id,
    sent: z.object({ ...around, row: z.nullable(named.row) }),
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
