import { afterEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../../src/lib/calendar'
import { stateOf } from '../../../../src/panel/alarms/journal'
import { useAlarmMarks } from '../../../../src/panel/alarms/marks'
import { createRoom } from '../../../../src/panel/alarms/store'
import { itemOf } from './item'

const T0 = Date.parse('2026-11-18T10:42:00+08:00')
const items = [itemOf('a'), itemOf('b')]
const unseen: ReadonlySet<string> = new Set()

/** What a browser keeps, and how much of it. */
function storage(room = Infinity) {
  const kept = new Map<string, string>()
  return {
    room,
    writes: 0,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError')
      this.writes += 1
      kept.set(key, value)
    },
  }
}

/** A window that has a pause only when it is given one. */
function busy(kept: ReturnType<typeof storage>) {
  const waiting: (() => void)[] = []
  return {
    room: createRoom('room', kept, (write) => void waiting.push(write)),
    pause: () => waiting.splice(0).forEach((write) => write()),
  }
}

const open = (kept: ReturnType<typeof storage>) => createRoom('room', kept)
type Room = ReturnType<typeof open>
const stateIn = (room: Room, id: string) => {
  const alarm = room.getState().journal.alarms[id]
  return alarm && stateOf(alarm)
}

afterEach(() => useAlarmMarks.setState({ noticed: new Set(), aside: new Set() }))

describe('the room of a city', () => {
  it('knows after a reload what was noticed and what was put aside', () => {
    const kept = storage()
    const before = open(kept).getState()
    before.observe({ now: T0, items, unseen })
    before.acknowledge('a', T0 + MINUTE)
    before.shelve('b', { at: T0 + MINUTE, until: T0 + HOUR, reason: '设备检修' })
    const after = open(kept)
    expect([stateIn(after, 'a'), stateIn(after, 'b')]).toEqual(['acknowledged', 'shelved'])
  })

  it('is one for all windows of a machine: none undoes what another has done', () => {
    const kept = storage()
    const [wall, desk] = [open(kept), open(kept)]
    wall.getState().observe({ now: T0, items, unseen })
    desk.getState().observe({ now: T0 + 1, items, unseen })
    desk.getState().acknowledge('a', T0 + MINUTE)
    wall.getState().observe({ now: T0 + 2 * MINUTE, items, unseen })
    expect(stateIn(wall, 'a')).toBe('acknowledged')
    wall.getState().acknowledge('b', T0 + 3 * MINUTE)
    desk.getState().reread()
    expect([stateIn(desk, 'a'), stateIn(desk, 'b')]).toEqual(['acknowledged', 'acknowledged'])
  })

  it('writes what is done at once and what is seen in a pause, however much is seen until then', () => {
    const kept = storage()
    const { room, pause } = busy(kept)
    const { observe, acknowledge } = room.getState()
    for (let i = 0; i < 5; i += 1) observe({ now: T0 + i, items, unseen })
    expect(kept.writes).toBe(0)
    pause()
    expect(kept.writes).toBe(1)
    expect(stateIn(open(kept), 'a')).toBe('raised')
    observe({ now: T0 + MINUTE, items, unseen })
    acknowledge('a', T0 + MINUTE)
    expect(stateIn(open(kept), 'a')).toBe('acknowledged')
    pause()
    expect(kept.writes).toBe(2)
  })

  it('loses nothing of either window while one has yet to write what it has seen', () => {
    const kept = storage()
    const [wall, desk] = [busy(kept), busy(kept)]
    desk.room.getState().observe({ now: T0, items: items.slice(0, 1), unseen })
    wall.room.getState().observe({ now: T0, items, unseen })
    desk.room.getState().acknowledge('a', T0 + MINUTE)
    // The desk has not seen it yet, and whoever stands at the wall takes notice of it.
    wall.room.getState().acknowledge('b', T0 + MINUTE)
    wall.pause()
    desk.pause()
    for (const room of [wall.room, open(kept)])
      expect([stateIn(room, 'a'), stateIn(room, 'b')]).toEqual(['acknowledged', 'acknowledged'])
  })

  it('tells the picture what is noticed and what is aside, and nothing where nothing changed', () => {
    const room = open(storage()).getState()
    room.observe({ now: T0, items, unseen })
    const before = useAlarmMarks.getState()
    room.observe({ now: T0 + 1000, items, unseen })
    expect(useAlarmMarks.getState()).toBe(before)
    room.acknowledge('a', T0 + MINUTE)
    room.shelve('b', { at: T0, until: T0 + HOUR, reason: '检修' })
    expect(useAlarmMarks.getState()).toEqual({ noticed: new Set(['a']), aside: new Set(['b']) })
    room.observe({ now: T0 + HOUR, items, unseen })
    expect(useAlarmMarks.getState()).toEqual({ noticed: new Set(['a']), aside: new Set() })
  })

  it('keeps no person whom somebody names in a reason', () => {
    const kept = storage()
    const { observe, shelve } = open(kept).getState()
    observe({ now: T0, items, unseen })
    shelve('a', { at: T0, until: T0 + HOUR, reason: '联系人：张三丰 13800138000' })
    expect(kept.getItem('room')).toContain('联系人')
    expect(kept.getItem('room')).not.toMatch(/三丰|13800138000/)
  })

  it('goes on where the browser keeps nothing, and says so', () => {
    const room = open(storage(10))
    room.getState().observe({ now: T0, items, unseen })
    room.getState().acknowledge('a', T0 + MINUTE)
    expect(stateIn(room, 'a')).toBe('acknowledged')
    expect(room.getState().kept).toBe(false)
  })

  it('does not go back to what the browser kept before it was full', () => {
    const kept = storage()
    const room = open(kept)
    room.getState().observe({ now: T0, items, unseen })
    kept.room = 0
    room.getState().acknowledge('a', T0 + MINUTE)
    room.getState().acknowledge('b', T0 + MINUTE)
    expect([stateIn(room, 'a'), stateIn(room, 'b')]).toEqual(['acknowledged', 'acknowledged'])
    expect(room.getState().kept).toBe(false)
  })

  it('calls out what comes up, not what it finds, and again what comes back from aside', () => {
    const room = open(storage())
    const { observe, shelve } = room.getState()
    const called = () => room.getState().call?.named.map(({ id }) => id)
    observe({ now: T0, items: items.slice(0, 1), unseen })
    expect(called()).toBeUndefined()
    observe({ now: T0 + MINUTE, items, unseen })
    expect(called()).toEqual(['b'])
    shelve('a', { at: T0 + MINUTE, until: T0 + 5 * MINUTE, reason: '检修' })
    observe({ now: T0 + 4 * MINUTE, items, unseen })
    expect(called()).toEqual(['b'])
    observe({ now: T0 + 5 * MINUTE, items, unseen })
    expect(called()).toEqual(['a'])
  })
})
