import { useId, useState, type ReactNode, type RefCallback } from 'react'
import styles from './Sheet.module.css'
import { words } from './words'

export interface SheetEntry {
  readonly title: string
  readonly lines: readonly string[]
  readonly lead?: ReactNode
  /** Its title leads on; the sheet is then closed. */
  readonly onOpen?: () => void
}

export interface SheetProps {
  readonly title: string
  readonly entries: readonly SheetEntry[]
  readonly perPage?: number
  readonly onClose: () => void
}

/** showModal gives the focus trap, Escape and the top layer; nothing of it is our own. */
const openModal: RefCallback<HTMLDialogElement> = (dialog) => {
  if (dialog && !dialog.open) dialog.showModal()
}

function Title({ title, lead, onOpen, onClose }: SheetEntry & Pick<SheetProps, 'onClose'>) {
  const said = (
    <b>
      {lead}
      {title}
    </b>
  )
  if (!onOpen) return said
  return (
    <button
      type="button"
      className={styles.lead}
      onClick={() => {
        onClose()
        onOpen()
      }}
    >
      {said}
    </button>
  )
}

/** A modal sheet that pages instead of scrolling (nobody scrolls a wall). Works by mouse, touch and keyboard. */
export function Sheet({ title, entries, perPage = 5, onClose }: SheetProps) {
  const id = useId()
  const [page, setPage] = useState(0)
  const pages = Math.max(1, Math.ceil(entries.length / perPage))
  const at = Math.min(page, pages - 1)
  return (
    <dialog
      ref={openModal}
      className={styles.sheet}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'ArrowRight') setPage(Math.min(at + 1, pages - 1))
        if (event.key === 'ArrowLeft') setPage(Math.max(at - 1, 0))
      }}
    >
      <div className={styles.head}>
        <h3 id={id}>{title}</h3>
        <button type="button" className={styles.button} onClick={onClose}>
          {words.close}
        </button>
      </div>
      <ul>
        {entries.slice(at * perPage, (at + 1) * perPage).map((entry, i) => (
          <li key={`${at}-${i}`} className={styles.entry}>
            <Title {...entry} onClose={onClose} />
            {entry.lines.map((line, k) => (
              <span key={k}>{line}</span>
            ))}
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <div className={styles.pager}>
          <button type="button" className={styles.button} disabled={at === 0} onClick={() => setPage(at - 1)}>
            {words.before}
          </button>
          <span>
            {at + 1} / {pages}
          </span>
          <button
            type="button"
            className={styles.button}
            disabled={at === pages - 1}
            onClick={() => setPage(at + 1)}
          >
            {words.after}
          </button>
        </div>
      )}
    </dialog>
  )
}
