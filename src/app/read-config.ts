import type { FieldProblem } from '../config/view'
import { asFault } from '../data/data-fault'
import type { FaultKind } from '../data/fault-kind'
import { readJson } from '../data/transport/read-json'
import type { ConfigKind, ConfigOf, JudgeConfig } from './judge-config'
import { words } from './words'

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
  return first ? words.file.first(error.title, first.field, first.message) : error.title
}

/** Faults that go by without anybody touching the file. */
const PASSING: ReadonlySet<FaultKind> = new Set(['network', 'timeout', 'http', 'auth', 'type', 'json'])

/** How long, and up to what size, a file of our own is read. */
const LIMITS = { timeoutMs: 10_000, maxBytes: 4_000_000 } as const

/** What reading a configuration file takes. */
export interface ConfigReader {
  readonly fetch: typeof globalThis.fetch
  readonly judge: JudgeConfig
}

/**
 * Reads one configuration file and has it judged.
 * @throws ConfigFault naming the file and each wrong field
 */
export async function readConfig<K extends ConfigKind>(
  path: string,
  kind: K,
  { fetch, judge }: ConfigReader,
): Promise<ConfigOf[K]> {
  const body = await readJson(path, { ...LIMITS, fetch }).catch((error: unknown) => {
    const { kind: fault, detail, message } = asFault(error)
    const missing = fault === 'http' && detail.endsWith(' 404')
    throw new ConfigFault(
      words.file.unread(path),
      [{ field: path, message }],
      PASSING.has(fault) && !missing,
      missing,
    )
  })
  const verdict = await judge(kind, body).catch((error: unknown) => {
    throw new ConfigFault(
      words.file.unjudged(path),
      [{ field: words.program, message: String(error) }],
      true,
      false,
    )
  })
  if ('value' in verdict) return verdict.value
  throw new ConfigFault(words.file.wrong(path), verdict.problems, false, false)
}
