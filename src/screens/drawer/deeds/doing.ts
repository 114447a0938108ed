import type { Receipt } from '../../../contract/resource'
import { asFault } from '../../../data/data-fault'
import type { Timers } from '../../../data/transport/timers'
import { isOpen, type Deed } from './kept'

export interface DoingOptions {
  /** Posts it under its key. @throws DataFault */
  readonly act: (deed: Deed) => Promise<Receipt>
  readonly put: (deed: Deed) => void
  /** It was done: what shows it is read again. */
  readonly done: (deed: Deed) => void
  readonly timers: Pick<Timers, 'after'>
}

/** The first and the longest wait before it is asked again what became of a deed that is under way. */
const [FIRST_MS, LONGEST_MS] = [5000, 60_000]

/** Keys that this page is asking about. */
const underWay = new Set<string>()

/** Does a deed, or asks again what became of it: always under its own key, and once at a time. Ends when it is settled or has failed. */
export async function carryOut(deed: Deed, options: DoingOptions): Promise<void> {
  if (underWay.has(deed.key)) return
  underWay.add(deed.key)
  try {
    await ask(deed, options)
  } finally {
    underWay.delete(deed.key)
  }
}

async function ask(deed: Deed, { act, put, done, timers }: DoingOptions): Promise<void> {
  // Kept before it is sent: a page that is closed now asks again when it is opened.
  put({ ...deed, state: deed.state === 'pending' ? 'pending' : 'asking', message: null })
  for (let wait = FIRST_MS; ; wait = Math.min(2 * wait, LONGEST_MS)) {
    let told: Deed
    try {
      const { state, at, message } = await act(deed)
      told = { ...deed, state, at, message }
    } catch (error) {
      told = { ...deed, state: 'failed', at: null, message: asFault(error).message }
    }
    put(told)
    if (told.state === 'done') done(told)
    if (!isOpen(told)) return
    await new Promise<void>((resolve) => void timers.after(wait, resolve))
  }
}
