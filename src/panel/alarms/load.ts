import { RANK } from '../../contract/severity'
import type { ExceptionItem } from '../../contract/exception'
import { HOUR } from '../../lib/calendar'
import { chatters, stateOf, WINDOW, type Journal } from './journal'

/** A person can take in about one in a minute for ten minutes; more is a flood, until it is half of that. */
const FLOOD_ABOVE = 10
const FLOOD_UNTIL = 5
const OLD = 24 * HOUR
const TOP = 10

/** How much the room is asked for, and whether that can be met. Counts what came up while this room looked, nothing else. */
export interface RoomLoad {
  /** From when it is known, epoch ms: the last 24 hours at most. */
  readonly from: number
  /** Raised in the last ten minutes, and the most in any ten. */
  readonly recent: number
  readonly peak: number
  /** On average for ten minutes. */
  readonly perWindow: number
  /** Ms since which it floods; null while it does not. */
  readonly floodSince: number | null
  /** 0–1, of the time that is known. */
  readonly floodShare: number
  readonly standing: number
  readonly old: number
  readonly chattering: readonly string[]
  /** What comes up most, by domain and metric, most first. */
  readonly top: readonly { readonly domain: string; readonly metric: string; readonly count: number }[]
}

/** Spans in which more came up than a room can take in: each begins with the eleventh in ten minutes and ends when fewer than five are left. */
export function floodsOf(raised: readonly number[], now: number): readonly (readonly [number, number])[] {
  const floods: [number, number][] = []
  const steps = [...raised.map((at) => ({ at, by: 1 })), ...raised.map((at) => ({ at: at + WINDOW, by: -1 }))]
  let open = 0
  let begun: number | null = null
  for (const { at, by } of steps.toSorted((a, b) => a.at - b.at || a.by - b.by)) {
    if (at > now) break
    open += by
    if (begun === null && open > FLOOD_ABOVE) begun = at
    else if (begun !== null && open < FLOOD_UNTIL) {
      floods.push([begun, at])
      begun = null
    }
  }
  return begun === null ? floods : [...floods, [begun, now]]
}

/** The load of the last 24 hours, or of as much of them as this room has seen. */
export function loadOf(journal: Journal, now: number): RoomLoad {
  const from = Math.max(journal.began ?? now, now - 24 * HOUR)
  const events = journal.events.filter(({ kind, at }) => kind === 'raised' && at >= from && at <= now)
  const raised = events.map(({ at }) => at)
  const floods = floodsOf(raised, now)
  const flooded = floods.reduce((sum, [begin, end]) => sum + end - begin, 0)
  const last = floods.at(-1)
  const alarms = Object.values(journal.alarms)
  const standing = alarms.filter((alarm) => alarm.active && stateOf(alarm) !== 'shelved')
  const span = Math.max(WINDOW, now - from)
  return {
    from,
    recent: raised.filter((at) => at > now - WINDOW).length,
    peak: peakOf(raised),
    perWindow: (raised.length * WINDOW) / span,
    floodSince: last?.[1] === now ? last[0] : null,
    floodShare: now > from ? flooded / (now - from) : 0,
    standing: standing.length,
    old: standing.filter(({ item }) => Date.parse(item.since) < now - OLD).length,
    chattering: alarms.filter((alarm) => chatters(alarm, now)).map(({ item }) => item.id),
    top: topOf(events.flatMap(({ id }) => journal.alarms[id]?.item ?? [])),
  }
}

/** The most in any ten minutes; `raised` in order of time. */
function peakOf(raised: readonly number[]): number {
  let first = 0
  let most = 0
  raised.forEach((at, i) => {
    while ((raised[first] ?? at) <= at - WINDOW) first += 1
    most = Math.max(most, i - first + 1)
  })
  return most
}

function topOf(items: readonly ExceptionItem[]): RoomLoad['top'] {
  const counts = new Map<string, { domain: string; metric: string; count: number }>()
  for (const { domain, metric } of items) {
    const known = counts.get(`${domain} ${metric}`)
    if (known) known.count += 1
    else counts.set(`${domain} ${metric}`, { domain, metric, count: 1 })
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count).slice(0, TOP)
}

/** What is called out: some by name, the others together. */
export interface Call {
  readonly named: readonly ExceptionItem[]
  readonly grouped: readonly {
    readonly domain: string
    readonly place: string | null
    readonly count: number
  }[]
}

/**
 * Of what has newly come up, what is called out by name: the worst first, no more than ten in ten minutes; the others by domain and place.
 * @param called moments of the last calls by name
 */
export function callOf(fresh: readonly ExceptionItem[], called: readonly number[], now: number): Call {
  const left = Math.max(0, FLOOD_ABOVE - called.filter((at) => at > now - WINDOW).length)
  const ordered = fresh.toSorted(
    (a, b) => RANK[a.severity] - RANK[b.severity] || Date.parse(a.due) - Date.parse(b.due),
  )
  const groups = new Map<string, { domain: string; place: string | null; count: number }>()
  for (const { domain, place } of ordered.slice(left)) {
    const key = `${domain} ${place?.code ?? ''}`
    const known = groups.get(key)
    if (known) known.count += 1
    else groups.set(key, { domain, place: place?.name ?? null, count: 1 })
  }
  return {
    named: ordered.slice(0, left),
    grouped: [...groups.values()].toSorted((a, b) => b.count - a.count),
  }
}
