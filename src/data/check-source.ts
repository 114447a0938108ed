import * as z from 'zod/mini'
import type { SourceConfig } from '../config/source'
import type { CityDocument } from '../contract/document'
import { staleParts } from '../contract/freshness'
import type { DocumentResource } from '../contract/resource'
import { clockText, isoTime, monthDay } from '../lib/calendar'
import { durationText, exactText } from '../lib/format'
import { cachedFault, isCached } from './cached'
import { asFault, DataFault } from './data-fault'
import type { FaultKind } from './fault-kind'
import { isRecord } from './json'
import { addressOf, type Place } from './address'
import type { LatestContext } from './latest'
import { readPieces } from './pieces'
import { documentSource, recordSources, type Sources } from './record-sources'
import { createRecords, type Records } from './records'
import { readSource, type ReadContext, type Reading } from './read-source'
import type { Judged } from './read-job'
import { rowLines, together, type RowsSeen } from './rows-told'
import type { Sample } from './shape/sample'
import type { ShapeJob } from './shape/shape'
import { words } from './check-words'
import { words as page } from './words'

/** What one read of one source showed: the same words for the panel, the diagnostics view and the command line. */
export interface Verdict {
  readonly id: string
  readonly contract: string
  readonly url: string
  readonly fault: DataFault | undefined
  readonly bytes: number
  readonly ms: number
  readonly document: CityDocument | undefined
  /** Milliseconds between the data time and now; undefined without a document. */
  readonly ageMs: number | undefined
  /** What works but will hurt in production. */
  readonly warnings: readonly string[]
  /** The masked answer, and what the mapping made of it, for reading side by side. */
  readonly raw: unknown
  readonly mapped: unknown
}

/** What sources are checked with. */
export interface Check {
  readonly context: ReadContext
  /** The same, with nothing that stands around a request. */
  readonly reads: LatestContext
  readonly sources: Sources
  readonly records: Records
  /** What the pages of the last reading showed, by the id of their kind. */
  readonly pages: Pages
}

type Pages = Map<string, readonly RowsSeen[]>

/** Nothing waits and no session is renewed. */
const attempt = async <T>(_id: string, _retry: boolean, work: () => Promise<T>) => work()

/** A check of these sources: nothing is kept between two readings but the records that one document is counted from. */
export function createCheck(context: ReadContext, sources: Sources): Check {
  const pages: Pages = new Map()
  const thread = { ...context.thread, read: async (job: ShapeJob) => readSeen(context.thread, job, pages) }
  const reads = { ...context, real: () => performance.now(), attempt }
  return { context, sources, records: createRecords({ ...reads, thread }, sources), pages, reads }
}

/** Reads a page of records and keeps what its rows showed, whether it was let through or not. A wall never asks. */
async function readSeen(thread: ReadContext['thread'], job: ShapeJob, pages: Pages): Promise<Judged> {
  const { resource } = job.scope
  const keep = (rows: RowsSeen | undefined) => {
    const before =
      job.page?.first === true && job.page.request === undefined ? [] : (pages.get(resource) ?? [])
    pages.set(resource, rows ? [...before, rows] : before)
  }
  try {
    const judged = await thread.read({ ...job, sample: true })
    keep(judged.sample?.rows)
    return judged
  } catch (error) {
    if (error instanceof DataFault) keep(error.sample?.rows)
    throw error
  }
}

/** The bad rows of each kind, where the source has no answer of its own to show; undefined where all rows were good. */
function badOf(all: readonly RowsSeen[], side: 'raw' | 'mapped'): unknown {
  const kinds = all.filter(({ bad }) => bad.length > 0)
  return kinds.length === 0
    ? undefined
    : Object.fromEntries(kinds.map(({ kind, bad }) => [kind, bad.map((row) => row[side])]))
}

/** What the records of a domain showed, kind by kind. */
const seenOf = (pages: Pages, sources: Sources, id: string): readonly RowsSeen[] =>
  recordSources(sources, id).flatMap(([name]) => together(pages.get(name) ?? []) ?? [])

