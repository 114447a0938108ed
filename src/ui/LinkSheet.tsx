import { useId, type RefCallback } from 'react'
import styles from './Sheet.module.css'
import { words } from './words'

export interface LinkSheetProps {
  readonly title: string
  readonly links: readonly { readonly label: string; readonly href: string; readonly current: boolean }[]
  readonly onClose: () => void
}

const openModal: RefCallback<HTMLDialogElement> = (dialog) => {
  if (dialog && !dialog.open) dialog.showModal()
}

/** A short list of places to go. */
export function LinkSheet({ title, links, onClose }: LinkSheetProps) {
  const id = useId()
  return (
    <dialog
      ref={openModal}
      className={styles.sheet}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={styles.head}>
        <h3 id={id}>{title}</h3>
        <button type="button" className={styles.button} onClick={onClose}>
          {words.close}
        </button>
      </div>
      <nav className={styles.links} aria-labelledby={id}>
        {links.map(({ label, href, current }) => (
          <a key={href} href={href} aria-current={current ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
    </dialog>
  )
}
