import { describe, expect, it } from 'vitest'
import { callsOf, type Staff } from '../../../../src/domains/service-hall/what-if-queue'
import { outcomesOf, runsFor, type Outlook } from '../../../../src/domains/service-hall/what-if-runs'
import { stream } from '../../../../src/lib/random'
import { erlangC } from './erlang'

const always = (open: number): readonly Staff[] => [{ from: 0, open }]

const CHECKED = [0, 0.5, 1]

/** People who come and take by chance, at `c` counters of which `share` are at work, after the beginning has worn off. */
function steady(c: number, share: number, people: number) {
  const next = stream(1000 * c + Math.round(100 * share))
  const draw = () => -Math.log(1 - next())
  const [joined, takes] = [new Float64Array(people), new Float64Array(people)]
  let at = 0
  for (let i = 0; i < people; i++) {
    joined[i] = at += draw() / (c * share)
    takes[i] = draw()
  }
  const calls = callsOf({ joined, takes, leaves: new Float64Array() }, always(c))
  const times = CHECKED.map((part) => part / (c * (1 - share)))
  const longer = times.map(() => 0)
  let sum = 0
  const first = Math.floor(people / 20)
  for (let i = first; i < people; i++) {
    const wait = (calls[i] ?? 0) - (joined[i] ?? 0)
    sum += wait
    for (let k = 0; k < times.length; k++) if (wait > (times[k] ?? 0)) longer[k] = (longer[k] ?? 0) + 1
  }
  const theory = erlangC(c, c * share)
  const among = people - first
  return {
    mean: sum / among / theory.mean,
    longer: longer.map((n, k) => n / among / theory.longer(times[k] ?? 0)),
  }
}

/** The fuller the counters, the slower queues come and go; the more of them, the fewer people wait at all. */
const peopleFor = (c: number, share: number) =>
  Math.round(20_000 / (1 - share) ** 2 / erlangC(c, c * share).waits)

it.each([
  [1, 0.5],
  [1, 0.7],
  [1, 0.9],
  [2, 0.8],
  [3, 0.6],
  [4, 0.8],
  [5, 0.7],
  [7, 0.6],
  [10, 0.8],
  [10, 0.9],
] as const)(
  'people who come and take by chance wait as Erlang C says, within a twentieth: %i counters, %d of them at work',
  (c, share) => {
    const { mean, longer } = steady(c, share, peopleFor(c, share))
    for (const found of [mean, ...longer]) {
      expect(found).toBeGreaterThan(0.95)
      expect(found).toBeLessThan(1.05)
    }
  },
)

it('a long day of such people is projected as Erlang C says, within a twentieth', () => {
  const [c, share, minutes, closes] = [3, 0.7, 10, 20_000]
  const services = Array.from({ length: 2000 }, (_, i) => -Math.log(1 - (i + 0.5) / 2000) * minutes)
  const people = (c * share * closes) / minutes
  const arrivals = [{ from: 0, to: closes, people }]
  const outlook = { waited: [], served: [], services, arrivals, closes, limit: null }
  const [found] = outcomesOf(outlook, [always(c)], { seed: 7, runs: 40 })
  const theory = erlangC(c, c * share)
  // Nine in ten wait no longer than that after which one in ten still waits.
  const p90 = (Math.log(theory.waits / 0.1) / (c * (1 - share))) * minutes
  expect((found?.p90 ?? 0) / p90).toBeGreaterThan(0.95)
  expect((found?.p90 ?? 0) / p90).toBeLessThan(1.05)
  expect((found?.busy ?? 0) / (c * share)).toBeCloseTo(1, 1.7)
  expect((found?.came ?? 0) / people).toBeCloseTo(1, 1.7)
})

/** A hall in any state: with or without a queue, a break, a limit, people to come. */
function anyOutlook(seed: number): { readonly outlook: Outlook; readonly staff: (open: number) => Staff[] } {
  const next = stream(seed)
  const many = (most: number, of: () => number) => Array.from({ length: Math.floor(next() * most) }, of)
  const closes = 10 + next() * 300
  const half = closes / 2
  const [noonFrom, noonTo] = [next() * closes, next() * 60]
  return {
    outlook: {
      waited: many(30, () => next() * 50).toSorted((a, b) => b - a),
      served: many(6, () => next() * 30),
      services: [1 + next() * 5, ...many(40, () => 1 + next() * 20)].toSorted((a, b) => a - b),
      arrivals: [
        { from: 0, to: half, people: next() * 80 },
        { from: half, to: closes, people: next() < 0.3 ? 0 : next() * 80 },
      ],
      closes,
      limit: next() < 0.2 ? null : 5 + next() * 30,
    },
    staff: (open) => [
      { from: 0, open },
      { from: noonFrom, open: Math.ceil(open / 2) },
      { from: noonFrom + noonTo, open: open + 1 },
    ],
  }
}

