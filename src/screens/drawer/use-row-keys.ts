import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { VirtualRows } from '../../panel/use-virtual-rows'

interface RowKeysOptions {
  readonly list: RefObject<HTMLElement | null>
  readonly rows: VirtualRows
  readonly count: number
  /** The row that Tab leads to. */
  readonly current: number
  readonly setActive: (at: number) => void
  /** Somebody comes back to it. */
  readonly focusNow: boolean
}

/** Arrows, pages, Home and End lead from row to row, those that are not drawn yet too: the focus follows as soon as they are. */
export function useRowKeys({ list, rows, count, current, setActive, focusNow }: RowKeysOptions) {
  // Counted, and not kept as a mark: what an earlier drawing still has to do knows only of earlier steps, and must not answer for this one.
  const [steps, setSteps] = useState(focusNow ? 1 : 0)
  const answered = useRef(0)
  const buttonOf = (at: number) => list.current?.querySelector<HTMLElement>(`[data-index="${at}"] button`)
  useEffect(() => {
    const row = answered.current < steps ? buttonOf(current) : null
    if (!row) return
    row.focus({ preventScroll: true })
    answered.current = steps
  })
  const go = (at: number) => {
    const next = Math.max(0, Math.min(count - 1, at))
    setSteps(steps + 1)
    setActive(next)
    rows.show(next)
    // Where it stood already nothing is drawn anew.
    buttonOf(next)?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + rows.seen,
      PageUp: current - rows.seen,
      Home: 0,
      End: count - 1,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    go(to)
  }
  return { go, onKeyDown }
}
