import type { Book } from '../../contract/records/counting'
import { pointsOfRecords } from '../../contract/records/points-of'
import { bandIn, type UsualBand, type Wanted } from '../../contract/records/usual-band'
import { viewOf, type RowView } from '../../contract/records/row-view'
import type { Moment } from '../../contract/records/summary'
import { CUT_OFF, POINT_STATES, type PointState } from './codes'
import { camera, keyOf, outage, usual } from './records'
import { bandOf } from './summary-flow'
import { partsOf, type GbId } from './summary-gb'
import { seenAt, valueIn, type Seen } from './summary-seen'

export { findingsOf } from './summary-ids'

/**
 * Channels and outages for rules and lists: their columns, and what follows from them. `offline` is a channel that is offline now and
 * `offlineSince` when it went, unknown where nobody says, `offlineFor` the band of how long that is; `stands` an outage that lasts. An outage lies where its channel does.
 */
export function viewsOf(book: Book, moment: Moment): Readonly<Record<string, RowView>> {
  const seen = seenAt(book, { ...moment, region: null })
  return { ...channelsIn(seen), ...outagesIn(seen) }
}

/** Of the online rate of a source, with its name behind. */
const ONLINE = 'online:'

/** What is usual of the online rate of a source at the same hours, where the history of the city says so. */
export const usualOf = (book: Book, { course, subject }: Wanted): UsualBand | null =>
  course !== 'sources'
    ? null
    : bandIn(
        book.of(usual),
        (metric) => metric.startsWith(ONLINE) && keyOf(metric.slice(ONLINE.length)) === subject,
      )

function channelsIn({ cameras, down, now }: Seen): Readonly<Record<string, RowView>> {
  if (!cameras) return {}
  const since = new Map(Array.from(down?.rows ?? [], (row, i) => [row, down?.since[i] ?? Number.NaN]))
  const offlineSince = (row: number) => since.get(row) ?? null
  const offline = (row: number) => (down ? since.has(row) : null)
  const offlineFor = (row: number) => (since.has(row) ? bandOf(since.get(row) ?? Number.NaN, now) : null)
  const ids = cameras.text('id')
  const told = (part: keyof GbId) => (row: number) => partsOf(ids[row] ?? '')?.[part] ?? null
  const number = { gbSector: told('sector'), gbType: told('type'), gbNetwork: told('network') }
  const fields = { offline, offlineSince, offlineFor, ...number }
  return { camera: viewOf(camera, cameras, { moments: ['offlineSince'], fields }) }
}

function outagesIn({ cameras, outages, cameraOf, begun, now }: Seen): Readonly<Record<string, RowView>> {
  if (!outages) return {}
  const [ended, has] = [outages.time('endedAt'), new Set(begun)]
  const stands = (row: number) => has.has(row) && !((ended[row] ?? Number.NaN) <= now)
  const [towns, sources] = [outages.place('town'), outages.code('source')]
  const at = (row: number) => cameraOf[row] ?? -1
  return {
    outage: viewOf(outage, outages, {
      fields: {
        stands,
        town: (row) => (cameras && valueIn(cameras.place('town'), at(row))) ?? valueIn(towns, row),
        source: (row) => (cameras && valueIn(cameras.code('source'), at(row))) ?? valueIn(sources, row),
      },
    }),
  }
}

const indexOf = (state: PointState) => POINT_STATES.indexOf(state)

/** Cameras of the register for a map of them, those of a town where one was chosen; null where no register is kept. */
export function pointsOf(book: Book, moment: Moment) {
  const seen = seenAt(book, moment)
  const { cameras, down, rows } = seen
  if (!cameras) return null
  const state = new Uint8Array(cameras.size).fill(indexOf('online'))
  const since = new Float64Array(cameras.size).fill(Number.NaN)
  for (const [row, at] of impairedIn(seen)) {
    state[row] = indexOf('impaired')
    since[row] = at
  }
  for (const [i, row] of (down?.rows ?? []).entries()) {
    state[row] = indexOf('offline')
    since[row] = down?.since[i] ?? Number.NaN
  }
  return { ...pointsOfRecords(cameras, { rows, state, since }, ['source', 'type']), states: POINT_STATES }
}

/** Row of every camera of which the picture or the recording is out of order, and since when. */
function impairedIn({ outages, begun, cameraOf, now }: Seen): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  if (!outages) return found
  const [type, ended, started] = [outages.code('type'), outages.time('endedAt'), outages.time('startedAt')]
  for (const row of begun) {
    const [at, from] = [cameraOf[row] ?? -1, started[row] ?? Number.NaN]
    if (at < 0 || valueIn(type, row) === CUT_OFF || (ended[row] ?? Number.NaN) <= now) continue
    found.set(at, Math.min(from, found.get(at) ?? Number.POSITIVE_INFINITY))
  }
  return found
}