const NUMBERS = [0, 1, 2, 3, 4, 6, 9]

describe.each(Array.from({ length: 40 }, (_, seed) => seed))('any queue, %i', (seed) => {
  const { outlook, staff } = anyOutlook(seed)
  const outcomes = outcomesOf(outlook, NUMBERS.map(staff), { seed, runs: 40 })

  it('never waits longer for more counters, by any of its measures', () => {
    for (const name of ['p50', 'p90', 'longest', 'coming', 'back', 'left'] as const) {
      const values = outcomes.map((one) => one[name])
      if (values[0] === null) expect(new Set(values)).toEqual(new Set([null]))
      else expect(values, name).toEqual(values.toSorted((a, b) => (b ?? 0) - (a ?? 0)))
    }
  })

  it('loses nobody: who waited and who came was called or waits at closing', () => {
    for (const { came, called, left } of outcomes)
      expect(called + left).toBeCloseTo(outlook.waited.length + came, 9)
    expect(new Set(outcomes.map(({ came }) => came)).size).toBe(1)
  })

  it('keeps its order of waits, and nobody is at a counter that is not there', () => {
    for (const [i, one] of outcomes.entries()) {
      expect(one.p90 ?? 0).toBeGreaterThanOrEqual(one.p50 ?? 0)
      expect(one.busy).toBeGreaterThanOrEqual(0)
      expect(one.busy).toBeLessThanOrEqual((NUMBERS[i] ?? 0) + 1 + outlook.served.length)
      expect(one.longest ?? 0).toBeLessThanOrEqual(Math.max(0, ...outlook.waited) + outlook.closes)
    }
  })

  it('says the same when it is asked again', () => {
    expect(outcomesOf(outlook, NUMBERS.map(staff), { seed, runs: 40 })).toEqual(outcomes)
  })
})

describe('a queue worked out by hand', () => {
  const calls = (open: readonly Staff[], leaves: readonly number[] = []) => [
    ...callsOf(
      {
        joined: Float64Array.of(-20, -5, 1, 2),
        takes: Float64Array.of(10, 10, 10, 10),
        leaves: Float64Array.from(leaves),
      },
      open,
    ),
  ]

  it('is called in its order as counters come free', () => {
    expect(calls(always(1))).toEqual([0, 10, 20, 30])
    expect(calls(always(2))).toEqual([0, 0, 10, 10])
    expect(calls(always(2), [4, 6])).toEqual([4, 6, 14, 16])
  })

  it('is served to the end by a counter that closes, and waits for one that comes back', () => {
    const noon = [
      { from: 0, open: 2 },
      { from: 5, open: 0 },
      { from: 60, open: 1 },
    ]
    expect(calls(noon)).toEqual([0, 0, 60, 70])
    expect(calls([{ from: 0, open: 0 }])).toEqual([Infinity, Infinity, Infinity, Infinity])
  })

  it('counts as late whom the closing finds waiting, by the wait so far', () => {
    const outlook = { waited: [40, 10], served: [], services: [15], arrivals: [], closes: 30, limit: 30 }
    const [none, one, two] = outcomesOf(outlook, [0, 1, 2].map(always), { seed: 1, runs: 3 })
    expect(none).toMatchObject({ longest: 70, p50: 40, back: 30, left: 2, called: 0, busy: 0 })
    // The second is called at 15 after 25; the first was past the limit when he was called at once.
    expect(one).toMatchObject({ longest: 40, p50: 25, back: 0, left: 0, coming: null, busy: 1 })
    expect(two).toMatchObject({ longest: 40, p50: 10, back: 0, left: 0 })
  })

  it('has nothing to say of nobody', () => {
    const empty = { waited: [], served: [], services: [5], arrivals: [], closes: 60, limit: 30 }
    expect(outcomesOf(empty, [always(2)], { seed: 1 })[0]).toEqual({
      p50: null,
      p90: null,
      longest: null,
      coming: null,
      back: 0,
      came: 0,
      called: 0,
      left: 0,
      busy: 0,
    })
  })

  it('is run oftener the smaller it is, so that a large hall takes no longer', () => {
    const of = (people: number) =>
      runsFor({ ...anyOutlook(1).outlook, waited: [], arrivals: [{ from: 0, to: 60, people }] })
    expect([of(0), of(200), of(600), of(5000)]).toEqual([500, 300, 100, 60])
  })
})
