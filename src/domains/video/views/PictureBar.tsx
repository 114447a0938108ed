import { countText } from '../../../lib/format'
import type { Arrangement } from '../../../video/arrange'
import type { Chosen } from '../../../video/patrol'
import { ROUND_KEYS, type Round } from '../../../video/use-round'
import type { VideoSource } from '../contract'
import { words } from '../words'
import styles from './Pictures.module.css'

/** Widths from which the bar has room for more than how the round goes, u: for the arrangements, and for the sources too. */
const WITH_TILES = 700
const WITH_GROUPS = 1180

interface PictureBarProps {
  readonly width: number
  readonly chosen: Chosen
  readonly choose: (chosen: Chosen) => void
  readonly possible: readonly Arrangement[]
  readonly count: Arrangement
  readonly round: Round
  readonly steps: number
  /** Seconds. */
  readonly dwell: number
  readonly groups: readonly VideoSource[]
}

/** How many pictures, whose, and how the round goes on. */
export function PictureBar({
  width,
  chosen,
  choose,
  possible,
  count,
  round,
  steps,
  dwell,
  groups,
}: PictureBarProps) {
  const { step, runs, previous, next, toggle } = round
  const held = chosen.held !== null
  const say = words.pictures
  return (
    <div className={styles.bar}>
      <Turn
        label={say.previous}
        shortcut={ROUND_KEYS.previous}
        path="M16 6l-8 6 8 6zM6 6v12"
        onPress={previous}
      />
      <Turn
        label={held ? say.go : say.hold}
        shortcut={ROUND_KEYS.toggle}
        path={held ? 'M8 5l11 7-11 7z' : 'M8 5v14M16 5v14'}
        onPress={toggle}
      />
      <Turn label={say.next} shortcut={ROUND_KEYS.next} path="M8 6l8 6-8 6zM18 6v12" onPress={next} />
      <p className={styles.place} data-round={runs ? 'runs' : 'stands'}>
        {say.step(countText(step + 1), countText(steps))}
        <small>{runs ? say.dwell(dwell) : say.stands}</small>
      </p>
      {width >= WITH_GROUPS && groups.length > 1 && (
        <div className={styles.choice} role="group" aria-label={say.groups}>
          {[null, ...groups].map((group) => (
            <button
              key={group?.key ?? ''}
              type="button"
              aria-pressed={chosen.group === (group?.key ?? null)}
              onClick={() => choose({ ...chosen, group: group?.key ?? null, held: null })}
            >
              {group?.label ?? say.all}
            </button>
          ))}
        </div>
      )}
      {width >= WITH_TILES && possible.length > 1 && (
        <div className={styles.choice} role="group" aria-label={say.tiles}>
          {possible.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === count}
              aria-label={say.tilesOf(one)}
              onClick={() => choose({ ...chosen, tiles: one })}
            >
              {one === 7 ? say.seven : one}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

interface TurnProps {
  readonly label: string
  readonly shortcut: string
  readonly path: string
  readonly onPress: () => void
}

function Turn({ label, shortcut, path, onPress }: TurnProps) {
  return (
    <button
      type="button"
      className={styles.turn}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      title={`${label} ${shortcut}`}
      onClick={onPress}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
    </button>
  )
}
