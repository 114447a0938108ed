import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { appConfig, type AppConfig } from '../src/config/app-config'
import { readProviders } from '../src/config/picture-providers'
import { calendarFile } from '../src/config/calendar'
import { cityConfig, type CityConfig } from '../src/config/city'
import { metricDictionary } from '../src/config/metrics'
import { problemsOf } from '../src/config/view'
import { calendarOf } from '../src/config/working-time'
import { limitsOf } from '../src/config/written'
import { speakChinese } from '../src/contract/locale'
import type { AnswerReader } from '../src/contract/reader'
import type { Counting } from '../src/contract/records/counting'
import type { DocumentResource, Resource } from '../src/contract/resource'
import { checkSource, createCheck, townFault, verdictLine, type Verdict } from '../src/data/check-source'
import { namesOf, type ReadContext } from '../src/data/read-source'
import { readDocuments, recordSources } from '../src/data/record-sources'
import { evaluate } from '../src/data/mapping/expression'
import { PLAIN_CALENDAR } from '../src/lib/working-time'
import { judge, type Readers } from '../src/data/read-job'
import { createShelf } from '../src/data/store/shelf'

const USAGE = `usage: npm run check-live -- --config <file> --base <address of the wall> [--city id] [--region code] [--only dataset] [--show]
  One line a source. --show prints the masked answer and the mapped document as well.
  A session is passed as a cookie in the environment: CHECK_COOKIE='session=…'.
  exit 0: every source answers its contract · 1: at least one does not · 2: the configuration is wrong`

const resources = import.meta.glob<Record<string, Resource>>('../src/domains/*/resources.ts', { eager: true })
const contracts = import.meta.glob<{ readonly readers: readonly AnswerReader[] }>(
  '../src/domains/*/contract.ts',
  { eager: true },
)
const isDocument = (resource: Resource): resource is DocumentResource => resource.kind === 'document'
const documents = new Map(
  Object.values(resources)
    .flatMap((module) => Object.values(module))
    .filter(isDocument)
    .map((resource) => [resource.id, resource]),
)
const countings = import.meta.glob<Counting>('../src/domains/*/summary.ts', { import: 'counting' })
const shelf = Promise.resolve(createShelf(async (id) => countings[`../src/domains/${id}/summary.ts`]?.()))
const readers: Readers = new Map(
  Object.values(contracts)
    .flatMap((module) => module.readers)
    .map((reader) => [reader.id, reader]),
)

class Refusal extends Error {}

/** A wall says them of the pictures they cost. */
function providerProblems({ pictures }: AppConfig): string[] {
  const { wrong, fault } = readProviders(pictures)
  return [...(fault === null ? [] : [fault]), ...Object.values(wrong)].map((line) => `  ${line}`)
}

/** What a drafted source left to a person: a `?` is a word like any other to a wall, and would stand there as one. */
function undecided(value: unknown, path: string): string[] {
  if (value === '?') return [`  ${path}：“?” 处须由人决定`]
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, one]) => undecided(one, path === '' ? name : `${path}.${name}`))
    : []
}

