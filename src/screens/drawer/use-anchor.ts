import { useLayoutEffect, useRef } from 'react'
import type { VirtualRows } from '../../panel/use-virtual-rows'
import type { RowsWindow } from './use-window'

interface AnchorOptions {
  readonly shown: RowsWindow
  readonly rows: VirtualRows
  /** Height of a row, px. */
  readonly size: number
  /** Rows came or went above what is looked at. */
  readonly onMove: (by: number) => void
}

/**
 * How many rows came above what stands at `at`, less those that went, between two states of the same part of a list; 0 where that is
 * not known.
 */
export function movedBy(before: RowsWindow, after: RowsWindow, at: number): number {
  const key = before.page.rows[at - before.from]?.key
  const now = key === undefined ? -1 : after.page.rows.findIndex((row) => row.key === key)
  return now < 0 ? 0 : now + after.from - at
}

/** What somebody reads stays where it is when rows come or go above it; at the head of the list the newest are seen. */
export function useAnchor({ shown, rows, size, onMove }: AnchorOptions): void {
  const before = useRef(shown)
  useLayoutEffect(() => {
    const last = before.current
    before.current = shown
    if (last.page === shown.page || shown.old || rows.offset < size) return
    const by = movedBy(last, shown, Math.floor(rows.offset / size))
    if (by === 0) return
    rows.scrollTo(rows.offset + by * size)
    onMove(by)
  })
}
