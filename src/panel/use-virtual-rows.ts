import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useState } from 'react'

interface VirtualRowsOptions {
  readonly count: number
  /** Height of every row, px. */
  readonly size: number
  /** How far it is scrolled at first, px. */
  readonly offset: number
}

/** The rows of a long list that can be seen, and a few beyond. */
export interface VirtualRows {
  /** The rows to draw, and how far down each stands, px. */
  readonly items: readonly { readonly index: number; readonly start: number }[]
  /** Height of all rows, px. */
  readonly height: number
  /** How far it is scrolled now, px. */
  readonly offset: number
  /** Rows that the box shows at once. */
  readonly seen: number
  readonly scrollTo: (offset: number) => void
  /** Brings a row into sight. */
  readonly show: (index: number) => void
}

/** Only what can be seen of a list of any length is drawn. The first is for the box that scrolls, as its `ref`. */
export function useVirtualRows({
  count,
  size,
  offset,
}: VirtualRowsOptions): readonly [setBox: (box: HTMLElement | null) => void, rows: VirtualRows] {
  const [box, setBox] = useState<HTMLElement | null>(null)
  // oxlint-disable-next-line react/incompatible-library -- nobody here keeps its functions from one drawing to the next
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box,
    estimateSize: () => size,
    initialOffset: offset,
    overscan: 4,
  })
  useEffect(() => rows.measure(), [rows, size])
  const seen: VirtualRows = {
    items: rows.getVirtualItems(),
    height: rows.getTotalSize(),
    offset: rows.scrollOffset ?? offset,
    seen: Math.max(1, Math.floor((rows.scrollRect?.height ?? 0) / size)),
    scrollTo: (to) => rows.scrollToOffset(to),
    show: (index) => rows.scrollToIndex(index),
  }
  return [setBox, seen]
}
