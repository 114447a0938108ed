import { NOTICES, PAPERS, type NoticeRow } from '../../contract/notice'
import type { Receipt } from '../../contract/resource'
import { asFault } from '../../data/data-fault'
import type { Timers } from '../../data/transport/timers'
import { isFields, textIn, type Fields } from '../../lib/fields'
import { keepText, type Store } from '../../lib/kept'

/** What was done here and is not known elsewhere yet; who it was is the server's word. */
export type Unsent = Omit<NoticeRow, 'by'>

interface OutboxOptions {
  readonly store: Store | null
  readonly name: string
  /** Sends one under its key, so that however often it is sent it counts once. @throws DataFault */
  readonly post: (notice: Unsent) => Promise<Receipt>
  /** What waits, and why it does where it is not merely on its way; a refusal is said until the next one is taken. */
  readonly changed: (state: { readonly unsent: number; readonly why: string | null }) => void
  readonly timers: Pick<Timers, 'after'>
}

export interface Outbox {
  readonly put: (notice: Unsent) => void
  /** Sends what a page before this one has left. */
  readonly open: () => void
  readonly stop: () => void
}

const AGAIN_MS = 15_000
/** Nobody is helped by what was done longer ago than that. */
const MOST = 200

/** Sends, oldest first and until it is answered, what was done here. All windows of a machine share what waits. */
export function createOutbox({ store, name, post, changed, timers }: OutboxOptions): Outbox {
  let waiting = readKept(store, name)
  let why: string | null = null
  let sending = false
  let stopped = false

  const keep = (next: readonly Unsent[]) => {
    waiting = next.slice(-MOST)
    keepText(store, name, JSON.stringify(waiting))
    changed({ unsent: waiting.length, why })
  }
  /** Another window may have put something there, or sent it. */
  const known = () => (store ? readKept(store, name) : waiting)

  async function send(): Promise<void> {
    if (sending) return
    sending = true
    for (let [notice] = waiting; notice && !stopped; [notice] = waiting) {
      const { key } = notice
      try {
        const { state, message } = await post(notice)
        why = state === 'refused' ? message : null
        keep(known().filter((one) => one.key !== key))
      } catch (error) {
        why = asFault(error).message
        keep(known())
        await new Promise<void>((resolve) => void timers.after(AGAIN_MS, resolve))
      }
    }
    sending = false
  }

  return {
    put(notice) {
      keep([...known(), notice])
      void send()
    },
    open() {
      stopped = false
      changed({ unsent: waiting.length, why })
      void send()
    },
    stop() {
      stopped = true
    },
  }
}

function readKept(store: Store | null, name: string): readonly Unsent[] {
  try {
    const kept: unknown = JSON.parse(store?.getItem(name) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isFields).flatMap(readUnsent) : []
  } catch {
    return []
  }
}

function readUnsent(kept: Fields): Unsent[] {
  const [key, exception, at, until, reason] = ['key', 'exception', 'at', 'until', 'reason'].map((field) =>
    textIn(kept, field),
  )
  const deed = [...NOTICES, ...PAPERS].find((one) => one === kept['deed'])
  return key && exception && at && deed
    ? [{ key, exception, deed, at, until: until ?? null, reason: reason ?? null }]
    : []
}
