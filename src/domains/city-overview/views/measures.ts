import { clockText, dayStart, monthDay } from '../../../lib/calendar'
import { countText, FEWEST } from '../../../lib/format'
import type { Course } from '../../../contract/measure'
import type { TileTown } from '../../../map/layers/layer'
import type { Hall, OverviewDocument, Town } from '../contract'
import { isAbove, levelOf, ratioOf, tileCourse } from './judge'
import { words } from '../words'

/** A tile with what the list beside the map says of it. */
export interface MeasuredTown extends TileTown {
  readonly name: string
  readonly count: number | null
  readonly low: number | null
  readonly high: number | null
}

/** One thing that the map can show of its towns. */
export interface MapMeasure {
  readonly id: 'received' | 'waiting' | 'offline'
  /** As its switch says it. */
  readonly name: string
  readonly towns: readonly MeasuredTown[]
  /** What is measured by hall and not by town: only these have a tile. */
  readonly halls: boolean
  /** What it comes to. */
  readonly summary: string
  /** What the curve in a tile is; null where none has one. */
  readonly curve: string | null
  readonly classes: { readonly label: string; readonly breaks: readonly number[]; readonly unit: string }
  readonly few: string
}

/** Breaks of the four classes: a count over the middle of its own usual range. */
const RATIOS = [1, 1.2, 1.5]
/** Breaks of the share of a town's cameras that is offline, in percent. */
const SHARES = [1, 2, 4]

const sum = (towns: readonly MeasuredTown[]) => towns.reduce((n, { count }) => n + (count ?? 0), 0)
const byRatio = { label: words.overUsual, breaks: RATIOS, unit: words.times }

/**
 * Orders received, of the day or (at night) of the last 24 hours. Null where no town says any; orders that went stale keep their
 * place without a number, or the map would be another one until they are back.
 */
function receivedOf({ asOf, operation }: OverviewDocument): MapMeasure | null {
  const towns = (operation?.towns ?? []).map((town) => receivedIn(town))
  const stale = operation?.ordersStale
  if (!stale && towns.every(({ count }) => count === null)) return null
  const courses = (operation?.towns ?? []).flatMap(({ lately }) => lately?.course ?? [])
  const from = courses[0]?.from
  const night = from !== undefined && Date.parse(from) < dayStart(Date.parse(asOf))
  const all = night ? sum(towns) : (operation?.received?.value ?? sum(towns))
  return {
    id: 'received',
    name: words.received.name,
    towns,
    halls: false,
    summary: stale
      ? words.received.stale
      : night
        ? words.received.night(countText(all))
        : words.received.today(countText(all)),
    curve: from === undefined ? null : night ? words.received.lastHours : words.received.hours,
    classes: byRatio,
    few: words.received.few,
  }
}

function receivedIn({ code, name, received = null, low = null, high = null, lately }: Town): MeasuredTown {
  const own = lately
    ? { count: lately.count, low: lately.low ?? null, high: lately.high ?? null }
    : { count: received, low, high }
  const ratio = ratioOf(own)
  return {
    ...own,
    code,
    name,
    level: ratio === null ? null : levelOf(ratio, RATIOS),
    value: own.count === null ? null : String(own.count),
    note: null,
    deviant: isAbove(own),
    course: tileCourse(lately?.course),
  }
}

/** People waiting in every hall. Null where no hall says so. */
function waitingOf({ asOf, operation }: OverviewDocument): MapMeasure | null {
  const halls = operation?.halls ?? []
  if (halls.length === 0) return null
  const opensAt = operation?.opensAt
  const closed = opensAt !== undefined
  const courses = halls.flatMap(({ course }) => course ?? [])
  // Two halls of one town share its tile: the map tells places apart, and nothing within one.
  const codes = [...new Set(halls.map(({ code }) => code))]
  const towns = codes.map((code) => waitingIn(halls.filter((hall) => hall.code === code), closed)) // prettier-ignore
  return {
    id: 'waiting',
    name: words.waiting.name,
    towns,
    halls: true,
    summary: closed
      ? words.waiting.closed(halls.length, dayAndTime(Date.parse(opensAt), Date.parse(asOf)))
      : words.waiting.sum(halls.length, sum(towns)),
    curve: waitingCurve(courses, Date.parse(asOf)),
    classes: byRatio,
    few: words.waiting.few,
  }
}

