import { buildVideo } from '../../../../mock-data/generator/video'
import type { Book } from '../../../../src/contract/records/counting'
import type { AnyKind } from '../../../../src/contract/records/kind'
import { rowReader } from '../../../../src/contract/records/read-row'
import { createTable, type Table } from '../../../../src/contract/records/table'
import { dataTime } from '../../../../src/demo/video/clock'
import { demo } from '../../../../src/demo/video/demo'
import { simulate } from '../../../../src/demo/video/document'
import type { VideoDemo } from '../../../../src/demo/video/seed'
import type { VideoDocument, WholeVideo } from '../../../../src/domains/video/contract'
import { camera, usual } from '../../../../src/domains/video/records'
import { counting } from '../../../../src/domains/video/summary'
import { dayStart } from '../../../../src/lib/calendar'
import { bookOf } from '../../domains/book'
import { raisedIn } from '../../domains/rules/ground'
import { at, citiesOf, limits } from '../cities'
import { PLAIN_CALENDAR } from '../../../../src/lib/working-time'

export const CITIES = ['baiyun', 'huaibei'] as const

export const { seedOf, bases, baseOf, demoOf, documentAt } = citiesOf<VideoDocument, VideoDemo, object>(
  buildVideo,
  simulate,
)

/** The rows of a kind as the city answers them at `now`. */
export const rowsOf = (
  city: string,
  kind: string,
  now: number,
  since: number | null = null,
): readonly object[] =>
  demo.records?.[kind.replace('video.', '')]?.(seedOf(city), { now, since, calendar: PLAIN_CALENDAR }) ?? []

const timeOf = (moment: string | number) => (typeof moment === 'number' ? moment : at(moment))

/** The platform's data time. */
export const dataTimeOf = (city: string, now: number) => dataTime(city, demoOf(city).seed, now)

const readCamera = rowReader(camera)
const registers = new Map<string, { readonly table: Table; at: number }>()

/** The register is long and hardly changes: as the wall does, it is read whole once, and then what changed. */
function registerAt(city: string, now: number): Table {
  const held = registers.get(city)
  const { table } = held ?? { table: createTable(camera) }
  for (const [i, row] of rowsOf(city, camera.id, now, held?.at).entries()) {
    const read = readCamera(row, i)
    if ('cells' in read) table.put(read.cells)
  }
  registers.set(city, { table, at: now })
  return table
}

const kept = new Map<string, Book>()

/** What is usual is the same for a day. */
function keptBook(city: string, kind: AnyKind, now: number): Book {
  const time = dataTimeOf(city, now)
  const key = `${city}|${kind.id}|${kind === usual ? dayStart(time) : time}`
  const book = kept.get(key) ?? bookOf([kind, rowsOf(city, kind.id, now)])
  kept.set(key, book)
  return book
}

/** All the rows of a city. */
export function wholeBook(city: string, now: number): Book {
  return {
    of: (kind) => (kind.id === camera.id ? registerAt(city, now) : keptBook(city, kind, now).of(kind)),
  }
}

/** What is counted from `book` of a city. */
export const count = (city: string, book: Book, now: number, region: string | null = null): object =>
  counting.count(book, { now: dataTimeOf(city, now), region, limits: {}, calendar: PLAIN_CALENDAR })

/** What the rows of the city come to: every part of it, as the demo sends all it takes. */
export const operationAt = (city: string, moment: string | number, region: string | null = null) =>
  count(city, wholeBook(city, timeOf(moment)), timeOf(moment), region) as WholeVideo

/** The document as a wall has it: counted, and judged by the rules. */
export const videoAt = (city: string, moment: string | number, region: string | null = null) => {
  const document = documentAt(city, moment, region)
  const whole = operationAt(city, moment)
  const now = dataTimeOf(city, timeOf(moment))
  const about = { now, region: null, limits, calendar: PLAIN_CALENDAR }
  const courses = counting.courses?.(wholeBook(city, timeOf(moment)), about)
  return {
    ...document,
    operation: region === null ? whole : operationAt(city, moment, region),
    exceptions: raisedIn(document, whole, region, limits, courses),
  }
}

/** Night, office hours, evening, a Sunday, a holiday and the turn of a year. */
export const MOMENTS = [
  '2026-11-18 03:00',
  '2026-11-18 10:42',
  '2026-11-18 19:58',
  '2026-11-22 15:10',
  '2026-10-01 08:30',
  '2027-01-01 00:00',
]
