import styles from './Tiles.module.css'
import { WHOLE_KEY, type Whole } from './use-whole'
import { words } from './words'

const OUT = 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5'
const IN = 'M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5'

/** In the corner of a tile: over the whole screen, and there to the pictures beside it and back. */
export function WholeButtons({
  tile,
  whole: { at, choose, turn, keys },
}: {
  readonly tile: number
  readonly whole: Whole
}) {
  const filled = at === tile
  return (
    <span className={styles.corner} data-filled={filled}>
      {filled && (
        <>
          <Corner
            label={words.previous}
            shortcut={keys.previous}
            path="M15 5l-7 7 7 7"
            does={() => turn(-1)}
          />
          <Corner label={words.next} shortcut={keys.next} path="M9 5l7 7-7 7" does={() => turn(1)} />
        </>
      )}
      <Corner
        label={filled ? words.leave : words.whole}
        shortcut={WHOLE_KEY}
        path={filled ? IN : OUT}
        does={() => choose(filled ? null : tile)}
      />
    </span>
  )
}

interface CornerProps {
  readonly label: string
  readonly shortcut: string
  readonly path: string
  readonly does: () => void
}

function Corner({ label, shortcut, path, does }: CornerProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={shortcut}
      title={`${label} ${shortcut}`}
      onClick={does}
      onDoubleClick={(event) => event.stopPropagation()}
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
