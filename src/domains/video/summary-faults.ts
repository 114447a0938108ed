import { isoTime } from '../../lib/calendar'
import type { VideoFault, VideoOperation } from './contract'
import { FAULT_STATES, FAULT_TYPES, type FaultState, type FaultType } from './codes'
import { CUT_OFF } from './codes'
import { isTold, valueIn, type Outages, type Seen } from './summary-seen'
import { order, shortened } from './summary-stock'
import { words } from './summary-words'

const MOST_FAULTS = 40
const [WAITING, SENT, IN_HAND, CHECKING] = FAULT_STATES

interface Fault {
  readonly key: string
  /** The outage that began it. */
  readonly row: number
  readonly since: number
  readonly type: FaultType
  readonly channels: ReadonlySet<string>
}

/** Open faults of every type: how many in each state, and the forty that weigh most (most channels, then oldest). */
export function faultsOf(seen: Seen): Pick<VideoOperation, 'faults' | 'open'> {
  const { outages, now } = seen
  if (!outages) return {}
  const open = openIn(seen, outages)
  const handled = ['dispatchedAt', 'acceptedAt', 'repairedAt'] as const
  const told = handled.some((name) => isTold(outages.time(name), outages.size))
  const state = stateIn(outages, now)
  const states = { [WAITING]: 0, [SENT]: 0, [IN_HAND]: 0, [CHECKING]: 0 }
  for (const { row } of open) states[state(row)]++
  // A channel without a picture weighs more than one without a recording.
  const weight = ({ type, channels }: Fault) => channels.size * (type === CUT_OFF ? 10 : 1)
  const listed = open
    .toSorted((a, b) => weight(b) - weight(a) || a.since - b.since || order(a.key, b.key))
    .slice(0, MOST_FAULTS)
  return {
    faults: listed.map((fault) => ({
      ...rowOf(seen, outages, fault),
      ...(told && { state: state(fault.row) }),
    })),
    open: { total: open.length, ...(told && { states }) },
  }
}

/** Outages that stand, by the fault they belong to; an outage without one is a fault of its own. */
function openIn({ begun, now }: Seen, outages: Outages): Fault[] {
  const [ended, started, type] = [outages.time('endedAt'), outages.time('startedAt'), outages.code('type')]
  const [numbers, faults, ids] = [outages.text('outageNo'), outages.text('fault'), outages.text('camera')]
  const found = new Map<string, { row: number; channels: Set<string> }>()
  const isBefore = (a: number, b: number) =>
    (started[a] ?? 0) - (started[b] ?? 0) || order(numbers[a] ?? '', numbers[b] ?? '')
  for (const row of begun) {
    if ((ended[row] ?? Number.NaN) <= now) continue
    const key = faults[row] ?? numbers[row] ?? ''
    const fault = found.get(key)
    if (!fault) found.set(key, { row, channels: new Set([ids[row] ?? '']) })
    else {
      fault.channels.add(ids[row] ?? '')
      if (isBefore(row, fault.row) < 0) fault.row = row
    }
  }
  return [...found].map(([key, { row, channels }]) => ({
    key,
    row,
    channels,
    since: started[row] ?? now,
    type: FAULT_TYPES.find((one) => one === valueIn(type, row)) ?? CUT_OFF,
  }))
}

/** How far the repair of an outage is at `now`. */
function stateIn(outages: Outages, now: number): (row: number) => FaultState {
  const [sent, taken, repaired] = [
    outages.time('dispatchedAt'),
    outages.time('acceptedAt'),
    outages.time('repairedAt'),
  ]
  const by = (column: Float64Array, row: number) => (column[row] ?? Number.NaN) <= now
  return (row) => {
    if (by(repaired, row)) return CHECKING
    if (by(taken, row)) return IN_HAND
    return by(sent, row) ? SENT : WAITING
  }
}

function rowOf({ cameras, cameraOf }: Seen, outages: Outages, fault: Fault): VideoFault {
  const { row } = fault
  const at = cameraOf[row] ?? -1
  const town = (cameras && valueIn(cameras.place('town'), at)) ?? valueIn(outages.place('town'), row)
  const source = (cameras && valueIn(cameras.code('source'), at)) ?? valueIn(outages.code('source'), row)
  const owner = valueIn(outages.code('owner'), row)
  const name = cameras?.text('name')[at] ?? null
  return {
    key: shortened(fault.key, 40),
    place: shortened(outages.text('place')[row] ?? name ?? (town?.name || words.noPlace), 8),
    ...(town && { town: town.code, townName: shortened(town.name || town.code, 16) }),
    ...(source && { source: shortened(source, 8) }),
    channels: fault.channels.size,
    type: fault.type,
    since: isoTime(fault.since),
    ...(owner && { owner: shortened(owner, 16) }),
  }
}
