import { everyMsOf, type SourceConfig } from '../config/source'
import type { Dataset, Moment } from '../contract/dataset'
import type { CityDocument } from '../contract/document'
import { isoTime } from '../lib/calendar'
import { asFault, DataFault } from './data-fault'
import { createLatest, type LatestContext, type ReadRequest } from './transport/latest'
import { check, type Scope } from './transport/read-source'

export interface LoaderContext extends LatestContext {
  readonly sources: Readonly<Record<string, SourceConfig>>
  /** The default city: whose data an address without `{city}` gives. */
  readonly home?: string
  /** Dataset → what is wrong with its configuration, for sources that could not be used. */
  readonly wrongSources?: Readonly<Record<string, string>>
  readonly datasets: ReadonlyMap<string, Dataset>
  /** Thresholds by metric id, for the demo's exceptions. */
  readonly limits: Readonly<Record<string, number>>
}

export interface DatasetRequest extends ReadRequest {
  /** The shown moment, epoch ms. */
  readonly now: number
}

export type Loader = (id: string, request: DatasetRequest) => Promise<CityDocument>

/** A source's data may run ahead of our clock by this much before it is called wrong (clocks drift). */
const AHEAD_MS = 5 * 60_000

/** Documents kept per dataset and region; more than a wall ever asks for at once. */
const MAX_KEPT = 24

/**
 * The pipeline: source → shape → contract → (demo only) simulate. Mock files and live APIs take the same path;
 * the only difference is that a mock document is then moved to the shown moment.
 * One tick simulates each dataset once, however many others are derived from it.
 * @throws DataFault
 */
export function createLoader(context: LoaderContext): Loader {
  const latest = createLatest(context)
  const moved = new Map<string, { base: CityDocument; now: number; result: CityDocument }>()

  function lookup(id: string, { city }: Scope): { dataset: Dataset; source: SourceConfig } {
    const dataset = context.datasets.get(id)
    const source = context.sources[id]
    const wrong = context.wrongSources?.[id]
    if (wrong !== undefined) throw new DataFault('not-connected', `配置有误 ${wrong}`)
    if (!dataset || !source) throw new DataFault('not-connected', `未配置数据源 sources.${id}`)
    refuseOtherCity(id, source, city, context.home)
    return { dataset, source }
  }

  async function load(id: string, request: DatasetRequest): Promise<CityDocument> {
    const { dataset, source } = lookup(id, request)
    if (context.mode === 'live')
      return refuseFuture(
        source.derive ? await derive(id, request) : await latest.read(dataset, source, request),
        request.now,
      )
    const document = await latest.read(dataset, source, request)
    if (!dataset.simulate) return document
    const now = Math.floor(request.now / everyMsOf(source)) * everyMsOf(source)
    const inputs = await loadInputs(dataset, { ...request, now })
    const key = `${id}|${request.city}|${request.region ?? ''}`
    const last = moved.get(key)
    if (dataset.derivedFrom.length === 0 && last?.base === document && last.now === now) return last.result
    const result = dataset.simulate(document, momentOf(request, now), inputs)
    if (moved.size > MAX_KEPT) moved.clear()
    moved.set(key, { base: document, now, result })
    return result
  }

  const momentOf = (request: DatasetRequest, now: number): Moment => ({
    now,
    region: request.region,
    limits: context.limits,
    staleAfterMs: Object.fromEntries(
      Object.entries(context.sources).flatMap(([id, { staleAfterMs }]) =>
        staleAfterMs === undefined ? [] : [[id, staleAfterMs] as const],
      ),
    ),
  })

  /** A live document made of the others', where the city has no system of its own for it. */
  async function derive(id: string, request: DatasetRequest): Promise<CityDocument> {
    const { dataset, source } = lookup(id, request)
    if (!dataset.derive)
      throw new DataFault('not-connected', `数据集 ${id} 不能由其他数据集汇成（sources.${id}.derive）`)
    const inputs = await loadInputs(dataset, request)
    if (inputs.size === 0) throw await nothingOf(dataset, request)
    const { name, owner, cadenceSeconds } = source.about ?? {
      name: '各专题汇总',
      owner: '本系统',
      cadenceSeconds: Math.ceil(everyMsOf(source) / 1000),
    }
    const envelope = {
      city: request.city,
      region: (dataset.wholeCity ? null : request.region) ?? request.code,
      source: { name, owner, cadenceSeconds, simulated: false },
    }
    return check(dataset, dataset.derive(envelope, momentOf(request, request.now), inputs))
  }

  /** Made of nothing it would look calm: it fails as its first input does. */
  async function nothingOf(dataset: Dataset, request: DatasetRequest): Promise<DataFault> {
    const fault = await load(dataset.derivedFrom[0] ?? '', { ...request, input: true }).then(
      () => undefined,
      asFault,
    )
    const detail = `所依据的数据均未读到（${dataset.derivedFrom.join('、')}）`
    return new DataFault(fault?.kind ?? 'http', detail)
  }

  /**
   * An input that fails is given as it last was, so that what it raised stays on the list while it ages; one that was never read
   * is left out. Either way the derived document says what it could not see.
   */
  async function loadInputs(dataset: Dataset, request: DatasetRequest): Promise<Map<string, CityDocument>> {
    const scoped = {
      ...request,
      region: dataset.wholeCity ? null : request.region,
      fresh: false,
      input: true,
    }
    const settled = await Promise.all(
      dataset.derivedFrom.map(
        async (id) => [id, await load(id, scoped).catch(() => lastOf(id, scoped))] as const,
      ),
    )
    return new Map(settled.flatMap(([id, document]) => (document ? [[id, document] as const] : [])))
  }

  /** Live only: what a demo holds has not been moved to the shown moment. */
  function lastOf(id: string, scope: Scope): CityDocument | undefined {
    const source = context.sources[id]
    return source && context.mode === 'live' ? latest.last(id, source, scope) : undefined
  }

  return load
}

/** One address for several cities would show the figures of one under the name of another. */
function refuseOtherCity(id: string, { poll }: SourceConfig, city: string, home = city): void {
  if (poll && city !== home && !poll.url.includes('{city}'))
    throw new DataFault('not-connected', `sources.${id}.poll.url 不含 {city}，只用于默认城市`)
}

function refuseFuture(document: CityDocument, now: number): CityDocument {
  if (Date.parse(document.asOf) <= now + AHEAD_MS) return document
  throw new DataFault('contract', `数据时间 ${document.asOf} 晚于当前时间 ${isoTime(now)}`, 'asOf')
}
