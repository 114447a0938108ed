import type { AnswerReader } from '../contract/reader'
import type { Answer } from '../contract/resource'
import { DataFault } from './data-fault'
import { isRecord } from './json'
import type { FaultKind } from './fault-kind'
import type { Sample } from './shape/sample'
import type { OpenShelf } from './store/shelf'
import { parseJson } from './shape/lossless-json'
import { normalise } from './shape/normalise'
import { shape, type Evaluate, type ShapeJob } from './shape/shape'
import { words } from './shape/words'

/** What a read gave: the answer as its contract lets it through, and what led to it where somebody asked to see that. */
export interface Judged {
  readonly answer: Answer
  readonly sample: Sample | undefined
}

/** Readers by the id of their resource; one that is seldom asked for may have to be fetched. */
export interface Readers {
  get(id: string): AnswerReader | undefined | Promise<AnswerReader | undefined>
}

/**
 * Everything between the bytes of an answer and the cache: JSON → envelope → mask → map → normalise → count → contract; a page of
 * records goes into their store instead. The same in
 * the data worker, on the command line and in tests.
 * @throws DataFault auth | http | json | map | contract; the first wrong field is named
 */
export async function judge(
  job: ShapeJob,
  readers: Readers,
  evaluate: Evaluate,
  openShelf: OpenShelf,
): Promise<Judged> {
  const { page } = job
  if (page?.before !== undefined) {
    const { turnPage } = await import('./store/pieces')
    return { answer: await turnPage(job, page, page.before, { parseJson, normalise }), sample: undefined }
  }
  const whole = await shape(job, evaluate)
  const { document: shaped, sample } = whole
  // Only a site whose sources send records loads what keeps and counts them.
  if (job.page) {
    const { judgePage } = await import('./store/put-page')
    return judgePage(whole, job, job.page, { shelf: await openShelf(), evaluate })
  }
  const seen = sample && { ...sample, mapped: shaped }
  if (job.scope.count !== null && OPENED.test(job.scope.resource)) {
    const { openedOf } = await import('./store/opened')
    return { answer: await openedOf(job.scope, await openShelf()), sample: seen }
  }
  const document = await raisedOf(await countedOf(shaped, job, openShelf), job, openShelf)
  const { resource, kind, town, count } = job.scope
  const reader =
    (await readers.get(resource)) ?? (await import('../contract/unlisted')).unlistedReader(kind, resource)
  if (!reader) throw new DataFault('not-connected', words.noContract(resource), undefined, seen)
  const parsed = reader.parse(document)
  if (parsed.success) {
    // What is counted here from records is of the town. Loaded by the first town that is looked at, after the first view.
    if (kind === 'document' && town !== null && count === null)
      (await import('./other-towns')).refuseOthers(parsed.data, town, seen)
    return { answer: parsed.data, sample: seen }
  }
  const [issue] = parsed.error.issues
  throw new DataFault(
    'contract',
    issue?.message ?? words.unknown,
    issue?.path.map(String).join('.') || words.wholeDocument,
    seen,
  )
}

/** Records themselves, where they stand, how a figure of theirs went, what would be if, and what a long time of them comes to: what that takes is fetched when somebody asks for the first. */
const OPENED = /\.(?:study.*|rows?|course|what-if|points)$/

async function countedOf(shaped: unknown, job: ShapeJob, openShelf: OpenShelf): Promise<unknown> {
  if (job.scope.count === null || !isRecord(shaped)) return shaped
  const { answerOf } = await import('./store/answer')
  return answerOf(shaped, job.scope, await openShelf())
}

/** What needs a person, where the source leaves that to the rules of the site. */
async function raisedOf(document: unknown, job: ShapeJob, openShelf: OpenShelf): Promise<unknown> {
  if (!job.scope.raise?.length || !isRecord(document)) return document
  const { raised } = await import('./store/raise')
  return raised(document, job, await openShelf())
}

/** What the data worker answers to a job; an Error would lose its class on the way. */
export type JobReply =
  | { readonly judged: Judged }
  | {
      readonly fault: {
        readonly kind: FaultKind
        readonly detail: string
        readonly field: string | undefined
        readonly sample: Sample | undefined
      }
    }

/** The worker's side: always an answer, never a throw. */
export async function answerJob(...[job, ...tools]: Parameters<typeof judge>): Promise<JobReply> {
  try {
    return { judged: await judge(job, ...tools) }
  } catch (error) {
    const fault = error instanceof DataFault ? error : new DataFault('map', String(error))
    const { kind, detail, field, sample } = fault
    return { fault: { kind, detail, field, sample } }
  }
}

/** Columns of an answer that are handed over instead of copied. */
export function transfersOf(reply: JobReply): ArrayBuffer[] {
  if (!('judged' in reply)) return []
  return Object.values(reply.judged.answer).flatMap((column: unknown) =>
    ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
  )
}
