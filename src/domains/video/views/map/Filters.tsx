import { SeekField } from '../../../../blocks/SeekField'
import type { Points } from '../../../../contract/resource'
import { exactText } from '../../../../lib/format'
import controls from '../../../../ui/controls.module.css'
import { POINT_STATES } from '../../codes'
import { words } from '../../map-words'
import { type Asked, countStates } from './asked'
import styles from './CameraMap.module.css'
import { StateSign } from './StateSign'

interface FiltersProps {
  readonly id: string
  readonly points: Points
  readonly asked: Asked
  readonly ask: (asked: Asked) => void
  readonly chosen: Uint32Array
  readonly ofAnyState: Uint32Array
  /** It has no frame that says what it is. */
  readonly titled: boolean
  /** To the list of what is shown; undefined where no list is kept. */
  readonly onList: (() => void) | undefined
  /** It lies over the scene. */
  readonly onClose: (() => void) | undefined
}

/** What the map is narrowed to: state, department, type, and words to look for. */
export function Filters({
  id,
  points,
  asked,
  ask,
  chosen,
  ofAnyState,
  titled,
  onList,
  onClose,
}: FiltersProps) {
  const counts = countStates(points, ofAnyState)
  return (
    <div className={styles.head}>
      <h2 id={id} className={titled ? styles.title : styles.unseen}>
        {words.title} <small>{words.count(exactText(chosen.length))}</small>
      </h2>
      <div className={styles.states} role="group" aria-label={words.filter.state}>
        {POINT_STATES.map((state, i) => (
          <button
            key={state}
            type="button"
            className={controls.choice}
            aria-pressed={asked.state === state}
            onClick={() => ask({ ...asked, state: asked.state === state ? null : state })}
          >
            <StateSign state={state} />
            {words.state[state]} <b>{exactText(counts[i] ?? 0)}</b>
          </button>
        ))}
      </div>
      <Choice
        label={words.filter.source}
        all={words.allOf.source}
        value={asked.source}
        values={points.groups['source']?.values ?? []}
        onChoose={(source) => ask({ ...asked, source })}
      />
      <Choice
        label={words.filter.type}
        all={words.allOf.type}
        value={asked.type}
        values={points.groups['type']?.values ?? []}
        print={(value) => Object.entries(words.type).find(([type]) => type === value)?.[1] ?? value}
        onChoose={(type) => ask({ ...asked, type })}
      />
      <SeekField
        q={asked.q}
        onSeek={(q) => ask({ ...asked, q })}
        hint={words.seek}
        label={words.seekLabel}
        className={styles.seek}
      />
      {onList && (
        <button type="button" className={controls.choice} aria-label={words.listLabel} onClick={onList}>
          {words.list}
        </button>
      )}
      {onClose && (
        <button type="button" className={controls.choice} onClick={onClose}>
          {words.close}
        </button>
      )}
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  /** What is said where nothing is chosen. */
  readonly all: string
  readonly value: string | null
  readonly values: readonly (string | null)[]
  readonly print?: (value: string) => string
  readonly onChoose: (value: string | null) => void
}

function Choice({ label, all, value, values, print = String, onChoose }: ChoiceProps) {
  const known = values.flatMap((one) => one ?? [])
  // A link may name one that no camera has: it is said, so that nobody takes none for all.
  const offered = value === null || known.includes(value) ? known : [...known, value]
  return (
    <select
      className={controls.field}
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChoose(currentTarget.value === '' ? null : currentTarget.value)}
    >
      <option value="">{all}</option>
      {offered.map((one) => (
        <option key={one} value={one}>
          {print(one)}
        </option>
      ))}
    </select>
  )
}
