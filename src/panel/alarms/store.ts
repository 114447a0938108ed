import { createStore, type StoreApi } from 'zustand/vanilla'
import { PAPERS } from '../../contract/notice'
import { withoutPeople } from '../../data/shape/mask-personal'
import { browserStore, type Store } from '../../lib/kept'
import { heard, type Notice } from './heard'
import { journalIn } from './kept'
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
 * The journal of one room, kept by the browser under `key`. Windows of one machine share it, and every step begins with what the last one
 * of them wrote. What somebody does is written at once; what is merely seen `later`, since every window sees the same lists, and hundreds
 * of exceptions are a text that costs the picture a frame.
 */
export function createRoom(
  key: string,
  storage: Store | null,
  later: (write: () => void) => void = (write) => write(),
): StoreApi<AlarmRoom> {
  const file = journalIn(key, storage)
  let called: readonly number[] = []
  return createStore<AlarmRoom>()((set, get) => {
    const step = (move: (journal: Journal) => Journal) => {
      const before = file.latest(get().journal)
      const journal = move(before)
      if (journal !== get().journal) set({ journal })
      mark(journal)
      return { before, journal }
    }
    const keep = (journal: Journal) => {
      const kept = file.write(journal)
      if (kept !== get().kept) set({ kept })
    }
    const stepAndKeep = (move: (journal: Journal) => Journal): boolean => {
      const { before, journal } = step(move)
      if (journal !== before) keep(journal)
      return journal !== before
    }
    const writeSeen = () => {
      if (file.waits()) keep(step((journal) => journal).journal)
    }
    const deed = (move: (journal: Journal) => Journal, told: Parameters<Line['tell']>[0]) => {
      if (stepAndKeep(move)) get().line?.tell(told)
    }
    return {
      journal: file.first,
      call: null,
      kept: storage !== null,
      line: null,
      papers: [],
      hear(notices, now) {
        const papers = notices.filter(({ deed: done }) => PAPERS.some((one) => one === done))
        if (papers.length > 0) set({ papers })
        stepAndKeep((journal) => heard(journal, notices, now))
      },
      observe(sight) {
        const { before, journal } = step((all) => observe(all, sight))
        if (file.saw(sight)) later(writeSeen)
        if (before.last === null) return
        const fresh = freshIn(journal, sight.now)
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

/** What has come up at `now`, and nobody has taken notice of. */
const freshIn = ({ events, alarms }: Journal, now: number) =>
  events
    .filter(({ kind, at }) => at === now && (kind === 'raised' || kind === 'expired'))
    .flatMap(({ id }) => alarms[id] ?? [])
    .filter((alarm) => stateOf(alarm) === 'raised')
    .map(({ item }) => item)

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

/** Does it in a pause of the page, within a second or before the page goes. */
function whenIdle(write: () => void): void {
  const once = () => {
    window.removeEventListener('pagehide', once)
    write()
  }
  window.addEventListener('pagehide', once)
  // Safari has no idle time to give.
  const idle: Partial<Pick<Window, 'requestIdleCallback'>> = window
  if (idle.requestIdleCallback) idle.requestIdleCallback(once, { timeout: 1000 })
  else setTimeout(once, 1000)
}

const rooms = new Map<string, StoreApi<AlarmRoom>>()

/** The room of a city, one for everything on this page. A demo's is its own. */
export function roomOf(city: string, mode: string): StoreApi<AlarmRoom> {
  const key = `guancheng.alarms.${city}.${mode}`
  const known = rooms.get(key)
  if (known) return known
  const room = createRoom(key, browserStore(), whenIdle)
  rooms.set(key, room)
  window.addEventListener('storage', (event) => {
    if (event.key === key) room.getState().reread()
  })
  return room
}
