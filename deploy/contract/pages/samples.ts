import { existsSync, readFileSync } from 'node:fs'
import { readCalendar } from '../../../mock-data/generator/calendar'
import type { CityDocument } from '../../../src/contract/document'
import type { AnswerReader } from '../../../src/contract/reader'
import type { Answer } from '../../../src/contract/resource'
import { rowsOfColumns } from '../../../src/data/store/rows-of-columns'
import { createCity } from '../../../src/demo/city'
import type { Demo } from '../../../src/demo/kit/domain'
import { at, isObject, parseJson, type Json } from '../json'
import { publishedResources } from '../resources'

/** The city that samples are of. */
const CITY = 'baiyun'

const read = (path: string): Json => parseJson(readFileSync(path, 'utf8'))

const demos = import.meta.glob<{ readonly demo: Demo }>('../../../src/demo/*/demo.ts', { eager: true })
const ask = createCity({
  seed: (city, domain) => {
    const path = `mock-data/${city}/seed/${domain}.json`
    return Promise.resolve(existsSync(path) ? read(path) : null)
  },
  demos: new Map(Object.entries(demos).map(([path, { demo }]) => [path.split('/').at(-2) ?? '', demo])),
  calendar: readCalendar(CITY),
})

/** What the demo's city answers at an address; null where it does not. */
async function answerOf(address: string, now: number): Promise<Json> {
  const { status, body } = await ask(`${CITY}/${address}`, now, null)
  return status === 200 ? parseJson(JSON.stringify(rowByRow(body))) : null
}

/** Records as most sources send them. The demo sends its own by the column, since a page starts with tens of thousands. */
const rowByRow = (body: object): object =>
  'rows' in body && !Array.isArray(body.rows) ? { ...body, rows: rowsOfColumns(body.rows, 'rows') } : body

/** Whether a contract (`hotline.order/1`) is of resource `id`. */
const isOf = (contract: string, id: string) => contract.startsWith(`${id}/`)

/** What the demo says of a resource beside its documents; one by its number is the first of the list that it stands in. */
async function listedOf(id: string, now: number): Promise<Json> {
  const [domain = '', own = ''] = id.split('.')
  const lists = Object.entries(demos[`../../../src/demo/${domain}/demo.ts`]?.demo.lists ?? {})
  const [name, rows] = lists.find(([, { list, record }]) => isOf(list, id) || isOf(record, id)) ?? []
  if (name === undefined || rows === undefined) return answerOf(`${domain}/${own}`, now)
  const page = await answerOf(`${domain}/${name}`, now)
  const number = at(page, 'rows', '0', rows.key)
  if (isOf(rows.list, id)) return page
  return typeof number === 'string' ? answerOf(`${domain}/${name}/${number}`, now) : null
}

const documentPath = (id: string) => `mock-data/${CITY}/${id}.json`

async function sampleOf(id: string, kind: string): Promise<Json> {
  if (kind === 'document') return existsSync(documentPath(id)) ? read(documentPath(id)) : null
  const [domain = ''] = id.split('.')
  const told = existsSync(documentPath(domain)) ? at(read(documentPath(domain)), 'asOf') : undefined
  return typeof told === 'string' ? listedOf(id, Date.parse(told)) : null
}

// Here and not when they are asked for: a city answers later, a generator does not wait.
const samples = new Map(
  await Promise.all(
    publishedResources().map(async ({ id, kind }) => [id, await sampleOf(id, kind)] as const),
  ),
)

/** An answer of resource `id`; null where there is none to show. */
export const sampleAnswer = (id: string): Json => samples.get(id) ?? null

const contracts = import.meta.glob<{ readonly readers: readonly AnswerReader[] }>(
  '../../../src/domains/*/contract.ts',
  { eager: true },
)
const readers = Object.values(contracts).flatMap((contract) => contract.readers)
const isDocument = (answer: Answer): answer is CityDocument => 'operation' in answer

/** The sample of a document as a panel is given it; null where there is none. @throws Error where its contract refuses it */
export function sampleDocument(id: string): CityDocument | null {
  if (sampleAnswer(id) === null) return null
  const parsed = readers.find((reader) => reader.id === id)?.parse(sampleAnswer(id))
  if (parsed?.success && isDocument(parsed.data)) return parsed.data
  throw new Error(`${documentPath(id)} 不合 ${id} 的契约`)
}

/** Longest sample in a table. */
const MOST = 64

/** What stands at a dotted path of an answer: of a list the first item that has it. */
function valueAt(value: Json | undefined, steps: readonly string[]): Json | undefined {
  const [step, ...rest] = steps
  if (step === undefined || value === undefined) return value
  if (step === '[]' || step === '*') {
    const items = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []
    const found = items.map((item) => valueAt(item, rest)).filter((item) => item !== undefined)
    return found.find((item) => item !== null) ?? found[0]
  }
  return isObject(value) ? valueAt(value[step], rest) : undefined
}

/** A value in a cell of a table; a list shows its first items, an object what fits. */
export function sampleText(answer: Json, path: string): string {
  const value = valueAt(answer, path.split('.'))
  if (value === undefined) return '—'
  const text = JSON.stringify(value)
  const short = text.length > MOST ? `${text.slice(0, MOST)}…` : text
  return `\`${short.replaceAll('`', "'").replaceAll('|', '\\|')}\``
}