/** 09:00 of today, 11-23 09:00 of another day. */
const dayAndTime = (at: number, now: number) =>
  dayStart(at) === dayStart(now) ? clockText(at) : `${monthDay(at)} ${clockText(at)}`

/** Which day the curves are of: today's, the last one's, or only what is usual on the next. */
function waitingCurve([first]: readonly Course[], now: number): string | null {
  if (!first) return null
  const day = Date.parse(first.from)
  if (first.now.every((n) => n === null)) return words.waiting.usual(monthDay(day))
  return dayStart(day) === dayStart(now) ? words.waiting.today : words.waiting.on(monthDay(day))
}

function waitingIn(halls: readonly Hall[], closed: boolean): MeasuredTown {
  const [first] = halls
  const only = halls.length === 1 ? first : undefined
  const count = halls.reduce((n, { waiting }) => n + waiting, 0)
  const own = { count, low: only?.low ?? null, high: only?.high ?? null }
  const longest = Math.max(0, ...halls.map((hall) => hall.longest ?? 0))
  const ratio = ratioOf(own)
  return {
    ...own,
    code: first?.code ?? '',
    name: only || !first ? (first?.short ?? '') : words.waiting.more(first.short, halls.length),
    level: ratio === null || closed ? null : levelOf(ratio, RATIOS),
    value: closed ? words.waiting.shut : words.people(count),
    note: closed || longest < 1 ? null : words.minutes(Math.round(longest)),
    deviant: !closed && isAbove(own),
    course: tileCourse(only?.course),
  }
}

/** Cameras offline. Null where no town says any. */
function offlineOf({ operation }: OverviewDocument): MapMeasure | null {
  const towns = (operation?.towns ?? []).map(offlineIn)
  if (towns.every(({ count }) => count === null)) return null
  const at = operation?.camerasAt
  return {
    id: 'offline',
    name: words.offline.name,
    towns,
    halls: false,
    summary: words.offline.sum(sum(towns), at === undefined ? null : at.slice(11, 16)),
    curve: towns.some(({ course }) => course) ? words.offline.hours : null,
    classes: { label: words.offline.share, breaks: SHARES, unit: '%' },
    few: words.offline.few,
  }
}

function offlineIn(town: Town): MeasuredTown {
  const { code, name, cameras = null, offline = null, offlineLow = null, offlineHigh = null } = town
  const share =
    cameras === null || cameras === 0 || offline === null || offline < FEWEST
      ? null
      : (offline / cameras) * 100
  const own = { count: offline, low: offlineLow, high: offlineHigh }
  return {
    ...own,
    code,
    name,
    level: share === null ? null : levelOf(share, SHARES),
    value: offline === null ? null : String(offline),
    note: null,
    deviant: isAbove(own),
    course: tileCourse(town.offlineCourse),
  }
}

/** Everything the city has for its map, best first: orders by town, queues by hall, cameras by town. */
export const measuresOf = (document: OverviewDocument): MapMeasure[] =>
  [receivedOf(document), waitingOf(document), offlineOf(document)].filter((one) => one !== null)

/** Cameras alone, for the scene of the video network. */
export const videoMeasuresOf = (document: OverviewDocument): MapMeasure[] =>
  [offlineOf(document)].filter((one) => one !== null)

/** Those outside their own usual range, furthest first. */
export const deviantsOf = ({ towns }: MapMeasure): readonly MeasuredTown[] =>
  towns
    .filter(({ deviant }) => deviant)
    .toSorted((a, b) => (ratioOf(b) ?? 0) - (ratioOf(a) ?? 0) || (b.count ?? 0) - (a.count ?? 0))
