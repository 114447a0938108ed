import { create } from 'zustand'
import { browserStore, type Store } from '../../../lib/kept'
import { keep, readKept, withDeed, type Deed } from './kept'

interface Deeds {
  /** Newest first. */
  readonly deeds: readonly Deed[]
  /** A new one, or how one of the same key stands now. */
  readonly put: (deed: Deed) => void
}

/** What was done here: in the page at once, and kept for the next one. */
export const createDeeds = (store: Store | null) =>
  create<Deeds>((set) => ({
    deeds: readKept(store),
    put(deed) {
      set(({ deeds }) => ({ deeds: withDeed(deeds, deed) }))
      keep(store, deed)
    },
  }))

export const useDeeds = createDeeds(browserStore())