/** Reads a source once, without any cache of ours, and says everything there is to say about it. Never throws. */
export async function checkSource(
  { context, reads, sources, records, pages }: Check,
  resource: DocumentResource | undefined,
  id: string,
  place: Place,
  now: number,
): Promise<Verdict> {
  const started = performance.now()
  const source = documentSource(sources, id)
  const own = source?.poll ?? recordSources(sources, id)[0]?.[1].poll
  const url = addressOf(own?.url ?? '', id, place)
  const about = { id, contract: resource?.contract ?? id, url }
  const shown = () => seenOf(pages, sources, id)
  const seen = (sample: Sample | undefined) => ({
    ms: Math.round(performance.now() - started),
    raw: sample?.raw ?? badOf(shown(), 'raw'),
    mapped: sample?.mapped ?? badOf(shown(), 'mapped'),
    warnings: absentWarning(sample),
  })
  for (const [name] of recordSources(sources, id)) pages.delete(name)
  const told = () => shown().flatMap(rowLines)
  try {
    if (!resource || !source) throw new DataFault('not-connected', words.noDataset(id))
    const brought = await records.bring(id, place, { now, retry: false, fresh: true })
    const count = brought?.count ?? null
    const question = { resource, source, place, count }
    const pieces = source.requests ? await readPieces(reads, question, { retry: false, fresh: true }) : null
    const reading = await readSource(context, { ...question, pieces }, { sample: true })
    const { answer, bytes } = reading
    if (!answer) throw new DataFault('http', page.nothingHeld)
    if (!resource.owns(answer)) throw new DataFault('contract', page.received(answer.contract), 'contract')
    const ageMs = now - Date.parse(answer.asOf)
    const all = seen(reading.sample)
    const warnings = [...all.warnings, ...warningsOf(answer, ageMs, source, reading), ...told()]
    const cached = brought?.cached === true || pieces?.cached === true || isCached(reading.cache)
    const fault = cached ? cachedFault(answer) : undefined
    return { ...about, ...all, fault, bytes, document: answer, ageMs, warnings }
  } catch (error) {
    const fault = asFault(error)
    const all = seen(fault.sample)
    // What an answer lacks is of interest only where it was read for its content.
    const absent = fault.kind === 'map' || fault.kind === 'contract' ? all.warnings : []
    return {
      ...about,
      ...all,
      warnings: [...absent, ...told()],
      fault,
      bytes: 0,
      document: undefined,
      ageMs: undefined,
    }
  }
}

/**
 * What a source whose address names the region (`{region}`) says of one town, beside what it says of the whole city. Undefined where the
 * two differ, or the answer says itself that it speaks of the city.
 */
export function townFault(town: string, city: Verdict, own: Verdict): DataFault | undefined {
  if (own.fault) return new DataFault(own.fault.kind, words.inTown(town, own.fault.detail), own.fault.field)
  const [whole, part] = [city.document, own.document]
  if (!whole || !part || whole.region === part.region || part.operation === null) return undefined
  if (JSON.stringify(whole.operation) !== JSON.stringify(part.operation)) return undefined
  return new DataFault('contract', words.sameAsCity(town), 'operation')
}

const parts = z.object({ operation: z.record(z.string(), z.unknown()) })

/** Parts the contract does not know are dropped without a word: a misspelt one would be missed only by whoever looks for its panel. */
function unknownParts(mapped: unknown, document: CityDocument): string[] {
  const [given, kept] = [parts.safeParse(mapped), parts.safeParse(document)]
  if (!given.success || !kept.success) return []
  const unknown = Object.keys(given.data.operation).filter((name) => !(name in kept.data.operation))
  return unknown.length === 0 ? [] : [words.unknownParts(unknown.map((name) => `operation.${name}`))]
}

/** A misspelt path gives no error in JSONata, only nothing: the name it asked for is what helps. */
function absentWarning(sample: Sample | undefined): string[] {
  const absent = sample?.absent ?? []
  return absent.length === 0 ? [] : [words.absent(absent.slice(0, 8))]
}

