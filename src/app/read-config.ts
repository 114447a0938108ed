import type * as z from 'zod/mini'
import { problemsOf, type FieldProblem } from '../config/view'
import { asFault, type FaultKind } from '../data/data-fault'
import { readJson } from '../data/transport/read-json'

/** A file of our own that cannot be used: unreadable, or wrong in the named fields. */
export class ConfigFault extends Error {
  constructor(
    readonly title: string,
    readonly problems: readonly FieldProblem[],
    /** The fault is of the network or the server: trying again may help. */
    readonly passing: boolean,
    /** There is no such file. */
    readonly missing: boolean,
  ) {
    super(title)
    this.name = 'ConfigFault'
  }
}

/** Title and first wrong field in one line. */
export function faultWords(error: unknown): string {
  if (!(error instanceof ConfigFault)) return String(error)
  const [first] = error.problems
  return first ? `${error.title}：${first.field} ${first.message}` : error.title
}

/** Faults that go by without anybody touching the file. */
const PASSING: ReadonlySet<FaultKind> = new Set(['network', 'timeout', 'http', 'auth', 'type', 'json'])

/** How long, and up to what size, a file of our own is read. */
export const LIMITS = { timeoutMs: 10_000, maxBytes: 4_000_000 } as const

/**
 * Reads one configuration file and checks it.
 * @param prepare what to do with the file before it is checked
 * @throws ConfigFault naming the file and each wrong field
 */
export async function readConfig<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  fetch: typeof globalThis.fetch,
  prepare: (body: unknown) => unknown = (body) => body,
): Promise<z.infer<Schema>> {
  const body = await readJson(path, { ...LIMITS, fetch }).catch((error: unknown) => {
    const { kind, detail, message } = asFault(error)
    const missing = kind === 'http' && detail.endsWith(' 404')
    throw new ConfigFault(
      `无法读取 ${path}`,
      [{ field: path, message }],
      PASSING.has(kind) && !missing,
      missing,
    )
  })
  const parsed = schema.safeParse(prepare(body))
  if (parsed.success) return parsed.data
  throw new ConfigFault(`${path} 有误`, problemsOf(parsed.error.issues), false, false)
}
