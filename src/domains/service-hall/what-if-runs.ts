import { stream } from '../../lib/random'
import { callsOf, type Crowd, type Staff } from './what-if-queue'

/** A queue at this moment and what is to be expected of the rest of its day, in minutes from now. */
export interface Outlook {
  /** How long each who waits has waited, the longest first. */
  readonly waited: readonly number[]
  /** How long each who is at a counter has been there. */
  readonly served: readonly number[]
  /** Services to draw from, sorted; at least one. */
  readonly services: readonly number[]
  /** People expected in each span of what is left of the day, one after the other. */
  readonly arrivals: readonly { readonly from: number; readonly to: number; readonly people: number }[]
  /** Numbers are given out until then. */
  readonly closes: number
  /** A wait above it breaks the rule; null where none is asked for. */
  readonly limit: number | null
}

/** What so many counters come to: minutes and people of a middle run, where not said otherwise. */
export interface Outcome {
  /** Waits of everybody, half and nine tenths of whom wait no longer; null where nobody waits or comes. */
  readonly p50: number | null
  readonly p90: number | null
  /** The longest wait of a run, which nine runs of ten keep within. */
  readonly longest: number | null
  /** The same of those who come from now on: what those wait who are here already is no longer in anybody's hands. */
  readonly coming: number | null
  /** From when on nobody waits beyond the limit until closing, minutes from now, in nine runs of ten; closing where somebody does up to it. */
  readonly back: number | null
  readonly came: number
  /** Called until closing; the others still wait then. */
  readonly called: number
  readonly left: number
  /** Counters at work, over the time until closing. */
  readonly busy: number
}

/** Simulated people in all: what takes a tenth of a second however large the hall. */
const PEOPLE = 60_000
const [FEWEST, MOST] = [60, 500]
/** Waits are told apart by so many minutes. */
const GRAIN = 0.1
const SURE = 0.9

/** Runs for a queue of this size: the smaller it is, the more chance there is in each. */
export function runsFor({ waited, arrivals }: Outlook): number {
  const people = waited.length + arrivals.reduce((sum, span) => sum + span.people, 0)
  return Math.round(Math.min(MOST, Math.max(FEWEST, PEOPLE / Math.max(1, people))))
}

/**
 * How the rest of the day goes with each staffing, over `runs` runs that differ by chance. The same people come and take the same time
 * in all staffings of a run, so that between two of them lies only the number of counters: with more of them no wait is ever longer.
 * Whoever waits at closing counts with the wait so far. Pure: the same `seed` gives the same numbers.
 */
export function outcomesOf(
  outlook: Outlook,
  staffings: readonly (readonly Staff[])[],
  { seed, runs = runsFor(outlook) }: { readonly seed: number; readonly runs?: number },
): readonly Outcome[] {
  const tallies = staffings.map(() => createTally(outlook))
  const next = stream(seed)
  for (let run = 0; run < runs; run++) {
    const crowd = crowdOf(outlook, next)
    for (const [i, staff] of staffings.entries()) tallies[i]?.add(crowd, callsOf(crowd, staff))
  }
  return tallies.map((tally) => tally.outcome(runs))
}

/** Everybody of one run: who waits, then who comes until closing. */
function crowdOf({ waited, served, services, arrivals }: Outlook, next: () => number): Crowd {
  const joined = waited.map((minutes) => -minutes)
  for (const { from, to, people } of arrivals) {
    if (people <= 0) continue
    const gap = (to - from) / people
    // A Poisson stream begins anew in every span: it remembers nothing.
    for (let at = from + gapOf(gap, next); at < to; at += gapOf(gap, next)) joined.push(at)
  }
  const takes = new Float64Array(joined.length)
  for (let i = 0; i < takes.length; i++) takes[i] = services[Math.floor(next() * services.length)] ?? 0
  const leaves = served.map((minutes) => restOf(services, minutes, next()))
  return { joined: Float64Array.from(joined), takes, leaves: Float64Array.from(leaves) }
}

const gapOf = (mean: number, next: () => number) => -Math.log(1 - next()) * mean

/** What is left of a service that has lasted so long: of one of those that lasted longer. One that outlasts them all is about to end. */
function restOf(services: readonly number[], lasted: number, drawn: number): number {
  const first = services.findIndex((minutes) => minutes > lasted)
  if (first < 0) return 1
  return (services[first + Math.floor(drawn * (services.length - first))] ?? lasted) - lasted
}

function createTally({ waited, closes, limit }: Outlook) {
  const classes = new Uint32Array(Math.ceil((Math.max(0, ...waited) + closes) / GRAIN) + 1)
  const [longest, coming, backs]: [number[], number[], number[]] = [[], [], []]
  const sums = { people: 0, came: 0, called: 0, busy: 0 }

  const worked = (from: number, to: number) => Math.max(0, Math.min(to, closes) - Math.max(0, from))

  return {
    add({ joined, takes, leaves }: Crowd, calls: Float64Array) {
      let [most, later, back] = [-1, -1, 0]
      for (let i = 0; i < joined.length; i++) {
        const from = joined[i] ?? 0
        const call = calls[i] ?? Infinity
        const wait = Math.min(call, closes) - from
        const at = Math.floor(wait / GRAIN)
        classes[at] = (classes[at] ?? 0) + 1
        most = Math.max(most, wait)
        if (limit !== null && wait > limit) back = Math.max(back, from + wait)
        if (from >= 0) {
          sums.came++
          later = Math.max(later, wait)
        }
        if (call <= closes) sums.called++
        sums.busy += worked(call, call + (takes[i] ?? 0))
      }
      for (const at of leaves) sums.busy += worked(0, at)
      sums.people += joined.length
      backs.push(back)
      if (most >= 0) longest.push(most)
      if (later >= 0) coming.push(later)
    },
    outcome(runs: number): Outcome {
      return {
        p50: classAt(classes, sums.people / 2),
        p90: classAt(classes, sums.people * 0.9),
        longest: mostly(longest),
        coming: mostly(coming),
        back: limit === null ? null : mostly(backs),
        came: sums.came / runs,
        called: sums.called / runs,
        left: (sums.people - sums.called) / runs,
        busy: closes > 0 ? sums.busy / runs / closes : 0,
      }
    },
  }
}

/** What nine runs of ten keep within; null without any. */
const mostly = (runs: readonly number[]): number | null =>
  runs.toSorted((a, b) => a - b)[Math.ceil(runs.length * SURE) - 1] ?? null

/** The wait that `people` of all do not pass. */
function classAt(classes: Uint32Array, people: number): number | null {
  let sum = 0
  for (let at = 0; at < classes.length; at++) {
    sum += classes[at] ?? 0
    if (sum >= people && sum > 0) return at * GRAIN
  }
  return null
}
