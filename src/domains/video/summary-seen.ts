import type { Book } from '../../contract/records/counting'
import { rowsIn, type Moment } from '../../contract/records/summary'
import type { Coded, Records } from '../../contract/records/table'
import { CUT_OFF } from './codes'
import { camera, outage, type Camera, type Outage } from './records'
import { spellsOf, type Spells } from './summary-spells'

export type Cameras = Records<Camera['columns']>
export type Outages = Records<Outage['columns']>

/** The channels that are offline now, one place each. */
export interface Down {
  /** Row of the camera; -1 where no register is sent. */
  readonly rows: Int32Array
  /** Since when, epoch ms; NaN where nobody says. */
  readonly since: Float64Array
}

/** Cameras and outages of a moment and place. Rows are those of their tables. */
export interface Seen {
  readonly now: number
  readonly region: string | null
  readonly cameras: Cameras | undefined
  /** Cameras in the region. */
  readonly rows: Uint32Array
  readonly outages: Outages | undefined
  /** Outages in the region that have begun by now. */
  readonly begun: Uint32Array
  /** Row of the camera of an outage, by row of the outage; -1 where no camera is known by its number. */
  readonly cameraOf: Int32Array
  /** Times in which registered channels of the region were cut off; undefined where outages do not tell what is offline. */
  readonly cuts: Spells | undefined
  /** What ended before this moment (epoch ms) is not among the outages; Infinity where none of them has ended. */
  readonly reach: number
  /** Undefined where neither cameras nor outages say what is offline. */
  readonly down: Down | undefined
}

/** Rows for which `test` holds. */
export function count(rows: ArrayLike<number>, test: (row: number) => boolean): number {
  let n = 0
  for (let i = 0; i < rows.length; i++) if (test(rows[i] ?? -1)) n++
  return n
}

/** The value of a coded column in `row`; null where it is unknown. */
export const valueIn = <V>({ at, values }: Coded<V>, row: number): V | null => values[at[row] ?? 0] ?? null

/** Whether any of the first `size` rows knows a value in `column`: a column that nobody fills says nothing, not even 0. */
export function isTold(column: Float64Array | Uint8Array, size: number): boolean {
  for (let row = 0; row < size; row++) {
    const value = column[row] ?? Number.NaN
    if (column instanceof Uint8Array ? value > 0 : !Number.isNaN(value)) return true
  }
  return false
}

export function seenAt(book: Book, { now, region }: Moment): Seen {
  const [cameras, outages] = [book.of(camera), book.of(outage)]
  const rows = cameras ? rowsIn(cameras.size, cameras.place('town'), region) : new Uint32Array(0)
  const cameraOf =
    cameras && outages ? camerasOf(cameras, outages) : new Int32Array(outages?.size ?? 0).fill(-1)
  const inside = new Uint8Array(cameras?.size ?? 0)
  for (const row of rows) inside[row] = 1
  const begun = outages ? begunIn(outages, { cameras, cameraOf, inside, now, region }) : new Uint32Array(0)
  const flagged = cameras !== undefined && isTold(cameras.flag('online'), cameras.size)
  const cuts = outages && spellsOf(outages, cutsAmong(outages, begun, cameras && cameraOf), now)
  return {
    now,
    region,
    cameras,
    rows,
    outages,
    begun,
    cameraOf,
    cuts: flagged ? undefined : cuts,
    reach: reachOf(outages, now),
    down: downOf(cameras, { rows, cameraOf, cuts, flagged }),
  }
}

/** The camera of every outage, by its number. */
function camerasOf(cameras: Cameras, outages: Outages): Int32Array {
  const wanted = outages.text('camera')
  const found = new Map<string, number>()
  for (let row = 0; row < outages.size; row++) found.set(wanted[row] ?? '', -1)
  const ids = cameras.text('id')
  for (let row = 0; row < cameras.size; row++) {
    const id = ids[row] ?? ''
    if (found.has(id)) found.set(id, row)
  }
  return Int32Array.from({ length: outages.size }, (_, row) => found.get(wanted[row] ?? '') ?? -1)
}

interface Scope {
  readonly cameras: Cameras | undefined
  readonly cameraOf: Int32Array
  readonly inside: Uint8Array
  readonly now: number
  readonly region: string | null
}

/** A registered camera stands where the register says, any other where its outage says. */
function begunIn(outages: Outages, { cameras, cameraOf, inside, now, region }: Scope): Uint32Array {
  const started = outages.time('startedAt')
  const own = new Uint8Array(outages.size)
  for (const row of rowsIn(outages.size, outages.place('town'), region)) own[row] = 1
  return Uint32Array.from({ length: outages.size }, (_, row) => row).filter((row) => {
    const at = cameraOf[row] ?? -1
    return (started[row] ?? Number.NaN) <= now && (cameras && at >= 0 ? inside[at] : own[row]) === 1
  })
}

/** Outages that cut a channel off: where there is a register, of the channels in it. */
function cutsAmong(outages: Outages, begun: Uint32Array, cameraOf: Int32Array | undefined): Uint32Array {
  const type = outages.code('type')
  return begun.filter((row) => valueIn(type, row) === CUT_OFF && (!cameraOf || (cameraOf[row] ?? -1) >= 0))
}

function reachOf(outages: Outages | undefined, now: number): number {
  const ended = outages?.time('endedAt') ?? new Float64Array(0)
  let first = Infinity
  for (let row = 0; row < (outages?.size ?? 0); row++) {
    const at = ended[row] ?? Number.NaN
    if (at <= now && at < first) first = at
  }
  return first
}

interface Told {
  readonly rows: Uint32Array
  readonly cameraOf: Int32Array
  readonly cuts: Spells | undefined
  /** Cameras say themselves whether they are online. */
  readonly flagged: boolean
}

function downOf(cameras: Cameras | undefined, { rows, cameraOf, cuts, flagged }: Told): Down | undefined {
  const lasts = (_: number, i: number) => cuts?.to[i] === Infinity
  const cut = Int32Array.from(cuts?.rows.filter(lasts) ?? [], (row) => cameraOf[row] ?? -1)
  const from = cuts?.from.filter(lasts) ?? new Float64Array(0)
  if (!flagged || !cameras) return cuts && { rows: cut, since: from }
  const sinceOf = new Map(Array.from(cut, (row, i) => [row, from[i] ?? Number.NaN]))
  const [online, seen] = [cameras.flag('online'), cameras.time('seenAt')]
  // A camera that does not say so itself is offline where an outage of it stands.
  const off = rows.filter((row) => online[row] === 1 || (online[row] === 0 && sinceOf.has(row)))
  return {
    rows: Int32Array.from(off),
    since: Float64Array.from(off, (row) => sinceOf.get(row) ?? seen[row] ?? Number.NaN),
  }
}
