import { useEffect, useState } from 'react'
import type { ExceptionItem } from '../../contract/exception'
import { clockText } from '../../lib/calendar'
import { chatters, latelyRaised, stateOf, type Alarm } from '../../panel/alarms/journal'
import type { AlarmRoom } from '../../panel/alarms/store'
import { useAlarm, useRoom } from '../../panel/alarms/use-room'
import { stampText } from '../../panel/reading'
import { useNow, useScreen } from '../../panel/screen-context'
import { isPageKey } from '../../ui/keys'
import controls from '../../ui/controls.module.css'
import styles from './Notice.module.css'
import { ShelveForm } from './ShelveForm'
import { words } from './alarm-words'

/** A key of whoever works through the list. */
function useKey(key: string, act: (() => void) | undefined): void {
  useEffect(() => {
    if (!act) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || !isPageKey(event)) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [key, act])
}

/** What has become of an exception in this room, and what can be done about it here: `a` takes notice, `s` puts it aside. */
export function Notice({ of }: { readonly of: ExceptionItem }) {
  const alarm = useAlarm(of.id)
  return alarm ? <Known key={of.id} alarm={alarm} /> : null
}

function Known({ alarm }: { readonly alarm: Alarm }) {
  const now = useNow()
  const { clock } = useScreen()
  const room = useRoom()
  const [putting, setPutting] = useState(false)
  const { id } = alarm.item
  const state = stateOf(alarm)
  const notice =
    state === 'raised' || state === 'returned' ? () => room.acknowledge(id, clock.now()) : undefined
  const aside = state === 'raised' || state === 'acknowledged' ? () => setPutting(true) : undefined
  useKey('a', notice)
  useKey('s', aside)
  return (
    <section className={styles.notice} data-alarm={state}>
      <p className={styles.state}>
        <b>{words.state[state]}</b>
        {linesOf(alarm, now).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      <div className={styles.does}>
        {notice && (
          <button type="button" className={controls.main} onClick={notice}>
            {words.acknowledge} <kbd>a</kbd>
          </button>
        )}
        {aside && !putting && (
          <button type="button" className={controls.button} onClick={aside}>
            {words.shelve} <kbd>s</kbd>
          </button>
        )}
        {alarm.shelf && (
          <button type="button" className={controls.button} onClick={() => room.unshelve(id, clock.now())}>
            {words.unshelve}
          </button>
        )}
        <small>{keptWhere(room)}</small>
      </div>
      {putting && aside && (
        <ShelveForm onShelve={(shelf) => room.shelve(id, shelf)} onClose={() => setPutting(false)} />
      )}
    </section>
  )
}

/** Who else knows of what is done here. */
function keptWhere({ line, kept }: Pick<AlarmRoom, 'line' | 'kept'>): string {
  if (!line) return kept ? words.local : words.lost
  if (line.why !== null) return words.unsent(line.unsent, line.why)
  return line.deaf === null ? words.shared : words.deaf(line.deaf)
}

function linesOf(alarm: Alarm, now: number): readonly string[] {
  const { acknowledgedAt, by, endedAt, shelf, unsure, raisings } = alarm
  return [
    ...(acknowledgedAt !== null && stateOf(alarm) === 'acknowledged'
      ? [words.since(clockText(acknowledgedAt), by)]
      : []),
    ...(endedAt === null ? [] : [words.returned(stampText(endedAt, now))]),
    ...(shelf ? [words.shelved(stampText(shelf.until, now), shelf.reason, shelf.by ?? null)] : []),
    ...(unsure ? [words.unsure] : []),
    ...(chatters(alarm, now)
      ? [words.chatters(latelyRaised(alarm, now))]
      : raisings.length > 1
        ? [words.again(raisings.length, stampText(raisings[0] ?? now, now))]
        : []),
  ]
}
