import type { Book } from '../../contract/records/counting'
import { viewOf, type RowView } from '../../contract/records/row-view'
import type { Moment } from '../../contract/records/summary'
import { camera, outage } from './records'
import { seenAt, valueIn, type Seen } from './summary-seen'

/**
 * Channels and outages for rules and lists: their columns, and what follows from them. `offline` is a channel that is offline now and
 * `offlineSince` when it went, unknown where nobody says; `stands` an outage that lasts. An outage lies where its channel does.
 */
export function viewsOf(book: Book, moment: Moment): Readonly<Record<string, RowView>> {
  const seen = seenAt(book, { ...moment, region: null })
  return { ...channelsIn(seen), ...outagesIn(seen) }
}

function channelsIn({ cameras, down }: Seen): Readonly<Record<string, RowView>> {
  if (!cameras) return {}
  const since = new Map(Array.from(down?.rows ?? [], (row, i) => [row, down?.since[i] ?? Number.NaN]))
  const offlineSince = (row: number) => since.get(row) ?? null
  const offline = (row: number) => (down ? since.has(row) : null)
  return { camera: viewOf(camera, cameras, { moments: ['offlineSince'], fields: { offline, offlineSince } }) }
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
