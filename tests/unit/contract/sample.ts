import type { CityDocument, Clash } from '../../../src/contract/document'
import type { AnswerReader, ParseResult } from '../../../src/contract/reader'
import type { ExceptionItem } from '../../../src/contract/exception'

/** A valid, small document: the exceptions dataset, because its operational part is the smallest. */
export function sample(change: Partial<CityDocument> = {}): CityDocument {
  return {
    contract: 'exceptions/1',
    city: 'baiyun',
    region: '440111',
    asOf: '2026-11-18T10:42:00+08:00',
    source: { name: '处置清单', owner: '区数据局', cadenceSeconds: 60, simulated: true },
    document: null,
    published: [],
    contradictions: [],
    exceptions: [],
    operation: { unseen: [] },
    ...change,
  }
}

export function exception(change: Partial<ExceptionItem> = {}): ExceptionItem {
  return {
    id: 'hotline-overdue-1',
    severity: 'critical',
    domain: 'hotline',
    metric: 'hotline_overdue_open',
    subject: null,
    place: { code: '440111001', name: '景泰' },
    what: '占道经营超期',
    owner: '城管局',
    since: '2026-11-08T09:00:00+08:00',
    due: '2026-11-18T09:00:00+08:00',
    action: '督办',
    ...change,
  }
}

/** A deep copy of `document` with `value` written at the dotted `path`; undefined removes the key. */
export function plant<D>(document: D, path: string, value: unknown): D {
  const copy = structuredClone(document)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let at: unknown = copy
  for (const key of keys) at = child(at, key)
  if (typeof at !== 'object' || at === null) throw new Error(`nothing to plant into at ${path}`)
  if (value === undefined) Reflect.deleteProperty(at, last)
  else Reflect.set(at, last, value)
  return copy
}

function child(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !(key in value)) throw new Error(`no ${key} to go into`)
  return Reflect.get(value, key)
}

/** Dotted paths of everything a schema refuses in `input`. */
export function refused(
  schema: { safeParse(input: unknown): ParseResult<unknown> },
  input: unknown,
): string[] {
  const parsed = schema.safeParse(input)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.map(String).join('.'))
}

/** The same of a document as it is read, and of what is let through the parts that are shown as not coming to each other. */
export function objected(reader: Pick<AnswerReader, 'parse'> | undefined, input: unknown): string[] {
  const parsed = reader?.parse(JSON.parse(JSON.stringify(input)))
  if (!parsed?.success)
    return parsed?.error.issues.map(({ path }) => path.map(String).join('.')) ?? ['no reader']
  const clashes: unknown = Reflect.get(parsed.data, 'clashes') ?? []
  return (clashes as readonly Clash[]).map(({ part }) => `operation.${part}`)
}
