import type { MouseEvent, ReactNode } from 'react'
import { StateGlyph } from '../ui/StateGlyph'
import type { CameraShown } from './camera'
import { sayOf } from './say'
import styles from './Tiles.module.css'
import type { Seen } from './tile'
import { words } from './words'

interface CaptionProps {
  readonly camera: CameraShown
  readonly seen: Seen
  readonly now: number
  readonly roomy: boolean
  /** It fills the screen: written large, with its number. */
  readonly whole: boolean
  readonly mark: ReactNode
  readonly onOpen: ((id: string, event: MouseEvent) => void) | undefined
}

/** Which camera it is, whose, and what its picture is worth: in a word, a shape and a shade. */
export function Caption({ camera, seen, now, roomy, whole, mark, onOpen }: CaptionProps) {
  const { id, name, meta } = camera
  const { glyph, state, late, dark, time, night = false } = sayOf(camera, seen, now)
  const [first, ...rest] = dark ?? []
  const said = (
    <>
      <span className={styles.state} data-late={late}>
        <StateGlyph glyph={glyph} />
        {state}
      </span>
      {dark && (
        <span className={styles.middle}>
          {roomy || rest.length === 0 ? <b>{first}</b> : <b className={styles.short}>{first}</b>}
          {roomy && rest.map((line) => <small key={line}>{line}</small>)}
        </span>
      )}
      <span className={styles.bar}>
        <span className={styles.name}>
          {mark}
          {name}
        </span>
        {roomy && (
          <span className={styles.meta}>
            {[...(whole ? [words.number(id)] : []), ...meta, ...(time === null ? [] : [time])].join(' · ')}
          </span>
        )}
      </span>
    </>
  )
  const shared = {
    className: styles.caption,
    'data-picture': id,
    'data-picture-state': seen.state,
    'data-dark': dark !== null,
    'data-night': night,
    'data-whole': whole,
  }
  return onOpen ? (
    <button
      type="button"
      {...shared}
      aria-label={`${words.open(name)} · ${state}`}
      onClick={(event) => onOpen(id, event)}
    >
      {said}
    </button>
  ) : (
    <div {...shared}>{said}</div>
  )
}
