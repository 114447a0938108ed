import { exactText } from '../../../../lib/format'
import { words } from '../../map-words'
import type { TownCount } from './asked'
import styles from './CameraMap.module.css'

interface TownsProps {
  readonly towns: readonly TownCount[]
  readonly onTown: (code: string) => void
  /** Somebody has come to a town by key: the map shows it. */
  readonly onPoint: (code: string) => void
}

/** The towns with their cameras, most offline first: what keys reach instead of tens of thousands of points. */
export function Towns({ towns, onTown, onPoint }: TownsProps) {
  return (
    <ul className={styles.towns} aria-label={words.towns}>
      {towns.map(({ code, name, count, states }) => {
        const offline = exactText(states.at(-1) ?? 0)
        return (
          <li key={code}>
            <button
              type="button"
              aria-label={words.townLabel(name, exactText(count), offline)}
              onClick={() => onTown(code)}
              onFocus={(event) => event.currentTarget.matches(':focus-visible') && onPoint(code)}
            >
              <span>{name}</span>
              <b>{exactText(count)}</b>
              <small>{words.offline(offline)}</small>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
