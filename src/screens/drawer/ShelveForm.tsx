import { useId, useState, type ReactNode } from 'react'
import { HOUR, MINUTE } from '../../lib/calendar'
import { onDuty } from '../../lib/duty'
import { LONGEST_SHELF, type Shelf } from '../../panel/alarms/journal'
import { stampText } from '../../panel/reading'
import { useScreen } from '../../panel/screen-context'
import controls from '../../ui/controls.module.css'
import styles from './Notice.module.css'
import { words } from './alarm-words'

const { form } = words
type Span = keyof typeof form.spans

interface ShelveFormProps {
  readonly onShelve: (shelf: Shelf) => void
  readonly onClose: () => void
}

/** Why and until when: both are asked for, and nothing is put aside without them. */
export function ShelveForm({ onShelve, onClose }: ShelveFormProps) {
  const { clock, city } = useScreen()
  const [reason, setReason] = useState('')
  const [span, setSpan] = useState<Span>('two')
  const id = useId()
  const [now] = useState(() => clock.now())
  const handOver = city.duty && onDuty(city.duty, now)?.end
  const ends: Record<Span, number | undefined> = {
    half: now + 30 * MINUTE,
    two: now + 2 * HOUR,
    shift: handOver,
    day: now + LONGEST_SHELF,
  }
  const spans = (['half', 'two', 'shift', 'day'] as const).filter((one) => ends[one] !== undefined)
  const until = ends[span] ?? now + 2 * HOUR
  return (
    <form
      className={styles.form}
      aria-label={form.title}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() === '') return
        onShelve({ at: clock.now(), until, reason: reason.trim() })
        onClose()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <label htmlFor={id}>{form.reason}</label>
      <Choices of={form.reasons.map((one) => [one, one])} chosen={reason} onChoose={setReason} first>
        <input
          id={id}
          className={controls.field}
          maxLength={40}
          placeholder={form.other}
          value={form.reasons.includes(reason) ? '' : reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Choices>
      <span>{form.until}</span>
      <Choices of={spans.map((one) => [one, form.spans[one]])} chosen={span} onChoose={setSpan}>
        <small>{stampText(until, now)}</small>
      </Choices>
      <div className={styles.does}>
        <button type="submit" className={controls.main} disabled={reason.trim() === ''}>
          {form.done}
        </button>
        <button type="button" className={controls.button} onClick={onClose}>
          {form.back}
        </button>
        <small>{form.note}</small>
      </div>
    </form>
  )
}

interface ChoicesProps<T extends string> {
  readonly of: readonly (readonly [T, string])[]
  readonly chosen: string
  readonly onChoose: (one: T) => void
  /** The first of them takes the focus. */
  readonly first?: boolean
  readonly children: ReactNode
}

function Choices<T extends string>({ of, chosen, onChoose, first = false, children }: ChoicesProps<T>) {
  return (
    <div className={styles.choices}>
      {of.map(([one, text], i) => (
        <button
          key={one}
          type="button"
          className={controls.choice}
          aria-pressed={chosen === one}
          autoFocus={first && i === 0}
          onClick={() => onChoose(one)}
        >
          {text}
        </button>
      ))}
      {children}
    </div>
  )
}
