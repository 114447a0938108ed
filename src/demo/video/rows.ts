import { DAY, HOUR, isoTime } from '../../lib/calendar'
import type { WholeVideo } from '../../domains/video/contract'
import { type FaultState } from '../../domains/video/codes'
import { ownerOf } from './alarms'
import { stateOf } from './faults'
import type { Network } from './network'
import { snapshotAt, sumIn, type Detailed, type Snapshot, type Standing } from './snapshot'

const MAX_FAULTS = 40
const NORMAL_DAYS = 14

/** Ageing bands: upper edge and words. */
const BANDS = [
  { key: 'h1', label: '1 时内', below: HOUR },
  { key: 'h4', label: '1–4 时', below: 4 * HOUR },
  { key: 'h24', label: '4–24 时', below: DAY },
  { key: 'd3', label: '1–3 天', below: 3 * DAY },
  { key: 'd7', label: '3–7 天', below: 7 * DAY },
  { key: 'over', label: '超 7 天', below: Infinity },
] as const

const hourStart = (at: number) => Math.floor(at / HOUR) * HOUR

/** Rate in percent with two decimals. */
export function rateIn(network: Network, inScope: readonly boolean[], shot: Snapshot): number | null {
  const whole = sumIn(network, inScope, network.size)
  return whole === 0
    ? null
    : Math.round(((whole - sumIn(network, inScope, shot.offline)) / whole) * 10_000) / 100
}

/** One row per source, with the channels it has in scope. */
export function sourcesAt(
  network: Network,
  inScope: readonly boolean[],
  shot: Snapshot,
): WholeVideo['sources'] {
  const { demo, towns, size } = network
  const rows = demo.sources.map(({ key, label, group }) => ({ key, label, group, channels: 0, offline: 0 }))
  size.forEach((n, cell) => {
    const row = rows[Math.floor(cell / towns)]
    if (!row || inScope[cell % towns] !== true) return
    row.channels += n
    row.offline += shot.offline[cell] ?? 0
  })
  return rows
}

/** One row per device type. */
export function typesAt(network: Network, inScope: readonly boolean[], shot: Detailed): WholeVideo['types'] {
  const { demo, towns, typesIn, typeOf } = network
  const rows = demo.types.map(({ key, label }) => ({ key, label, channels: 0, offline: 0 }))
  typesIn.forEach((counts, cell) => {
    if (inScope[cell % towns] !== true) return
    rows.forEach((row, type) => {
      row.channels += counts[type] ?? 0
    })
  })
  for (const { fault, channels } of shot.outages) {
    if (inScope[fault.town] !== true) continue
    for (const channel of channels) {
      const row = rows[typeOf[channel] ?? 0]
      if (row) row.offline++
    }
  }
  return rows
}

/** One row per town with its own usual range: the same hour of the last fourteen days. */
export function townsAt(network: Network, inScope: readonly boolean[], shot: Snapshot): WholeVideo['towns'] {
  const { demo } = network
  const days = Array.from({ length: NORMAL_DAYS }, (_, i) =>
    byTown(network, snapshotAt(network, hourStart(shot.at) - (i + 1) * DAY).offline),
  )
  const cameras = byTown(network, network.size)
  const offline = byTown(network, shot.offline)
  return demo.towns.flatMap(({ code, name }, i) => {
    if (inScope[i] !== true) return []
    const usual = days.map((day) => day[i] ?? 0).sort((a, b) => a - b)
    const low = usual[1] ?? 0
    const high = usual[NORMAL_DAYS - 2] ?? low
    return [{ code, name, cameras: cameras[i] ?? 0, offline: offline[i] ?? 0, low, high }]
  })
}

function byTown({ towns }: Network, cells: readonly number[]): number[] {
  const rows = Array.from({ length: towns }, () => 0)
  cells.forEach((n, cell) => {
    rows[cell % towns] = (rows[cell % towns] ?? 0) + n
  })
  return rows
}

/** Online rate on the hour over the last day, then now. */
export function trendAt(network: Network, inScope: readonly boolean[], shot: Snapshot): WholeVideo['trend'] {
  const last = hourStart(shot.at)
  const hours = Array.from({ length: 24 }, (_, i) => last - (23 - i) * HOUR).filter((at) => at < shot.at)
  return [
    ...hours.map((at) => ({ at: isoTime(at), rate: rateIn(network, inScope, snapshotAt(network, at)) })),
    { at: isoTime(shot.at), rate: rateIn(network, inScope, shot) },
  ]
}

/** Channels offline by how long they have been. */
export function ageingAt(standing: readonly Standing[], now: number): WholeVideo['ageing'] {
  const rows = BANDS.map(({ key, label }) => ({ key, label, count: 0 }))
  for (const { fault, channels } of standing) {
    const row = rows[BANDS.findIndex(({ below }) => now - fault.start < below)]
    if (row) row.count += channels.length
  }
  return rows
}

/** Open faults of every type: how many in each state, and the forty that weigh most (in the list, then most channels, then oldest). */
export function faultsAt(
  network: Network,
  standing: readonly Standing[],
  now: number,
  byFault: ReadonlyMap<string, string>,
): Pick<WholeVideo, 'faults' | 'open'> {
  const { demo } = network
  const states = { 待派单: 0, 已派单: 0, 处理中: 0, 待复核: 0 } satisfies Record<FaultState, number>
  for (const { fault } of standing) states[stateOf(fault, now)]++
  // A channel without a picture weighs more than one without a recording.
  const weight = ({ fault, channels }: Standing) =>
    (byFault.has(fault.id) ? 1000 : 0) + channels.length * (fault.type === '断链' ? 10 : 1)
  const faults = standing
    .toSorted((a, b) => weight(b) - weight(a) || a.fault.start - b.fault.start)
    .slice(0, MAX_FAULTS)
    .map(({ fault, channels }) => ({
      key: fault.id,
      place: fault.place,
      town: demo.towns[fault.town]?.code ?? '',
      townName: demo.towns[fault.town]?.name ?? '',
      source: demo.sources[fault.source]?.label ?? '',
      channels: channels.length,
      type: fault.type,
      since: isoTime(fault.start),
      state: stateOf(fault, now),
      owner: ownerOf(demo, fault.source, fault.town),
      exception: byFault.get(fault.id) ?? null,
    }))
  return { faults, open: { total: standing.length, states } }
}
