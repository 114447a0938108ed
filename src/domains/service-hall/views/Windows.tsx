import type { HallOperation } from '../contract'
import { words } from '../floor-words'
import { words as hall } from '../words'
import styles from './Floor.module.css'
import { wholePercent } from './text'

type Row = NonNullable<NonNullable<HallOperation['counters']>['rows']>[number]

/** The few windows of a small hall: whom each serves, for how long, and how much of the day it has. */
export function Windows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ul className={styles.windows}>
      {rows.map(({ no, state, business, minutes, use }) => (
        <li key={no} data-state={state}>
          <p>
            <b>{words.window(no)}</b>
            <span>{business ?? hall.counter[state]}</span>
          </p>
          <p>
            <span>{minutes == null ? '' : hall.minutes(minutes)}</span>
            <span>{use == null ? '' : words.use(wholePercent(use))}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
