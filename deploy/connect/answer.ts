import type { EnvelopeRule } from '../../src/config/source'
import { isRecord, isScalar } from '../../src/data/json'
import { openJson } from '../../src/data/shape/foreign-text'
import { maskKey, maskText } from '../../src/data/shape/mask'

type Row = Readonly<Record<string, unknown>>

/** A list of objects in an answer, and what stands beside it about the whole of it. */
export interface FoundList {
  /** Dotted way from the top; empty: the answer is the list. */
  readonly way: string
  readonly rows: readonly Row[]
  /** Where the source says how many there are, and how many it says. */
  readonly total: { readonly way: string; readonly value: number } | null
  /** Where the cursor of the next page stands. */
  readonly next: string | null
  /** Ways at which what was sent as a text had to be opened on the way here. */
  readonly opened: readonly string[]
}

const TOTAL =
  /^(?:total|count|totals?_?(?:count|elements|rows?|num|size|records?)|records_?total|row_?count|zs|zts|zjls)$/i
const NEXT =
  /^(?:next|next_?(?:cursor|token|page_?token|key)|cursor|page_?token|scroll_?id|continuation(?:_?token)?)$/i
const BESIDE = /^(?:page|paging|pagination|pager|page_?info|meta)$/i
const DEEPEST = 6

const join = (above: string, key: string) => (above === '' ? key : `${above}.${key}`)
const parentOf = (way: string) => way.slice(0, Math.max(0, way.lastIndexOf('.')))

/** A key that can stand in a dotted way, and that names a field and no person. */
const isKey = (key: string) => key !== '' && !key.includes('.') && maskKey(key) === key

function counted(value: unknown): number | null {
  const text = isScalar(value) ? String(value).trim() : ''
  return /^\d{1,12}$/.test(text) ? Number(text) : null
}

function totalBeside(beside: Row, way: string, length: number): FoundList['total'] {
  const found = Object.entries(beside).flatMap(([key, value]) => {
    const number = TOTAL.test(key) ? counted(value) : null
    return number === null || number < length ? [] : [{ way: join(way, key), value: number }]
  })
  return found[0] ?? null
}

function nextBeside(beside: Row, way: string): string | null {
  const key = Object.keys(beside).find(
    (name) => NEXT.test(name) && (beside[name] === null || typeof beside[name] === 'string'),
  )
  return key === undefined ? null : join(way, key)
}

/** Every list of objects in `answer` that stands below no row of another, the longest first. */
export function listsOf(answer: unknown): readonly FoundList[] {
  const lists: FoundList[] = []

  function visit(
    item: unknown,
    way: string,
    above: readonly (readonly [string, Row])[],
    opened: readonly string[],
  ): void {
    if (typeof item === 'string') {
      const inside = openJson(item)
      if (inside !== undefined) visit(inside, way, above, [...opened, way])
      return
    }
    if (Array.isArray(item)) {
      const rows = item.filter(isRecord)
      if (rows.length === 0 || rows.length < item.length) return
      // Further up, a count is one of other things.
      const beside = above
        .slice(0, 2)
        .flatMap(([to, fields]) => [
          [to, fields] as const,
          ...Object.entries(fields).flatMap(([key, value]) =>
            BESIDE.test(key) && isRecord(value) ? [[join(to, key), value] as const] : [],
          ),
        ])
      const total = beside
        .map(([to, fields]) => totalBeside(fields, to, rows.length))
        .find((each) => each !== null)
      const next = beside.map(([to, fields]) => nextBeside(fields, to)).find((each) => each !== null)
      lists.push({ way, rows, total: total ?? null, next: next ?? null, opened })
      return
    }
    if (!isRecord(item) || way.split('.').length > DEEPEST) return
    for (const [key, below] of Object.entries(item))
      if (isKey(key)) visit(below, join(way, key), [[way, item], ...above], opened)
  }

  visit(answer, '', [], [])
  return lists.toSorted((a, b) => b.rows.length - a.rows.length)
}

/** Where rows come as lists of values, which have no names: ClickHouse's compact form, charts, tables with a header. */
export function tableIn(answer: unknown, way = ''): string | null {
  if (Array.isArray(answer)) return answer.length > 0 && answer.every(Array.isArray) ? way : null
  if (!isRecord(answer) || way.split('.').length > DEEPEST) return null
  for (const [key, below] of Object.entries(answer)) {
    const found = isKey(key) ? tableIn(below, join(way, key)) : null
    if (found !== null) return found
  }
  return null
}

const CODES =
  /^(?:code|err_?code|error_?code|result_?code|ret_?code|rtn_?code|status_?code|errno|ret|status|state|success|ok)$/i
const MESSAGES = /^(?:msg|message|err_?msg|error_?msg|result_?msg|ret_?msg|info|desc)$/i
const DATA = /^(?:data|datas|result|results|body|content|ret_?data|payload|obj)$/i
const FINE = new Set([
  '0',
  '00',
  '000',
  '0000',
  '00000',
  '000000',
  '1',
  '200',
  '20000',
  'true',
  'success',
  'ok',
  'succ',
])

export interface FoundEnvelope {
  readonly rule: EnvelopeRule
  /** What the answer says instead of data, masked: null where it says that all is well. */
  readonly refusal: string | null
}

/** How an answer says that all is well, where it says so; undefined of an answer without an envelope. */
export function envelopeOf(answer: unknown, list: FoundList | undefined): FoundEnvelope | undefined {
  if (!isRecord(answer)) return undefined
  const keys = Object.keys(answer)
  // `code` before `success`: it says more where both stand.
  const code = keys
    .filter((key) => CODES.test(key) && isScalar(answer[key]))
    .toSorted((a, b) => Number(/succ|ok|stat/i.test(a)) - Number(/succ|ok|stat/i.test(b)))[0]
  const value = code === undefined ? undefined : answer[code]
  if (code === undefined || !isScalar(value)) return undefined
  const message = keys.find(
    (key) => MESSAGES.test(key) && (typeof answer[key] === 'string' || answer[key] === null),
  )
  const told = message === undefined ? null : answer[message]
  const said = typeof told === 'string' ? told : ''
  const fine = FINE.has(String(value).trim().toLowerCase())
  const data = list === undefined ? undefined : dataAbove(list)
  return {
    rule: {
      code,
      ok: [value],
      auth: value === 200 || value === '200' ? [typeof value === 'string' ? '401' : 401] : [],
      ...(message === undefined ? {} : { message }),
      ...(data === undefined ? {} : { data }),
    },
    refusal: fine
      ? null
      : `${code} ${maskText(String(value)).slice(0, 40)}${said === '' ? '' : `：${maskText(said).slice(0, 80)}`}`,
  }
}

/** The wrapper that holds the list and everything said beside it; where the count stands outside, there is none to take off. */
function dataAbove({ way, total, next, opened }: FoundList): string | undefined {
  const [first = ''] = way.split('.')
  const below = (to: string | null | undefined) => to == null || to.startsWith(`${first}.`)
  if (!DATA.test(first) || !below(total?.way) || !below(next)) return undefined
  return parentOf(way) === '' && !opened.includes(first) ? undefined : first
}

/** `way` as it is told below `data`. */
export const waysBelow = (way: string, data: string | undefined): string =>
  data === undefined ? way : way === data ? '' : way.slice(data.length + 1)
