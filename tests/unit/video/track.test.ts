import { describe, expect, it } from 'vitest'
import { stream } from '../../../src/lib/random'
import {
  ageOf,
  isProving,
  stateOf,
  told,
  trackFrom,
  type Fact,
  type PictureState,
  type Track,
} from '../../../src/video/track'

const LOOK = 500

/** What a camera does from when on: `on` frames come, `off` they do not, `hidden` nobody can look and the browser pauses. */
type Phase = readonly ['on' | 'off' | 'hidden', seconds: number]

interface Moment {
  readonly at: number
  readonly phase: Phase[0]
  /** Ms that frames have gone on, or have been missing, while somebody could look. */
  readonly on: number
  readonly off: number
  readonly state: PictureState
  readonly track: Track
}

/** Twice a second from the first connection on, as the wall looks. */
function watched(phases: readonly Phase[]): Moment[] {
  let track = told(trackFrom(0), { of: 'opened', at: 0 })
  let [at, count, on, off] = [0, 0, 0, 0]
  return phases.flatMap(([phase, seconds]) =>
    Array.from({ length: seconds * (1000 / LOOK) }, () => {
      at += LOOK
      if (phase === 'on') {
        count += 7
        on += LOOK
        off = 0
      } else if (phase === 'off') {
        off += LOOK
        on = 0
      }
      track = told(track, { of: 'looked', at, count, asleep: phase === 'hidden' })
      return { at, phase, on, off, state: stateOf(track, at), track }
    }),
  )
}

const all = (...facts: Fact[]) => facts.reduce(told, trackFrom(0))
const says = (phases: readonly Phase[]) => watched(phases).at(-1)?.state

describe('what is said of a picture', () => {
  it('is live by frames, not by a connection', () => {
    expect(stateOf(all({ of: 'opened', at: 0 }), 3000)).toBe('connecting')
    expect(says([['on', 1]])).toBe('live')
  })

  it('is frozen within five seconds after frames stop, with the age of the last one, and offline when that stands for nothing', () => {
    const run = watched([
      ['on', 10],
      ['off', 20],
    ])
    const stopped = run.filter(({ phase }) => phase === 'off')
    expect(stopped.find(({ state }) => state === 'frozen')?.off).toBeLessThanOrEqual(5000)
    const last = stopped.at(-1)
    expect([last?.state, last && ageOf(last.track, last.at)]).toEqual(['offline', 20_000])
  })

  it('is never live while a server hands out its last seconds again, and no younger for it', () => {
    const again: Phase[] = Array.from({ length: 6 }, (_, i): Phase => [i % 2 ? 'off' : 'on', i % 2 ? 6 : 4])
    const run = watched([['on', 10], ['off', 6], ...again]).filter(({ at }) => at > 15_000)
    expect(new Set(run.map(({ state }) => state))).toEqual(new Set(['frozen', 'offline']))
    for (const { track, at } of run) expect(ageOf(track, at)).toBe(at - 10_000)
    // It says that it comes back for as long as frames come.
    const moving = run.filter(({ phase }) => phase === 'on')
    expect(new Set(moving.map(({ state }) => state))).toEqual(new Set(['frozen']))
    expect(moving.every(({ track, at }) => isProving(track, at))).toBe(true)
  })

  it('is live again once frames have gone on for longer than that', () => {
    const run = watched([
      ['on', 10],
      ['off', 8],
      ['on', 12],
    ])
    const back = run.filter(({ at }) => at > 18_000).find(({ state }) => state === 'live')
    expect(back && back.at - 18_000).toBeGreaterThanOrEqual(5000)
    expect(back && back.at - 18_000).toBeLessThanOrEqual(6000)
  })

  it('holds no time against it in which the page was hidden', () => {
    expect(
      says([
        ['on', 10],
        ['hidden', 600],
      ]),
    ).toBe('live')
    expect(
      says([
        ['on', 10],
        ['hidden', 600],
        ['off', 3],
      ]),
    ).toBe('live')
    expect(
      says([
        ['on', 10],
        ['hidden', 600],
        ['off', 5],
      ]),
    ).toBe('frozen')
  })

  it('names why nothing comes once no way is left, and forgets it with the first frame', () => {
    const refused = (cause: 'auth' | 'codec' | 'gone') =>
      stateOf(all({ of: 'opened', at: 0 }, { of: 'refused', at: 600, cause }), 1000)
    expect([refused('auth'), refused('codec'), refused('gone')]).toEqual([
      'forbidden',
      'unsupported',
      'offline',
    ])
    const back = all(
      { of: 'refused', at: 600, cause: 'auth' },
      { of: 'opened', at: 2000 },
      { of: 'looked', at: 2500, count: 5, asleep: false },
    )
    expect([stateOf(back, 2500), stateOf(back, 2500 + 20_000)]).toEqual(['frozen', 'offline'])
  })

  it('keeps what is drawn when only the next connection is refused', () => {
    const run = watched([['on', 10]]).at(-1)
    const track = run && told(run.track, { of: 'refused', at: run.at, cause: 'network' })
    expect(track && stateOf(track, 10_000)).toBe('live')
  })
})

describe('in any run of a camera', () => {
  const runs = Array.from({ length: 100 }, (_, seed) => {
    const next = stream(seed + 1)
    const phases = Array.from({ length: 12 }, (): Phase => {
      const kind = (['on', 'off', 'hidden', 'on'] as const)[Math.floor(next() * 4)] ?? 'on'
      return [kind, 1 + Math.floor(next() * 24)]
    })
    return watched(phases)
  })
  const moments = runs.flat()

  it('live is never said when no frame was drawn for five seconds that somebody could look', () => {
    expect(moments.filter(({ state, off }) => state === 'live' && off >= 5000)).toEqual([])
  })

  it('live is always said when frames have gone on for six seconds', () => {
    expect(
      moments.filter(({ phase, state, on }) => phase === 'on' && on >= 6000 && state !== 'live'),
    ).toEqual([])
  })

  it('offline follows frozen, and only a frame leads out of it', () => {
    const steps = runs.flatMap((run) => run.slice(1).map((moment, i) => ({ ...moment, from: run[i]?.state })))
    expect(steps.filter(({ from, state }) => from === 'live' && state === 'offline')).toEqual([])
    expect(
      steps.filter(({ from, state, phase }) => from === 'offline' && state !== from && phase !== 'on'),
    ).toEqual([])
  })
})
