import { createStore, type StoreApi } from 'zustand/vanilla'
import { PAPERS } from '../../contract/notice'
import { withoutPeople } from '../../data/shape/mask-personal'
import { browserStore, keepText, type Store } from '../../lib/kept'
import { heard, type Notice } from './heard'
import { readJournal } from './kept'
import { callOf, type Call } from './load'
import {
  acknowledge,
  observe,
  shelve,
  stateOf,
  unshelve,
  type Journal,
  type Shelf,
  type Sight,
} from './journal'
import { useAlarmMarks } from './marks'

/** Tells the other seats of the room, and what became of that. */
export interface Line {
  readonly tell: (notice: Omit<Notice, 'key' | 'by'>) => void
  /** What they do not know of yet. */
  readonly unsent: number
  /** Why, where it is not merely on its way. */
  readonly why: string | null
  /** Why what they did is not known here. */
  readonly deaf: string | null
}

export interface AlarmRoom {
  readonly journal: Journal
  /** What was called out last, and when, epoch ms. */
  readonly call: (Call & { readonly at: number }) | null
  /** The browser keeps it: it is here again after a reload, and in other windows of this machine. */
  readonly kept: boolean
  readonly observe: (sight: Sight) => void
  readonly acknowledge: (id: string, now: number) => void
  /** @throws RangeError see `journal` */
  readonly shelve: (id: string, shelf: Shelf) => void
  readonly unshelve: (id: string, now: number) => void
  /** Null where every machine has a journal of its own. */
  readonly line: Line | null
  /** What all seats have written on the sheets of hand-overs. */
  readonly papers: readonly Notice[]
  readonly hear: (notices: readonly Notice[], now: number) => void
  /** Another window has written. */
  readonly reread: () => void
}

const BARE = { until: null, reason: null }

/**
 * The journal of one room, kept by the browser under `key`. What is kept is the truth: windows of one machine share it, and every step
 * begins with what the last one of them wrote.
 */
export function createRoom(key: string, storage: Store | null): StoreApi<AlarmRoom> {
  let written: string | null = null
  let called: readonly number[] = []
  const keep = (journal: Journal): boolean => {
    written = JSON.stringify(journal)
    return keepText(storage, key, written)
  }
  const kept = (now: Journal): Journal => {
    const text = storage?.getItem(key) ?? null
    return text === null || text === written ? now : readJournal(text)
  }
  return createStore<AlarmRoom>()((set, get) => {
    const step = (move: (journal: Journal) => Journal) => {
      const before = kept(get().journal)
      const journal = move(before)
      if (journal !== get().journal) set({ journal, kept: keep(journal) })
      mark(journal)
      return { before, journal }
    }
    const deed = (move: (journal: Journal) => Journal, told: Parameters<Line['tell']>[0]) => {
      const { before, journal } = step(move)
      if (journal !== before) get().line?.tell(told)
    }
    return {
      journal: readJournal(storage?.getItem(key) ?? null),
      call: null,
      kept: storage !== null,
      line: null,
      papers: [],
      hear(notices, now) {
        const papers = notices.filter(({ deed: done }) => PAPERS.some((one) => one === done))
        if (papers.length > 0) set({ papers })
        step((journal) => heard(journal, notices, now))
      },
      observe(sight) {
        const { before, journal } = step((known) => observe(known, sight))
        if (before.last === null) return
        const fresh = journal.events
          .filter(({ kind, at }) => at === sight.now && (kind === 'raised' || kind === 'expired'))
          .flatMap(({ id }) => journal.alarms[id] ?? [])
          .filter((alarm) => stateOf(alarm) === 'raised')
          .map(({ item }) => item)
        if (fresh.length === 0) return
        const call = callOf(fresh, called, sight.now)
        called = [...called, ...call.named.map(() => sight.now)].slice(-20)
        set({ call: { ...call, at: sight.now } })
      },
      acknowledge: (id, now) =>
        deed((journal) => acknowledge(journal, id, now), {
          ...BARE,
          exception: id,
          deed: 'acknowledged',
          at: now,
        }),
      shelve(id, { at, until, reason: written }) {
        // Whatever somebody writes down is kept: without people.
        const reason = withoutPeople(written)
        const told = { exception: id, deed: 'shelved', at, until, reason } as const
        deed((journal) => shelve(journal, id, { at, until, reason }), told)
      },
      unshelve: (id, now) =>
        deed((journal) => unshelve(journal, id, now), { ...BARE, exception: id, deed: 'unshelved', at: now }),
      reread: () => void step((journal) => journal),
    }
  })
}

/** Tells the picture; sets that did not change stay the same, so that nothing is drawn for it. */
function mark({ alarms }: Journal): void {
  const of = (...states: readonly string[]) =>
    new Set(
      Object.values(alarms).flatMap((alarm) => (states.includes(stateOf(alarm)) ? [alarm.item.id] : [])),
    )
  const { noticed, aside } = useAlarmMarks.getState()
  const next = { noticed: of('acknowledged'), aside: of('shelved') }
  if (!same(noticed, next.noticed) || !same(aside, next.aside)) useAlarmMarks.setState(next)
}

const same = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((id) => b.has(id))

const rooms = new Map<string, StoreApi<AlarmRoom>>()

/** The room of a city, one for everything on this page. A demo's is its own. */
export function roomOf(city: string, mode: string): StoreApi<AlarmRoom> {
  const key = `guancheng.alarms.${city}.${mode}`
  const known = rooms.get(key)
  if (known) return known
  const room = createRoom(key, browserStore())
  rooms.set(key, room)
  window.addEventListener('storage', (event) => {
    if (event.key === key) room.getState().reread()
  })
  return room
}
