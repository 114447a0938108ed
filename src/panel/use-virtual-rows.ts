import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useState } from 'react'

interface VirtualRowsOptions {
  readonly count: number
  /** Height of every row, px; of rows that say their `keyOf` what is supposed of one that was not drawn yet. */
  readonly size: number
  /** How far it is scrolled at first, px. */
  readonly offset?: number
  /**
   * Which row it is. Rows that say so are as high as they come out, once each has its `measure`, and what somebody has scrolled to stays
   * where it is when others come or go above it.
   */
  readonly keyOf?: (index: number) => string
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
  /** Brings a row into sight; the same function from one drawing to the next. */
  readonly show: (index: number) => void
  /** Of a drawn row whose element says its `data-index`, as its `ref`. */
  readonly measure: (row: Element | null) => void
}

/** Only what can be seen of a list of any length is drawn. The first is for the box that scrolls, as its `ref`. */
export function useVirtualRows({
  count,
  size,
  offset = 0,
  keyOf,
}: VirtualRowsOptions): readonly [setBox: (box: HTMLElement | null) => void, rows: VirtualRows] {
  const [box, setBox] = useState<HTMLElement | null>(null)
  // oxlint-disable-next-line react/incompatible-library -- nobody here keeps its functions from one drawing to the next
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box,
    estimateSize: () => size,
    initialOffset: offset,
    overscan: 4,
    ...(keyOf && { getItemKey: keyOf, anchorTo: box && box.scrollTop >= size ? 'end' : 'start' }),
  })
  useEffect(() => rows.measure(), [rows, size])
  const show = useCallback((index: number) => box && rows.scrollToIndex(index), [rows, box])
  const seen: VirtualRows = {
    items: rows.getVirtualItems(),
    height: rows.getTotalSize(),
    offset: rows.scrollOffset ?? offset,
    seen: Math.max(1, Math.floor((rows.scrollRect?.height ?? 0) / size)),
    scrollTo: (to) => rows.scrollToOffset(to),
    show,
    measure: rows.measureElement,
  }
  return [setBox, seen]
}
