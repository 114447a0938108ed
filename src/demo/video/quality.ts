import { DAY, dayStart, HOUR } from '../../lib/calendar'
import { unit } from '../../lib/random'
import type { WholeVideo } from '../../domains/video/contract'
import { faultsOn } from './faults'
import type { Network } from './network'
import { snapshotAt, sumIn } from './snapshot'

/** The picture of every channel is inspected once a day. */
const INSPECTION = 6 * HOUR
const KEPT = 12

interface DayQuality {
  readonly wrong: readonly number[]
  readonly lostHours: readonly number[]
}

const held = new WeakMap<Network, Map<number, DayQuality>>()

/** Rates that are judged once a day, each with what fails it. */
export function qualityAt(network: Network, inScope: readonly boolean[], now: number): WholeVideo['quality'] {
  const today = dayStart(now) + INSPECTION
  const inspected = now >= today ? today : today - DAY
  const morning = snapshotAt(network, inspected)
  const day = dayQuality(network, dayStart(now) - DAY)
  const whole = sumIn(network, inScope, network.size)
  const poor = sumIn(network, inScope, morning.offline) + sumIn(network, inScope, morning.spoiled)
  const lost = sumIn(network, inScope, day.lostHours)
  const period = now >= today ? '今晨 6 时巡检' : '昨晨 6 时巡检'
  return [
    row('video_intact_rate', whole, poor, '路', period),
    row('video_label_rate', whole, sumIn(network, inScope, day.wrong), '路', '昨日'),
    row('video_record_rate', whole * 24, Math.round(lost), '路时', '昨日'),
  ]
}

function row(
  metric: string,
  whole: number,
  failing: number,
  unit_: string,
  period: string,
): WholeVideo['quality'][number] {
  const rate = whole === 0 ? null : Math.round(((whole - failing) / whole) * 10_000) / 100
  return {
    metric,
    rate: { value: rate, unit: '%', period },
    failing: { value: whole === 0 ? null : failing, unit: unit_, period },
  }
}

function dayQuality(network: Network, day: number): DayQuality {
  let days = held.get(network)
  if (!days) held.set(network, (days = new Map<number, DayQuality>()))
  const known = days.get(day)
  if (known) return known
  if (days.size >= KEPT) days.clear()
  const made = { wrong: wrongOn(network, day), lostHours: lostOn(network, day) }
  days.set(day, made)
  return made
}

/** Channels without valid coordinates, department or 20-digit id, by cell: cleaned up over a quarter, then new ones come in. */
function wrongOn({ demo, size, offset, luck, towns }: Network, day: number): number[] {
  const phase = (Math.floor(day / DAY) + Math.floor(90 * unit('video-label', demo.seed))) % 90
  const left = 1.2 - 0.4 * (phase / 90)
  return size.map((n, cell) => {
    const limit = (demo.sources[Math.floor(cell / towns)]?.mislabelled ?? 0) * left
    const from = offset[cell] ?? 0
    let wrong = 0
    for (let i = from; i < from + n; i++) if ((luck[i] ?? 1) < limit) wrong++
    return wrong
  })
}

/** Channel-hours of recording lost on `day` by cell: no line or no storage means no recording. */
function lostOn(network: Network, day: number): number[] {
  const lost = network.size.map(() => 0)
  for (const fault of faultsOn(network, day)) {
    if (fault.type !== '断链' && fault.type !== '存储异常') continue
    const cell = fault.source * network.towns + fault.town
    const size = network.size[cell] ?? 0
    const hours = (Math.min(fault.end, day + DAY) - Math.max(fault.start, day)) / HOUR
    lost[cell] = Math.min((lost[cell] ?? 0) + hours * Math.min(fault.size, size), size * 24)
  }
  return lost
}
