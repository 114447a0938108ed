import { useEffect, useMemo, useRef } from 'react'
import styles from './RowButtons.module.css'
import type { Look } from './look'
import { rowAt, rowsOf, type PlacedRow } from './placed-rows'

interface RowButtonsProps {
  /** The box of the chart, pressed anywhere. */
  readonly host: HTMLElement
  readonly look: Look
  /** Says where its rows stand as it says how they are drawn. */
  readonly draw: (table: typeof rowsOf, look: Look) => readonly PlacedRow[] | undefined
  readonly onPick: (key: string) => void
}

/** A part of the look in percent, which holds on paper too, where the look is enlarged. */
const part = (px: number, of: number) => `${(px / of) * 100}%`

/**
 * The rows of a picture as rows of the page: a canvas cannot be tabbed through and says nothing. They lie over the picture and let the
 * pointer through to it, whose press opens what Enter opens.
 */
export function RowButtons({ host, look, draw, onPick }: RowButtonsProps) {
  const rows = useMemo(() => draw(rowsOf, look) ?? [], [draw, look])
  const now = useRef({ look, rows, onPick })
  useEffect(() => {
    now.current = { look, rows, onPick }
  })
  useEffect(() => {
    const pointed = ({ button, clientX, clientY }: PointerEvent) => {
      if (button !== 0) return undefined
      const { look: at, rows: placed } = now.current
      const { left, top, width } = host.getBoundingClientRect()
      const times = at.width / width
      return rowAt(placed, (clientX - left) * times, (clientY - top) * times)
    }
    let pressed: PlacedRow | undefined
    const onDown = (event: PointerEvent) => (pressed = pointed(event))
    // Not by its click: a chart that is pointed at for the first time is made anew, with its tooltip, and a click on what is gone is none.
    const onUp = (event: PointerEvent) => {
      const row = pointed(event)
      if (row?.leads && row.key === pressed?.key) now.current.onPick(row.key)
    }
    host.addEventListener('pointerdown', onDown)
    host.addEventListener('pointerup', onUp)
    // What is in a picture is no part of the page; rows that can be opened are.
    host.setAttribute('role', 'group')
    return () => {
      host.removeEventListener('pointerdown', onDown)
      host.removeEventListener('pointerup', onUp)
      host.setAttribute('role', 'img')
    }
  }, [host])
  return (
    <ul className={styles.rows}>
      {rows.map(({ key, said, leads, left, top, width, height }) => (
        <li
          key={key}
          style={{
            left: part(left, look.width),
            top: part(top, look.height),
            width: part(width, look.width),
            height: part(height, look.height),
          }}
        >
          {leads ? (
            <button type="button" aria-label={said} onClick={() => onPick(key)} />
          ) : (
            <span role="img" aria-label={said} />
          )}
        </li>
      ))}
    </ul>
  )
}
