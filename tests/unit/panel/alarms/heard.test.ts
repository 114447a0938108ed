import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../../src/lib/calendar'
import { stream } from '../../../../src/lib/random'
import { heard, type Notice } from '../../../../src/panel/alarms/heard'
import {
  acknowledge,
  EMPTY,
  observe,
  shelve,
  stateOf,
  unshelve,
  type Journal,
} from '../../../../src/panel/alarms/journal'
import { itemOf } from './item'

const T0 = Date.parse('2026-11-18T10:42:00+08:00')
const unseen: ReadonlySet<string> = new Set()
const [A, B] = [itemOf('a'), itemOf('b')]
const see = (journal: Journal, now: number, items = [A, B]) => observe(journal, { now, items, unseen })
const stateIn = ({ alarms }: Journal, id: string) => {
  const alarm = alarms[id]
  return alarm && stateOf(alarm)
}

const notice = (deed: Notice['deed'], at: number, more: Partial<Notice> = {}): Notice => ({
  key: `${deed}${at}`,
  exception: 'a',
  deed,
  at,
  until: null,
  reason: null,
  by: '二席',
  ...more,
})
const aside = (at: number, until: number) => notice('shelved', at, { until, reason: '设备检修' })

describe('what other seats did', () => {
  it('counts here as if it had been done here, with who did it', () => {
    const seen = see(EMPTY, T0)
    const told = [notice('acknowledged', T0 + MINUTE), { ...aside(T0 + MINUTE, T0 + HOUR), exception: 'b' }]
    const after = heard(seen, told, T0 + 2 * MINUTE)
    expect([stateIn(after, 'a'), stateIn(after, 'b')]).toEqual(['acknowledged', 'shelved'])
    expect(after.alarms['a']).toMatchObject({ acknowledgedAt: T0 + MINUTE, by: '二席' })
    expect(after.alarms['b']?.shelf).toEqual({
      at: T0 + MINUTE,
      until: T0 + HOUR,
      reason: '设备检修',
      by: '二席',
    })
    expect(after.events.slice(-2).map(({ kind }) => kind)).toEqual(['acknowledged', 'shelved'])
    expect(heard(after, told, T0 + 3 * MINUTE), 'told again it changes nothing').toBe(after)
  })

  it('is known to a seat that began to look later, of what stood before it did', () => {
    const late = see(EMPTY, T0)
    expect(stateIn(heard(late, [notice('acknowledged', T0 - 20 * MINUTE)], T0), 'a')).toBe('acknowledged')
    const older = notice('acknowledged', Date.parse(A.since) - MINUTE)
    expect(stateIn(heard(late, [older], T0), 'a'), 'before it began they noticed something else').toBe(
      'raised',
    )
  })

  it('does not take notice of what came up again after it', () => {
    const gone = see(heard(see(EMPTY, T0), [notice('acknowledged', T0)], T0), T0 + MINUTE, [B])
    const again = see(gone, T0 + 2 * MINUTE)
    expect(stateIn(heard(again, [notice('acknowledged', T0)], T0 + 3 * MINUTE), 'a')).toBe('raised')
  })

  it('which is over comes up again, and stays noticed where somebody took notice after that', () => {
    const seen = see(EMPTY, T0)
    const [noticed, put] = [notice('acknowledged', T0), aside(T0 + MINUTE, T0 + 10 * MINUTE)]
    const now = T0 + HOUR
    expect(stateIn(heard(seen, [noticed, put], now), 'a')).toBe('raised')
    const later = notice('acknowledged', T0 + 20 * MINUTE)
    expect(stateIn(heard(seen, [later, put, noticed], now), 'a')).toBe('acknowledged')
  })

  it('without an end within a day, of what is not here, or from the time to come is nothing', () => {
    const seen = see(EMPTY, T0)
    for (const wrong of [
      aside(T0, T0 + 25 * HOUR),
      aside(T0, T0 - 1),
      notice('shelved', T0),
      notice('acknowledged', T0, { exception: 'c' }),
      notice('acknowledged', T0 + HOUR),
    ])
      expect(heard(seen, [wrong], T0 + MINUTE)).toBe(seen)
  })
})

const RUNS = 1500
const SPANS = [5, 30, 120].map((minutes) => minutes * MINUTE)

/** One seat's deed at random, as it is told; null where it had nothing to do. */
function deedOf(journal: Journal, now: number, draw: () => number): readonly [Journal, Notice | null] {
  const id = draw() < 0.5 ? 'a' : 'b'
  const told = { key: `${id}${now}`, exception: id, at: now, until: null, reason: null, by: null }
  const kind = draw()
  if (kind < 0.4) {
    const next = acknowledge(journal, id, now)
    return [next, next === journal ? null : { ...told, deed: 'acknowledged' }]
  }
  if (kind < 0.7) {
    const shelf = { at: now, until: now + (SPANS[Math.floor(draw() * SPANS.length)] ?? HOUR), reason: '检修' }
    const next = shelve(journal, id, shelf)
    return [next, next === journal ? null : { ...told, deed: 'shelved', ...shelf }]
  }
  const next = unshelve(journal, id, now)
  return [next, next === journal ? null : { ...told, deed: 'unshelved' }]
}

it(`comes to the same at every seat in ${RUNS} generated shifts, in whatever order and however late it is heard`, () => {
  let moved = 0
  for (let run = 0; run < RUNS; run += 1) {
    const draw = stream(run)
    let seats = [see(EMPTY, T0), see(EMPTY, T0), see(EMPTY, T0)]
    const notices: Notice[] = []
    let now = T0
    for (let step = 0; step < 12; step += 1) {
      now += Math.ceil(draw() * 8) * MINUTE
      // What stands stands for all of them: they have the same lists.
      seats = seats.map((seat) => see(seat, now))
      const at = Math.floor(draw() * seats.length)
      const [next, told] = deedOf(seats[at] ?? EMPTY, now + 1, draw)
      seats[at] = next
      if (told) notices.push(told)
      // Some hear of some of it on the way.
      seats = seats.map((seat) =>
        heard(
          seat,
          notices.filter(() => draw() < 0.3),
          now + 2,
        ),
      )
    }
    now += MINUTE
    const final = seats.map((seat) => {
      const mixed = notices.map((one) => [draw(), one] as const).toSorted(([a], [b]) => a - b)
      return mixed.reduce((known, [, one]) => heard(known, [one], now), see(seat, now))
    })
    const [first, ...others] = final.map((seat) => [stateIn(seat, 'a'), stateIn(seat, 'b')])
    for (const other of others) expect(other, `run ${run}`).toEqual(first)
    moved += notices.length
  }
  expect(moved).toBeGreaterThan(RUNS * 4)
})