function readConfig(path: string): AppConfig {
  let body: unknown
  try {
    body = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Refusal(`${path}：${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = appConfig.safeParse(body)
  const problems = [
    ...undecided(body, ''),
    ...(parsed.success
      ? providerProblems(parsed.data)
      : problemsOf(parsed.error.issues).map(({ field, message }) => `  ${field}：${message}`)),
  ]
  if (parsed.success && problems.length === 0) return parsed.data
  throw new Refusal([`${path} 有误`, ...problems].join('\n'))
}

/** The city, from the configuration the wall itself will read. */
async function cityOf(city: string, request: typeof globalThis.fetch): Promise<CityConfig> {
  const path = `config/cities/${city}.json`
  const response = await request(path).catch((error: unknown) => {
    throw new Refusal(`无法读取 ${path}：${error instanceof Error ? error.message : String(error)}`)
  })
  const parsed = response.ok ? cityConfig.safeParse(await response.json()) : undefined
  if (!parsed?.success) throw new Refusal(`无法从 ${path} 读取城市 ${city}（HTTP ${response.status}）`)
  return parsed.data
}

/** Thresholds by metric id, as the wall will count by: `config/metrics/<domain>.json` of every domain that sends records. */
async function limitsFor({ sources }: AppConfig, request: typeof globalThis.fetch) {
  const limits: Record<string, number> = {}
  for (const id of readDocuments(sources)) {
    if (recordSources(sources, id).length === 0) continue
    const path = `config/metrics/${id}.json`
    const response = await request(path)
    const parsed = response.ok ? metricDictionary.safeParse(await response.json()) : undefined
    if (!parsed?.success) throw new Refusal(`无法读取 ${path}（HTTP ${response.status}）`)
    Object.assign(limits, limitsOf(parsed.data.metrics))
  }
  return limits
}

/** When offices work, as the wall will count by; asked for only where records are counted. Like the wall it does without, and says so. */
async function calendarFor({ sources }: AppConfig, city: string, request: typeof globalThis.fetch) {
  if (readDocuments(sources).every((id) => recordSources(sources, id).length === 0)) return PLAIN_CALENDAR
  const path = 'config/calendar/cn.json'
  const response = await request(path)
  const parsed = response.ok ? calendarFile.safeParse(await response.json()) : undefined
  if (parsed?.success) return calendarOf(parsed.data, city)
  const [problem] = problemsOf(parsed?.error.issues ?? [])
  const why = problem ? `${problem.field} ${problem.message}` : `HTTP ${response.status}`
  console.error(`无法使用 ${path}：${why}；按周一至周五计算工作日`)
  return PLAIN_CALENDAR
}

/** Requests as the wall makes them: relative to its address, with the session a browser would send. */
function requestFrom(base: string): typeof globalThis.fetch {
  const cookie = process.env['CHECK_COOKIE']
  const root = base.endsWith('/') ? base : `${base}/`
  return (input, init) =>
    fetch(new URL(typeof input === 'string' ? input : '', root), {
      ...init,
      // A redirect is a sign-in page on its way; the wall must not take it for data, nor should a check.
      redirect: 'manual',
      ...(cookie === undefined ? {} : { headers: { cookie } }),
    })
}

function report(verdicts: readonly Verdict[], show: boolean): void {
  for (const verdict of verdicts) {
    console.log(verdictLine(verdict))
    if (!show) continue
    console.log(`── 返回（已脱敏）\n${JSON.stringify(verdict.raw, null, 2)}`)
    console.log(`── 映射结果\n${JSON.stringify(verdict.mapped, null, 2)}`)
  }
}

const regions = z.object({ features: z.array(z.object({ properties: z.object({ code: z.string() }) })) })

/** Codes of the towns of the city, as its configuration names them or its map draws them; asked for only where a source is asked by town. */
async function townsOf({ sources }: AppConfig, city: CityConfig, request: typeof globalThis.fetch) {
  if (!Object.values(sources).some(({ poll }) => poll?.url.includes('{region}'))) return []
  if (city.towns.length > 0) return city.towns.map(({ code }) => code)
  const response = await request(city.map)
  const parsed = response.ok ? regions.safeParse(await response.json()) : undefined
  if (parsed?.success) return parsed.data.features.map(({ properties }) => properties.code)
  console.error(`无法从 ${city.map} 读取镇街（HTTP ${response.status}）；没有核对镇街与全域是否相同`)
  return []
}

/** The city asked for and one town of it must not have the same figures: then one of them stands under the other's name. */
async function comparedWithTown(
  verdict: Verdict,
  { sources }: AppConfig,
  towns: readonly string[],
  region: string | null,
  read: (region: string | null) => Promise<Verdict>,
): Promise<Verdict> {
  const town = region ?? towns[0]
  const asks = sources[verdict.id]?.poll?.url.includes('{region}') === true
  // The only town of a city is the city.
  if (verdict.fault || !asks || town === undefined || towns.length === 1) return verdict
  const other = await read(region === null ? town : null)
  const fault = region === null ? townFault(town, verdict, other) : townFault(town, other, verdict)
  return fault ? { ...verdict, fault } : verdict
}

const OPTIONS = {
  config: { type: 'string' },
  base: { type: 'string' },
  city: { type: 'string' },
  region: { type: 'string' },
  only: { type: 'string' },
  show: { type: 'boolean', default: false },
} as const

// In Node the guards of the expression are enough: a check that hangs is ended by its caller.
const thread: ReadContext['thread'] = {
  read: (job) => judge(job, readers, evaluate, () => shelf),
  lives: () => 1,
}

/** Undefined for anything that is not an option of ours, `--help` among it. */
function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values
  } catch {
    return undefined
  }
}

/** `npm run check-live`: reads every configured source once, through the same steps as the wall. */
export async function main(args: readonly string[]): Promise<number> {
  const values = optionsOf(args)
  if (values?.config === undefined || values.base === undefined) {
    console.error(USAGE)
    return 2
  }
  speakChinese()
  try {
    const config = readConfig(values.config)
    const request = requestFrom(values.base)
    const city = values.city ?? config.defaults.city
    const known = await cityOf(city, request)
    const scope = { city, code: known.code, region: values.region ?? null }
    const limits = await limitsFor(config, request)
    const calendar = await calendarFor(config, city, request)
    const context = {
      audience: config.audience,
      limits,
      calendar,
      names: namesOf(known),
      fetch: request,
      thread,
    }
    const wanted = readDocuments(config.sources).filter((id) => [undefined, id].includes(values.only))
    const checked = createCheck(context, config.sources)
    if (wanted.length === 0) throw new Refusal(`没有可核对的数据源${values.only ? `：${values.only}` : ''}`)
    const towns = await townsOf(config, known, request)
    const verdicts: Verdict[] = []
    // One after the other: a check must not be the load that breaks what it checks.
    const read = async (id: string, region: string | null) =>
      checkSource(checked, documents.get(id), id, { ...scope, region }, Date.now())
    for (const id of wanted) {
      const verdict = await read(id, scope.region)
      verdicts.push(
        await comparedWithTown(verdict, config, towns, scope.region, (region) => read(id, region)),
      )
    }
    report(verdicts, values.show)
    const failed = verdicts.filter(({ fault }) => fault).length
    console.log(`${verdicts.length - failed} 个数据源可用，${failed} 个有误`)
    return failed === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(error.message)
    return 2
  }
}
