import type { Level, MapNote, RampTown } from '../../../map/layers/layer'
import type { Town } from '../contract'
import { words } from '../words'

/** Breaks of the five classes: today's orders over the town's own usual (the middle of its range). */
export const LOAD_BREAKS = [0.8, 1, 1.2, 1.5] as const
/** Breaks of the five classes of the camera map: offline share in percent. */
export const OFFLINE_BREAKS = [0.5, 1, 2, 4] as const

function levelOf(value: number, breaks: readonly number[]): Level {
  const level = breaks.filter((b) => value >= b).length
  return level === 0 || level === 1 || level === 2 || level === 3 ? level : 4
}

/** Today's orders against the town's own usual: 1.2 means 20 % above; null without data. */
export function loadRatio({ received = null, low = null, high = null }: Town): number | null {
  if (received === null || low === null || high === null) return null
  const usual = (low + high) / 2
  return usual === 0 ? null : received / usual
}

/** More than the town's own usual range allows; never where no range is known. */
const isAbove = ({ received, high }: Town) => (received ?? -Infinity) > (high ?? Infinity)

/** One tile per town, coloured by how far it is from its own usual: towns are never ranked against each other. */
export function paintLoad(town: Town): RampTown {
  const ratio = loadRatio(town)
  const { received = null } = town
  return {
    code: town.code,
    level: ratio === null ? null : levelOf(ratio, LOAD_BREAKS),
    value: received === null ? null : words.load.orders(received),
    outlier: isAbove(town),
  }
}

/** One tile per town, coloured by the share of its cameras that are offline. */
export function paintOffline(town: Town): RampTown {
  const { cameras = null, offline = null } = town
  const share = cameras === null || offline === null || cameras === 0 ? null : (offline / cameras) * 100
  return {
    code: town.code,
    level: share === null ? null : levelOf(share, OFFLINE_BREAKS),
    value: offline === null ? null : words.video.offline(offline),
    outlier: false,
  }
}

/** The two towns furthest above their own usual, in words for a leader line. */
export function loadNotes(towns: readonly Town[]): MapNote[] {
  return towns
    .filter(isAbove)
    .toSorted((a, b) => (loadRatio(b) ?? 0) - (loadRatio(a) ?? 0))
    .slice(0, 2)
    .map((t) => ({
      code: t.code,
      title: words.load.note(t.name, t.received),
      lines: [words.load.noteUsual(t.low ?? 0, t.high)],
    }))
}
