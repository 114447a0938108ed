import { useState, type SyntheticEvent } from 'react'
import { withoutPeople } from '../../../data/shape/mask-personal'
import { MOST_REASON, type Action } from '../../../panel/action'
import controls from '../../../ui/controls.module.css'
import drawer from '../Drawer.module.css'
import styles from './Deeds.module.css'
import { words } from './words'

interface ReasonProps {
  readonly action: Action
  readonly onSend: (action: Action, reason: string | null) => void
  readonly onCancel: () => void
}

/** The second press, without which a touch in passing would act; with it what somebody wants to say, which may name nobody. */
export function Reason({ action, onSend, onCancel }: ReasonProps) {
  const [text, setText] = useState('')
  const asks = action.body?.includes('reason') === true
  const personal = withoutPeople(text) !== text
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!personal) onSend(action, text.trim() || null)
  }
  return (
    <form
      className={styles.form}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      {asks && (
        <textarea
          className={controls.field}
          aria-label={words.reason}
          placeholder={words.reason}
          maxLength={MOST_REASON}
          rows={2}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {personal && (
        <p className={drawer.note} role="alert">
          {words.personal}
        </p>
      )}
      <div className={styles.offers}>
        <button type="submit" className={controls.button} disabled={personal}>
          {words.confirm(action.label)}
        </button>
        <button type="button" className={controls.button} onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
