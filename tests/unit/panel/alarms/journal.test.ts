import { describe, expect, it } from 'vitest'
import type { ExceptionItem } from '../../../../src/contract/exception'
import { HOUR, MINUTE } from '../../../../src/lib/calendar'
import { readJournal } from '../../../../src/panel/alarms/kept'
import {
  acknowledge,
  chatters,
  EMPTY,
  latelyRaised,
  observe,
  shelve,
  stateOf,
  unshelve,
  type Journal,
} from '../../../../src/panel/alarms/journal'
import { itemOf } from './item'

const T0 = Date.parse('2026-11-18T10:42:00+08:00')
const NONE: ReadonlySet<string> = new Set()
const see = (journal: Journal, now: number, items: readonly ExceptionItem[], unseen = NONE) =>
  observe(journal, { now, items, unseen })
const A = itemOf('a')
const B = itemOf('b', { domain: 'video' })
const states = (journal: Journal) =>
  Object.fromEntries(Object.entries(journal.alarms).map(([id, alarm]) => [id, stateOf(alarm)]))
const kinds = (journal: Journal) => journal.events.map(({ kind, id }) => `${kind} ${id}`)

describe('what a room knows of an exception', () => {
  it('finds what stands when it begins to look, and calls raised what comes up after that', () => {
    const journal = see(see(EMPTY, T0, [A]), T0 + MINUTE, [A, B])
    expect(kinds(journal)).toEqual(['found a', 'raised b'])
    expect(states(journal)).toEqual({ a: 'raised', b: 'raised' })
  })

  it('does not call raised what came up while nobody looked', () => {
    const journal = see(see(EMPTY, T0, [A]), T0 + 3 * HOUR, [A, B])
    expect(kinds(journal)).toEqual(['found a', 'found b'])
  })

  it('keeps what went back to normal unnoticed until somebody takes notice, and clears what was noticed', () => {
    const both = acknowledge(see(EMPTY, T0, [A, B]), 'a', T0 + MINUTE)
    const gone = see(both, T0 + 2 * MINUTE, [])
    expect(states(gone)).toEqual({ a: 'cleared', b: 'returned' })
    expect(states(acknowledge(gone, 'b', T0 + 3 * MINUTE))).toEqual({ a: 'cleared', b: 'cleared' })
  })

  it('does not believe that something is over because its domain has fallen silent', () => {
    const silent = see(see(EMPTY, T0, [A, B]), T0 + MINUTE, [A], new Set(['video']))
    expect(states(silent)).toEqual({ a: 'raised', b: 'raised' })
    expect(silent.alarms['b']?.unsure).toBe(true)
    const back = see(silent, T0 + 2 * MINUTE, [A, B])
    expect(back.alarms['b']).toMatchObject({ unsure: false, seenAt: T0 })
  })

  it('does not believe that something is over because the list of one town does not speak of it', () => {
    const town = observe(see(EMPTY, T0, [A, B]), {
      now: T0 + MINUTE,
      items: [A],
      unseen: NONE,
      covers: ({ id }) => id === 'a',
    })
    expect(states(town)).toEqual({ a: 'raised', b: 'raised' })
  })

  it('takes notice anew of what comes up again', () => {
    const noticed = acknowledge(see(EMPTY, T0, [A]), 'a', T0 + MINUTE)
    const again = see(see(noticed, T0 + 20 * MINUTE, []), T0 + 25 * MINUTE, [A])
    expect(states(again)).toEqual({ a: 'raised' })
  })

  it('folds what comes and goes: noticed once, it is not called again while it chatters', () => {
    let journal = see(EMPTY, T0, [A])
    for (let n = 1; n <= 3; n += 1) {
      journal = acknowledge(journal, 'a', T0 + n * 2 * MINUTE - MINUTE)
      journal = see(see(journal, T0 + n * 2 * MINUTE - 1, []), T0 + n * 2 * MINUTE, [A])
    }
    expect(journal.alarms['a'] && chatters(journal.alarms['a'], T0 + 6 * MINUTE)).toBe(true)
    expect(journal.alarms['a'] && latelyRaised(journal.alarms['a'], T0 + 6 * MINUTE)).toBe(4)
    expect(journal.alarms['a'] && latelyRaised(journal.alarms['a'], T0 + 13 * MINUTE)).toBe(2)
    expect(states(journal)).toEqual({ a: 'acknowledged' })
    const quiet = see(see(journal, T0 + HOUR, []), T0 + HOUR + MINUTE, [A])
    expect(states(quiet)).toEqual({ a: 'raised' })
  })
})

describe('putting aside', () => {
  const aside = shelve(acknowledge(see(EMPTY, T0, [A]), 'a', T0), 'a', {
    at: T0,
    until: T0 + HOUR,
    reason: '设备检修',
  })

  it('ends by itself, and then it comes up again unnoticed', () => {
    expect(states(see(aside, T0 + HOUR - 1, [A]))).toEqual({ a: 'shelved' })
    const over = see(aside, T0 + HOUR, [A])
    expect(states(over)).toEqual({ a: 'raised' })
    expect(kinds(over).at(-1)).toBe('expired a')
  })

  it('of what went back to normal meanwhile clears it', () => {
    const gone = see(aside, T0 + MINUTE, [])
    expect(states(gone)).toEqual({ a: 'shelved' })
    expect(states(see(gone, T0 + HOUR, []))).toEqual({ a: 'cleared' })
    expect(states(unshelve(gone, 'a', T0 + 2 * MINUTE))).toEqual({ a: 'cleared' })
  })

  it('is taken back by hand as it was', () => {
    expect(states(unshelve(aside, 'a', T0 + MINUTE))).toEqual({ a: 'acknowledged' })
  })

  it.each([
    ['without a reason', ' ', HOUR],
    ['for longer than a day', '检修', 24 * HOUR + 1],
    ['until a moment that is past', '检修', 0],
  ])('is refused %s', (_, reason, span) => {
    expect(() => shelve(see(EMPTY, T0, [A]), 'a', { at: T0, until: T0 + span, reason })).toThrow(RangeError)
  })
})

describe('a journal', () => {
  it('is read back as it was kept, and is empty where what was kept cannot be read', () => {
    const journal = shelve(see(EMPTY, T0, [A, B]), 'a', { at: T0, until: T0 + HOUR, reason: '检修' })
    expect(readJournal(JSON.stringify(journal))).toEqual(journal)
    for (const kept of [
      null,
      '',
      '{',
      '{"alarms":[]}',
      JSON.stringify({ ...journal, alarms: { a: { item: {} } } }),
    ])
      expect(readJournal(kept)).toEqual(EMPTY)
  })

  it('forgets what lies ahead when its clock is put back', () => {
    const later = acknowledge(see(see(EMPTY, T0, [A]), T0 + HOUR, [A, B]), 'a', T0 + HOUR)
    const back = see(later, T0 + MINUTE, [A])
    expect(states(back)).toEqual({ a: 'raised' })
    expect(kinds(back)).toEqual(['found a'])
  })

  it('loses none of 500 that come up within a minute', () => {
    let journal = see(EMPTY, T0, [])
    const all = Array.from({ length: 500 }, (_, i) => itemOf(`f${i}`))
    for (let second = 1; second <= 60; second += 1)
      journal = see(journal, T0 + second * 1000, all.slice(0, Math.ceil((second / 60) * 500)))
    expect(Object.values(journal.alarms).filter((alarm) => stateOf(alarm) === 'raised')).toHaveLength(500)
    expect(journal.events.filter(({ kind }) => kind === 'raised')).toHaveLength(500)
  })
})
