import { expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../../src/lib/calendar'
import { stream } from '../../../../src/lib/random'
import {
  acknowledge,
  EMPTY,
  observe,
  shelve,
  stateOf,
  unshelve,
  type AlarmState,
  type Journal,
} from '../../../../src/panel/alarms/journal'
import { readJournal } from '../../../../src/panel/alarms/kept'
import { itemOf } from './item'

const T0 = Date.parse('2026-11-18T00:00:00+08:00')
const ITEMS = ['a', 'b', 'c', 'd'].map((id, i) => itemOf(id, { domain: i % 2 ? 'video' : 'hotline' }))
const NONE: ReadonlySet<string> = new Set()

/** What ISA-18.2 lets a state become, by what happens. Whatever is not here must not be seen. */
const MAY: Record<string, readonly `${AlarmState | 'none'}→${AlarmState | 'none'}`[]> = {
  list: [
    'none→raised',
    'raised→returned',
    'acknowledged→cleared',
    'returned→raised',
    'returned→acknowledged',
    'cleared→raised',
    'cleared→acknowledged',
    'cleared→none',
    'shelved→raised',
    'shelved→cleared',
    // Aside, past its end, and gone at the same time.
    'shelved→returned',
  ],
  // What is aside past its end has come up again, though nobody has looked since.
  acknowledge: ['raised→acknowledged', 'returned→cleared', 'shelved→acknowledged', 'shelved→cleared'],
  shelve: ['raised→shelved', 'acknowledged→shelved'],
  unshelve: ['shelved→raised', 'shelved→acknowledged', 'shelved→cleared'],
}

const statesOf = ({ alarms }: Journal) =>
  new Map(Object.entries(alarms).map(([id, alarm]) => [id, stateOf(alarm)]))

const RUNS = 2000
const STEPS = 12

it(`holds in ${RUNS} generated shifts: only moves that are allowed, nothing that stands is lost, nothing aside for ever`, () => {
  for (let run = 0; run < RUNS; run += 1) {
    const draw = stream(run)
    const pick = <T>(all: readonly T[]): T => all[Math.floor(draw() * all.length)] as T
    let journal = EMPTY
    let now = T0
    for (let step = 0; step < STEPS; step += 1) {
      now += Math.ceil(draw() * draw() * 40) * MINUTE
      const before = statesOf(journal)
      const move = step === 0 ? 'list' : pick(Object.keys(MAY))
      const { id } = pick(ITEMS)
      const items = ITEMS.filter(() => draw() < 0.6)
      const unseen = draw() < 0.2 ? new Set(['video']) : NONE
      if (move === 'list') journal = observe(journal, { now, items, unseen })
      else if (move === 'acknowledge') journal = acknowledge(journal, id, now)
      else if (move === 'unshelve') journal = unshelve(journal, id, now)
      else
        journal = shelve(journal, id, { at: now, until: now + Math.ceil(draw() * 24) * HOUR, reason: '检修' })
      const after = statesOf(journal)
      const moves = ITEMS.map((item) => `${before.get(item.id) ?? 'none'}→${after.get(item.id) ?? 'none'}`)
      const changed = moves.filter((text) => new Set(text.split('→')).size === 2)
      expect(MAY[move], `run ${run} step ${step} ${move}`).toEqual(expect.arrayContaining(changed))
      if (move !== 'list') continue
      for (const item of items) expect(['raised', 'acknowledged', 'shelved']).toContain(after.get(item.id))
      for (const alarm of Object.values(journal.alarms)) {
        expect(alarm.shelf === null || alarm.shelf.until > now).toBe(true)
        // Silence of a domain ends nothing.
        if (unseen.has(alarm.item.domain) && alarm.endedAt === now) expect.unreachable(`run ${run}`)
      }
    }
    if (run % 100 === 0) expect(readJournal(JSON.stringify(journal))).toEqual(journal)
  }
})
