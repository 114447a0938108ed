import { useState } from 'react'
import { useNow, useScreen } from '../../../panel/screen-context'
import { coverageAt, keep, ownStore, readKept, shiftBegin, withSeen, type Coverage } from './coverage'

/** For as long as the page stands, whatever scene is shown meanwhile. */
const known = new Map<string, Coverage>()

/**
 * What this screen has seen of a round in this shift, and how it is told what it sees. It is kept over a reload. A clock that stands still sees nothing.
 */
export function useCoverage(round: string): {
  readonly coverage: Coverage
  readonly see: (ids: readonly string[]) => void
} {
  const { city, region, clock } = useScreen()
  const now = useNow()
  const key = ['patrol', city.id, region ?? '', round].join(':')
  const store = clock.frozen ? null : ownStore()
  const begin = shiftBegin(city.duty, now)
  const [, drawAgain] = useState(0)
  const coverage = coverageAt(known.get(key) ?? readKept(store, key), begin, now)
  const see = (ids: readonly string[]) => {
    const next = withSeen(coverage, clock.frozen ? [] : ids, now)
    known.set(key, next)
    if (next === coverage) return
    keep(store, key, next)
    drawAgain((n) => n + 1)
  }
  return { coverage, see }
}
