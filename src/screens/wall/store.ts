import { create } from 'zustand'

/** Operator state of this wall: what is open right now. What a link should reproduce lives in the URL instead. */
interface WallState {
  readonly open: 'health' | 'cities' | 'keys' | null
  readonly show: (what: 'health' | 'cities' | 'keys') => void
  readonly close: () => void
}

export const useWallStore = create<WallState>((set) => ({
  open: null,
  show: (open) => set({ open }),
  close: () => set({ open: null }),
}))