/** What became of the rows that the document is counted from, kind by kind: how many were used, and what cost the others. */
function rowWarnings({ rows = [] }: CityDocument): string[] {
  return rows.flatMap(({ kind, read, used, dirty, faults }) =>
    used === read && faults.every((fault) => fault.rows === 0)
      ? []
      : [
          words.rows(kind, exactText(used), exactText(read), dirty),
          ...faults
            .filter((f) => f.rows > 0)
            .map((f) => words.rowFault(kind, f.field, f.message, f.rows, f.first + 1)),
        ],
  )
}

/** Above this the wall corrects its clock and says so. */
const SKEW_MS = 30_000

/** Parts that say a time of their own: those that are too old, and names of none. */
function partWarnings(document: CityDocument, now: number): string[] {
  const { parts = {}, operation } = document
  const nameless = isRecord(operation) ? Object.keys(parts).filter((part) => !(part in operation)) : []
  const old = staleParts(document, now).map((part) =>
    words.stalePart(part, parts[part]?.asOf.slice(0, 16) ?? ''),
  )
  return [...old, ...(nameless.length === 0 ? [] : [words.unknownTimes(nameless)])]
}

function warningsOf(
  document: CityDocument,
  ageMs: number,
  source: SourceConfig,
  { etag, date, sample }: Pick<Reading, 'etag' | 'date' | 'sample'>,
): string[] {
  const period = document.source.cadenceSeconds * 1000
  const now = Date.parse(document.asOf) + ageMs
  const told = date === null ? Number.NaN : Date.parse(date)
  const skew = Number.isNaN(told) ? 0 : Date.now() - told
  return [
    ...(ageMs > (source.staleAfterMs ?? 5 * period)
      ? [words.stale(`${monthDay(Date.parse(document.asOf))} ${clockText(Date.parse(document.asOf))}`)]
      : []),
    ...(ageMs < 0 ? [words.future(durationText(-ageMs))] : []),
    ...(document.operation === null && !document.absence ? [words.empty] : []),
    ...(document.source.simulated ? [words.simulated] : []),
    ...unknownParts(sample?.mapped, document),
    ...partWarnings(document, now),
    ...rowWarnings(document),
    ...(document.clashes ?? []).map(({ kind, part, title, ours, theirs }) => {
      const both = [ours, theirs].map((n) => (n === null ? undefined : exactText(n)))
      return title === undefined ? words.clash(kind, part, ...both) : words.sum(part, title, ...both)
    }),
    ...(document.rows ?? []).flatMap(({ kind, faults }) =>
      faults.flatMap(({ field, message, rows }) => (rows === 0 ? [words.missing(kind, field, message)] : [])),
    ),
    ...(etag === undefined ? [words.noEtag] : []),
    ...(Math.abs(skew) > SKEW_MS ? [words.skew(durationText(Math.abs(skew)), isoTime(told))] : []),
  ]
}

export interface VerdictWords {
  readonly mark: 'ok' | 'FAIL'
  readonly kind: FaultKind | ''
  /** The fault in the panel's own words, or size, time taken and age of the data. */
  readonly says: string
}

export function verdictWords({ fault, bytes, ms, ageMs }: Verdict): VerdictWords {
  if (fault) return { mark: 'FAIL', kind: fault.kind, says: `${fault.message} · ${ms} ms` }
  const age = ageMs === undefined ? '' : ` · ${words.age(durationText(Math.max(0, ageMs)))}`
  return { mark: 'ok', kind: '', says: `${bytes} B · ${ms} ms${age}` }
}

/** One line a source, `FAIL  hotline  hotline/1  contract  数据不符合契约：operation.received …`, and one for each warning. */
export function verdictLine(verdict: Verdict): string {
  const { mark, kind, says } = verdictWords(verdict)
  const line = [mark.padEnd(4), verdict.id.padEnd(18), verdict.contract.padEnd(20), kind.padEnd(9), says]
  return [line.join('  '), ...verdict.warnings.map((warning) => `      ! ${warning}`)].join('\n')
}
