import { deriveDocument } from '../contract/derive'
import type { CityDocument } from '../contract/document'
import type { DocumentResource } from '../contract/resource'
import { DataFault } from '../data/data-fault'
import { keyOf } from '../data/feed'
import type { Screen } from './screen-context'
import { words } from './words'

export interface DocumentStatus {
  readonly id: string
  readonly document: CityDocument | undefined
  readonly fault: DataFault | undefined
  /** Consecutive failed attempts. */
  readonly failures: number
  /** When it was last read with success, epoch ms; 0 before. Asked for, so that a check that changed nothing draws nothing anew. */
  readonly checkedAt: () => number
  readonly retry: () => void
}

/** One read: each is made once, however many documents are made of it. */
export interface Question {
  readonly key: string
  readonly resource: DocumentResource
  readonly region: string | null
}

/** What is known of one question. */
export interface Gathered extends Omit<DocumentStatus, 'retry' | 'checkedAt'> {
  readonly key: string
  readonly refetch: (() => Promise<unknown>) | undefined
}

/** Which questions make one document: its own source, and the documents it is put together from. */
interface Plan {
  readonly resource: DocumentResource
  /** Key of its own source's question; null where the configuration derives it and names no address. */
  readonly own: string | null
  /** Domain → key of its question. */
  readonly inputs: readonly (readonly [id: string, key: string])[]
}

/** What has to be read for `resources`. */
export function plansOf(
  { config, domains, region }: Pick<Screen, 'config' | 'domains' | 'region'>,
  resources: readonly DocumentResource[],
): { readonly plans: readonly Plan[]; readonly questions: readonly Question[] } {
  const questions = new Map<string, Question>()
  const ask = (resource: DocumentResource, wholeCity: boolean): string => {
    // A map shows all towns whichever is chosen: it must not be read and built anew under the finger that chooses.
    const scope = wholeCity || resource.wholeCity ? null : region
    const key = keyOf(resource.id, { region: scope })
    questions.set(key, { key, resource, region: scope })
    return key
  }
  const plans = resources.map((resource): Plan => {
    const source = config.sources[resource.id]
    const { derivation, wholeCity } = resource
    const derives = derivation !== null && source?.derive !== undefined
    return {
      resource,
      own: derives && !source.poll ? null : ask(resource, false),
      inputs: derives
        ? domains.inputsOf(derivation.inputs).map((input) => [input.id, ask(input, wholeCity)] as const)
        : [],
    }
  })
  return { plans, questions: [...questions.values()] }
}

type Known = Pick<Screen, 'config' | 'city' | 'region' | 'feed'>

/** The document a plan comes to. */
export function statusOf(
  screen: Known,
  plan: Plan,
  gathered: ReadonlyMap<string, Gathered>,
  stale: ReadonlySet<string>,
): DocumentStatus {
  const own = plan.own === null ? undefined : gathered.get(plan.own)
  const { id } = plan.resource
  const inputs = plan.inputs.flatMap(([, key]) => gathered.get(key) ?? [])
  const read = [own, ...inputs].flatMap((one) => one ?? [])
  const rest = {
    id,
    checkedAt: () => Math.max(0, ...read.map(({ key }) => screen.feed.failures.of(key).goodAt)),
    retry: () => read.forEach(({ refetch }) => void refetch?.()),
  }
  if (plan.inputs.length === 0)
    return { ...rest, document: own?.document, fault: own?.fault, failures: own?.failures ?? 0 }
  const settled = read.every((one) => one.document || one.fault)
  const document = settled ? onceDerived(screen, plan, own?.document, inputs, stale) : undefined
  // An input that never came is told by what the derivation says it does not know; one whose last good answer is used has its fault here.
  const failing = inputs.find((one) => one.document && one.fault)
  const fault = own?.fault ?? (settled && !document ? blind(inputs) : failing?.fault)
  return { ...rest, document, fault, failures: own?.failures || (failing ?? inputs[0])?.failures || 0 }
}

/** What is put together of several answers speaks of the place that all of them speak of. One that says nothing speaks of none. */
function sharedRegion(inputs: readonly Gathered[]): string | undefined {
  const regions = new Set(
    inputs.flatMap(({ document }) => (document && document.operation !== null ? document.region : [])),
  )
  return regions.size === 1 ? [...regions][0] : undefined
}

const DERIVED = { name: words.derived.name, owner: words.derived.owner }

/** What each document was last put together of. Many parts of a screen ask for the same one, and it is one object for all of them. */
const last = new WeakMap<DocumentResource, readonly [document: CityDocument | undefined, ...of: unknown[]]>()

function onceDerived(
  known: Known,
  plan: Plan,
  base: CityDocument | undefined,
  inputs: readonly Gathered[],
  stale: ReadonlySet<string>,
): CityDocument | undefined {
  const of = [known.region, base, [...stale].join(), ...inputs.map(({ document }) => document)]
  const [held, ...from] = last.get(plan.resource) ?? []
  if (from.length === of.length && of.every((one, i) => one === from[i])) return held
  const document = derivedOf(known, plan, base, inputs, stale)
  last.set(plan.resource, [document, ...of])
  return document
}

function derivedOf(
  { config, city, region }: Known,
  { resource }: Plan,
  base: CityDocument | undefined,
  inputs: readonly Gathered[],
  stale: ReadonlySet<string>,
): CityDocument | undefined {
  const about = config.sources[resource.id]?.about
  const envelope = {
    city: city.id,
    region: sharedRegion(inputs) ?? city.code,
    source: about ?? { ...DERIVED, cadenceSeconds: 5 },
    base,
    town: resource.wholeCity ? null : region,
  }
  return deriveDocument(resource, envelope, new Map(inputs.map((one) => [one.id, one.document])), stale)
}

/** Made of nothing it would look calm, so it fails as its first input does. */
function blind(inputs: readonly Gathered[]): DataFault {
  return new DataFault(
    inputs[0]?.fault?.kind ?? 'not-connected',
    words.derived.blind(inputs.map(({ id }) => id)),
  )
}
