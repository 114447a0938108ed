import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../../src/lib/calendar'
import { stream } from '../../../../src/lib/random'
import {
  handoverOf,
  MOST_LINES,
  type HandoverKind,
  type HandoverSection,
} from '../../../../src/panel/alarms/handover'
import {
  acknowledge,
  EMPTY,
  observe,
  shelve,
  stateOf,
  type Journal,
} from '../../../../src/panel/alarms/journal'
import { itemOf } from './item'

const BEGIN = Date.parse('2026-11-18T08:00:00+08:00')
const SHIFT = { begin: BEGIN, end: BEGIN + 12 * HOUR }
const NONE: ReadonlySet<string> = new Set()

/** What was planted in a shift, by what has to be told of it. */
type Planted = Record<'open' | 'shelved' | 'opened' | 'closed', Set<string>>

/**
 * A shift by a script of its own: some stand from the night, some come up, some go, some are noticed, some put aside. What has to be told
 * is written down by the script, not by the journal.
 */
function scripted(seed: number): {
  readonly journal: Journal
  readonly planted: Planted
  readonly now: number
} {
  const draw = stream(seed)
  const planted: Planted = { open: new Set(), shelved: new Set(), opened: new Set(), closed: new Set() }
  const iso = (at: number) => new Date(at).toISOString()
  const night = Array.from({ length: Math.ceil(draw() * 6) }, (_, i) =>
    itemOf(`night${i}`, {
      since: iso(BEGIN - (1 + draw() * 20) * HOUR),
      due: iso(BEGIN + draw() * 30 * HOUR),
    }),
  )
  const standing = new Map(night.map((item) => [item.id, item]))
  let journal = observe(EMPTY, { now: BEGIN + MINUTE, items: night, unseen: NONE })
  night.forEach(({ id }) => planted.open.add(id))
  const events = 4 + Math.floor(draw() * 14)
  for (let n = 0; n < events; n += 1) {
    const now = BEGIN + MINUTE + ((n + 1) * 11 * HOUR) / events
    const what = draw()
    const ids = [...standing.keys()]
    const id = ids[Math.floor(draw() * ids.length)]
    if (what < 0.45 || id === undefined) {
      const item = itemOf(`e${n}`, { since: iso(now), due: iso(now + draw() * 9 * HOUR) })
      standing.set(item.id, item)
      planted.opened.add(item.id)
      planted.open.add(item.id)
    } else if (what < 0.7) {
      standing.delete(id)
      for (const list of [planted.open, planted.shelved]) list.delete(id)
      planted.closed.add(id)
    } else if (what < 0.85) journal = acknowledge(journal, id, now)
    else {
      journal = shelve(journal, id, { at: now, until: BEGIN + 20 * HOUR, reason: '已知施工' })
      planted.shelved.add(id)
      planted.open.delete(id)
    }
    journal = observe(journal, { now: now + 1000, items: [...standing.values()], unseen: NONE })
  }
  return { journal, planted, now: BEGIN + 11 * HOUR + 5 * MINUTE }
}

const section = (sections: readonly HandoverSection[], kind: HandoverKind) =>
  sections.find((one) => one.kind === kind) ?? { facts: [], count: 0 }
const idsIn = ({ facts }: Pick<HandoverSection, 'facts'>) =>
  facts.map((fact) => ('alarm' in fact ? fact.alarm.item.id : fact.id))

describe('the hand-over of a shift', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'tells what was planted in scripted shift %i, or counts it, and nothing else',
    (seed) => {
      const { journal, planted } = scripted(seed)
      const sections = handoverOf(journal, SHIFT, [])
      for (const kind of ['open', 'opened', 'closed'] as const) {
        const { facts, count } = section(sections, kind)
        expect(count, kind).toBe(planted[kind].size)
        expect(facts).toHaveLength(Math.min(MOST_LINES, planted[kind].size))
        for (const id of idsIn({ facts })) expect(planted[kind], `${kind} ${id}`).toContain(id)
      }
      // Aside and over: it stays aside until its end, and is told as both.
      const aside = section(sections, 'shelved')
      for (const id of planted.shelved) expect(idsIn(aside)).toContain(id)
    },
  )

  it('counts what the store holds', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const { journal } = scripted(seed)
      const states = Object.values(journal.alarms).map(stateOf)
      const sections = handoverOf(journal, SHIFT, [])
      const standing = states.filter((state) => state === 'raised' || state === 'acknowledged')
      expect(section(sections, 'open').count).toBe(standing.length)
      expect(section(sections, 'shelved').count).toBe(states.filter((state) => state === 'shelved').length)
    }
  })

  it('tells what is due first, and what happened last, before the rest', () => {
    const items = Array.from({ length: 9 }, (_, i) =>
      itemOf(`i${i}`, {
        since: new Date(BEGIN + i * MINUTE).toISOString(),
        due: new Date(BEGIN + (20 - i) * HOUR).toISOString(),
      }),
    )
    const journal = observe(EMPTY, { now: BEGIN + HOUR, items, unseen: NONE })
    const sections = handoverOf(journal, SHIFT, [])
    expect(idsIn(section(sections, 'open'))).toEqual(['i8', 'i7', 'i6', 'i5', 'i4', 'i3'])
    expect(idsIn(section(sections, 'opened'))).toEqual(['i8', 'i7', 'i6', 'i5', 'i4', 'i3'])
    expect(section(sections, 'open').count).toBe(9)
  })

  it('says of what no record dates when this room first saw it', () => {
    const evidence = { rule: 'x', observed: null, limit: null, records: [], seen: true }
    const item = itemOf('undated', { since: new Date(BEGIN - HOUR).toISOString(), evidence })
    const seen = observe(EMPTY, { now: BEGIN + HOUR, items: [item], unseen: NONE })
    expect(section(handoverOf(seen, SHIFT, []), 'opened').facts).toMatchObject([{ at: BEGIN + HOUR }])
  })

  it('tells which sources failed, and what was unusual, of those that say so', () => {
    const unusual = { steps: 2, at: BEGIN, value: 52, low: 30, high: 46 }
    const sections = handoverOf(EMPTY, SHIFT, [
      { id: 'hotline', name: '热线', wrong: null, unusual: null },
      { id: 'video', name: '视频', wrong: '读取失败', unusual: null },
      { id: 'service-hall', name: '大厅', wrong: null, unusual },
    ])
    expect(section(sections, 'source').facts).toEqual([
      { kind: 'source', id: 'video', name: '视频', state: '读取失败' },
    ])
    expect(section(sections, 'unusual').facts).toEqual([
      { kind: 'unusual', id: 'service-hall', name: '大厅', ...unusual },
    ])
  })
})
