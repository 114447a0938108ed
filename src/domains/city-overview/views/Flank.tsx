import { useState } from 'react'
import { onDemand } from '../../../panel/on-demand'
import type { MapMeasure, MeasuredTown } from './measures'
import { MOST_DEVIANTS } from './reserved'
import styles from './Flank.module.css'
import { words } from '../words'

const allDeviants = onDemand(() => import('./AllDeviants').then(({ AllDeviants }) => AllDeviants))

interface SwitchProps {
  readonly measures: readonly MapMeasure[]
  readonly shown: MapMeasure['id']
  readonly onChoose: (id: MapMeasure['id']) => void
}

/** Which of the city's measures the map shows. */
export function Switch({ measures, shown, onChoose }: SwitchProps) {
  return (
    <div className={styles.switch} role="group" aria-label={words.measures}>
      {measures.map(({ id, name }) => (
        <button key={id} type="button" aria-pressed={id === shown} onClick={() => onChoose(id)}>
          {name}
        </button>
      ))}
    </div>
  )
}

interface DeviantsProps {
  readonly towns: readonly MeasuredTown[]
  readonly onSelect: (code: string) => void
}

/** The outlined tiles with their reason, once, beside the map. */
export function Deviants({ towns, onSelect }: DeviantsProps) {
  const [all, setAll] = useState(false)
  if (towns.length === 0) return null
  const more = towns.length - MOST_DEVIANTS
  return (
    <ul className={styles.deviants}>
      {towns.slice(0, MOST_DEVIANTS).map(({ code, name, count, low, high }) => (
        <li key={code}>
          <button type="button" onClick={() => onSelect(code)}>
            <i aria-hidden="true" />
            {/* Apart from the numbers, which never yield. */}
            <span>{name}</span>
            {words.deviant('', count ?? 0, low, high)}
          </button>
        </li>
      ))}
      {more > 0 && (
        <li>
          <button type="button" onClick={() => setAll(true)}>
            {words.moreDeviants(more)}
          </button>
        </li>
      )}
      {all && <allDeviants.Part {...{ towns, onSelect }} onClose={() => setAll(false)} />}
    </ul>
  )
}
