import type { Answer } from '../../src/contract/resource'

/** Asks the data worker for a page of records. */
export type AskRows = (parts: Readonly<Record<string, string>>) => Promise<Answer>

const PAGE = { kind: 'work-order', limit: '120' }
const TEXTS = { in: 'title,category,town,dept,orderNo,type,channel,repeatOf' }

/** What somebody does to a list: narrows it, looks for words, turns it round. No two are the same list. */
const FILTERS: readonly Readonly<Record<string, string>>[] = [
  { stage: 'process' },
  { category: '噪声扰民' },
  { type: '投诉' },
  { category: '噪声扰民', stage: 'callback' },
  { group: 'dept' },
  { group: 'category' },
  { q: '停水', ...TEXTS },
  { q: '噪聲 江高', ...TEXTS },
  { q: '區水務局', ...TEXTS },
  { q: '１０００', ...TEXTS },
  { sort: '-acceptedAt' },
  { sort: 'dept' },
]

const at = (values: readonly number[], part: number) =>
  Math.round(values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(part * values.length) - 1)] ?? Number.NaN)

async function msOf(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

const totalOf = (answer: Answer) => ('total' in answer ? Number(answer.total) : 0)

/**
 * One list in the data worker, ms: until its first rows are there, what a further part of it takes wherever it lies (a jump of the
 * scroll bar), and what a filter takes.
 */
export async function timeList(ask: AskRows, list: Readonly<Record<string, string>>) {
  const first = { ...list, ...PAGE, sort: 'due' }
  let rows = 0
  const firstRowsMs = await msOf(async () => {
    rows = totalOf(await ask(first))
  })
  const parts: number[] = []
  for (let i = 0; i < 40; i++)
    parts.push(await msOf(() => ask({ ...first, from: String(Math.floor((rows * i) / 40)) })))
  const filters: number[] = []
  for (const filter of FILTERS) filters.push(await msOf(() => ask({ ...first, ...filter })))
  return {
    rows,
    firstRowsMs: Math.round(firstRowsMs),
    partMsP95: at(parts, 0.95),
    filterMsP50: at(filters, 0.5),
    filterMsP95: at(filters, 0.95),
  }
}
