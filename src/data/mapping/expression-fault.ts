import { DataFault } from '../data-fault'
import { fieldAt } from './expression-field'
import { ForeignValueError } from './expression-values'
import { isRecord } from '../json'
import { maskText } from '../shape/mask'
import { words } from './words'

/** What JSONata throws: a plain object with a code, or an Error it has added a position to. */
interface Thrown {
  readonly code?: unknown
  readonly position?: unknown
  readonly token?: unknown
  readonly value?: unknown
  readonly message?: unknown
}

const LONGEST = 120

/** Shown values come from the answer, which is masked; the message is masked again because it is put together here. */
const brief = (value: unknown) =>
  typeof value === 'string' ? value.slice(0, 40) : (JSON.stringify(value)?.slice(0, 40) ?? '')

/** `第 3 行第 12 列` of an offset; a mapping written line by line has the lines of the configuration. */
export function place(source: string, position: number): string {
  const before = source.slice(0, position).split('\n')
  return words.place(before.length, before.at(-1)?.length ?? 0)
}

/** The name a helper is called by; of a comparison, its sign. */
const helperOf = (token: string) => {
  const name = token.replace(/!$/, '')
  return /^\w{3,}$/.test(name) ? `$${name}` : name
}

/** Anything a mapping threw, as a fault that names the field it was to fill, JSONata's code and the place in the mapping. */
export function faultOf(error: unknown, source: string, ast?: unknown): DataFault {
  if (error instanceof DataFault) return error
  // A native stack overflow carries no code; it means the same as JSONata's own.
  const thrown: Thrown = error instanceof RangeError ? { code: 'D1011' } : isRecord(error) ? error : {}
  const code = typeof thrown.code === 'string' ? thrown.code : undefined
  const message = typeof thrown.message === 'string' ? thrown.message : words.unknown
  const known =
    code === undefined ? undefined : words.codes[code]?.(brief(thrown.value), brief(thrown.token), message)
  const own = error instanceof ForeignValueError && typeof thrown.token === 'string'
  const said = known ?? (own ? words.by(helperOf(thrown.token), message) : message)
  const position = typeof thrown.position === 'number' ? thrown.position : undefined
  const at = position === undefined ? undefined : place(source, position)
  const field = position === undefined ? undefined : fieldAt(ast, position)
  const notes = [code, at].filter((note) => note !== undefined)
  const detail = words.detail(maskText(said).slice(0, LONGEST), notes)
  return new DataFault('map', detail, field)
}
