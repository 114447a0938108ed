import type { Book } from '../../contract/records/counting'
import type { Course, Courses, Spell } from '../../contract/records/course'
import type { Moment } from '../../contract/records/summary'
import { keyOf } from './records'
import { seenAt, valueIn, type Cameras, type Seen } from './summary-seen'
import { shortened } from './summary-stock'

/**
 * For rules: `sources`, the online rate of each source by its key, which every cut of a channel carries down while it stands; `faults`,
 * the channels of each fault by its key. Their records are channels.
 */
export function coursesOf(book: Book, moment: Moment): Courses {
  let kept: { sources: ReadonlyMap<string, Course>; faults: ReadonlyMap<string, Course> } | undefined
  const made = () => {
    if (kept) return kept
    const seen = seenAt(book, { ...moment, region: null })
    kept = { sources: sourcesIn(seen), faults: faultsIn(seen) }
    return kept
  }
  return {
    sources: (key) => made().sources.get(key),
    faults: (key) => made().faults.get(key),
  }
}

const placeAt = (cameras: Cameras | undefined, row: number) =>
  cameras ? valueIn(cameras.place('town'), row) : null

/** Cuts of registered channels: all that are known, or where channels say themselves that they are offline, those that stand. */
function cutsIn({ cuts, cameraOf, down }: Seen) {
  if (cuts) {
    const cameras = Array.from(cuts.rows, (row) => cameraOf[row] ?? -1)
    return cameras.map((row, i) => ({ row, from: cuts.from[i] ?? Number.NaN, to: cuts.to[i] ?? Infinity }))
  }
  return Array.from(down?.rows ?? [], (row, i) => ({
    row,
    from: down?.since[i] ?? Number.NaN,
    to: Infinity,
  }))
}

function sourcesIn(seen: Seen): ReadonlyMap<string, Course> {
  const { cameras } = seen
  if (!cameras) return new Map()
  const column = cameras.code('source')
  const keys = column.values.map((source) => (source === null ? 'unknown' : keyOf(source)))
  const keyAt = (row: number) => keys[column.at[row] ?? 0] ?? 'unknown'
  const [spells, channels] = [new Map<string, Spell[]>(), new Map<string, number>()]
  for (let row = 0; row < cameras.size; row++) channels.set(keyAt(row), (channels.get(keyAt(row)) ?? 0) + 1)
  const ids = cameras.text('id')
  for (const { row, from, to } of cutsIn(seen)) {
    const own = spells.get(keyAt(row)) ?? []
    spells.set(keyAt(row), own)
    own.push({ id: ids[row] ?? '', from, to, place: placeAt(cameras, row) })
  }
  return new Map(
    [...spells].map(([key, own]) => {
      const whole = channels.get(key) ?? 0
      return [key, { spells: own, value: (n) => ((whole - n) / whole) * 100 }]
    }),
  )
}

function faultsIn({ outages, begun, cameras, cameraOf, now }: Seen): ReadonlyMap<string, Course> {
  const found = new Map<string, Map<string, Spell>>()
  if (!outages) return new Map()
  const [started, ended, town] = [outages.time('startedAt'), outages.time('endedAt'), outages.place('town')]
  const [numbers, faults, ids] = [outages.text('outageNo'), outages.text('fault'), outages.text('camera')]
  for (const row of begun) {
    if ((ended[row] ?? Number.NaN) <= now) continue
    const key = shortened(faults[row] ?? numbers[row] ?? '', 40)
    const own = found.get(key) ?? new Map<string, Spell>()
    found.set(key, own)
    const [id, from] = [ids[row] ?? '', started[row] ?? now]
    const before = own.get(id)?.from ?? Infinity
    const place = placeAt(cameras, cameraOf[row] ?? -1) ?? valueIn(town, row)
    if (from < before) own.set(id, { id, from, to: Infinity, place })
  }
  return new Map([...found].map(([key, own]) => [key, { spells: [...own.values()], value: (n) => n }]))
}
