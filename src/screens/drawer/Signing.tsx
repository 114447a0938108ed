import { useState } from 'react'
import { stampText } from '../../panel/reading'
import { useScreen } from '../../panel/screen-context'
import type { Signature } from '../../panel/alarms/papers'
import controls from '../../ui/controls.module.css'
import styles from './Handover.module.css'
import { words } from './handover-words'

interface SigningProps {
  readonly label: string
  readonly signed: Signature | null
  /** Null takes it back. */
  readonly onSign: (name: string | null) => void
}

/** A name and when it was written; it can be taken back, and then nobody has signed. */
export function Signing({ label, signed, onSign }: SigningProps) {
  const { clock } = useScreen()
  const [name, setName] = useState('')
  if (signed)
    return (
      <p className={styles.sign} data-signed>
        <span>{label}</span>
        <b>{words.signed(signed.name, stampText(signed.at, clock.now()))}</b>
        <button type="button" className={controls.button} onClick={() => onSign(null)}>
          {words.unsign}
        </button>
      </p>
    )
  return (
    <form
      className={styles.sign}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') onSign(name.trim())
      }}
    >
      <label>
        {label}{' '}
        <input
          className={controls.field}
          maxLength={12}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <button type="submit" className={controls.button} disabled={name.trim() === ''}>
        {words.sign}
      </button>
    </form>
  )
}
