import { DAY, dayStart, HOUR, isYoungDay, isoTime } from '../../lib/calendar'
import type { VideoOperation } from './contract'
import type { Seen } from './summary-seen'
import { edgesIn, standingAt, type Spells } from './summary-spells'
import { rateOf } from './summary-stock'
import { words } from './summary-words'

/** Bands of how long a channel has been offline, and where each ends. */
const BANDS = [
  { key: 'h1', below: HOUR },
  { key: 'h4', below: 4 * HOUR },
  { key: 'h24', below: DAY },
  { key: 'd3', below: 3 * DAY },
  { key: 'd7', below: 7 * DAY },
  { key: 'over', below: Infinity },
] as const
const UNKNOWN = 'unknown'

/** The band of a channel that is offline since a moment, both epoch ms; `unknown` where nobody says since when. */
export const bandOf = (since: number, now: number) =>
  BANDS.find(({ below }) => now - since < below)?.key ?? UNKNOWN

/** Channels that went offline and came back since midnight, or in the last 24 hours before 8:00, against the same hours a day before. */
export function dayOf({ cuts, reach, now }: Seen): Pick<VideoOperation, 'dropped' | 'restored'> {
  const night = isYoungDay(now)
  const from = night ? now - DAY : dayStart(now)
  if (!cuts || reach > from) return {}
  const measure = (edge: Float64Array) => ({
    value: edgesIn(edge, from, now),
    unit: words.times,
    period: night ? words.last24 : words.today,
    ...(reach <= from - DAY && {
      compare: {
        label: night ? words.dayBefore : words.yesterdaySame,
        value: edgesIn(edge, from - DAY, now - DAY),
      },
    }),
  })
  return { dropped: measure(cuts.from), restored: measure(cuts.to) }
}

/** Online rate on the hour over the last day as far as the records reach, then now. */
export function trendOf({ cameras, cuts, rows, reach, now }: Seen): Pick<VideoOperation, 'trend'> {
  if (!cameras || !cuts) return {}
  const last = Math.floor(now / HOUR) * HOUR
  const hours = Array.from({ length: 24 }, (_, i) => last - (23 - i) * HOUR).filter(
    (at) => at < now && at >= reach,
  )
  if (hours.length === 0) return {}
  const rate = (at: number, spells: Spells) => rateOf(rows.length, standingAt(spells, at))
  return { trend: [...hours, now].map((at) => ({ at: isoTime(at), rate: rate(at, cuts) })) }
}

/** Channels offline by how long they have been. */
export function ageingOf({ now, down }: Seen): Pick<VideoOperation, 'ageing'> {
  // Where it is known of none there is nothing to divide.
  if (!down || (down.since.length > 0 && down.since.every(Number.isNaN))) return {}
  const rows = BANDS.map(({ key }) => ({ key, label: words.age[key], count: 0 }))
  let unknown = 0
  for (const since of down.since) {
    const band = bandOf(since, now)
    const row = rows.find(({ key }) => key === band)
    if (row) row.count++
    else unknown++
  }
  return {
    ageing: [
      ...rows.map(({ key, label, count }) => ({ key, label, count })),
      ...(unknown > 0 ? [{ key: UNKNOWN, label: words.age.unknown, count: unknown }] : []),
    ],
  }
}
