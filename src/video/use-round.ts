import { useEffect, useState } from 'react'
import { isPageKey } from '../ui/keys'
import type { Chosen } from './patrol'

/** Keys of the round, as players of films have them; `event.key`. */
export const ROUND_KEYS = { previous: 'j', toggle: 'k', next: 'l' } as const

interface RoundOptions {
  readonly chosen: Chosen
  readonly choose: (chosen: Chosen) => void
  /** Steps of a whole round. */
  readonly steps: number
  readonly dwellMs: number
  /** Where it begins. */
  readonly from?: number
  /** The shown clock stands still, and so does the round. */
  readonly stands: boolean
}

export interface Round {
  readonly step: number
  readonly runs: boolean
  readonly previous: () => void
  readonly next: () => void
  readonly toggle: () => void
}

/** Which step of a round stands, and the next one after its time; by keys too. Where it is held is in the link. */
export function useRound({ chosen, choose, steps, dwellMs, from = 0, stands }: RoundOptions): Round {
  const [at, setAt] = useState(chosen.held ?? from)
  const held = chosen.held !== null
  const step = steps === 0 ? 0 : (chosen.held ?? at) % steps
  const runs = !held && !stands && steps > 1
  useEffect(() => {
    if (!runs) return
    const timer = setTimeout(() => setAt(step + 1), dwellMs)
    return () => clearTimeout(timer)
  }, [runs, step, dwellMs])
  const go = (by: 1 | -1) => {
    const to = steps === 0 ? 0 : (step + by + steps) % steps
    setAt(to)
    if (held) choose({ ...chosen, held: to })
  }
  const round: Round = {
    step,
    runs,
    previous: () => go(-1),
    next: () => go(1),
    toggle() {
      setAt(step)
      choose({ ...chosen, held: held ? null : step })
    },
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isPageKey(event)) return
      const key = event.key.toLowerCase()
      const does = (['previous', 'toggle', 'next'] as const).find((one) => ROUND_KEYS[one] === key)
      if (does) round[does]()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  return round
}
