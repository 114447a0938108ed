import { IconButton } from './IconButton'
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
          <IconButton
            label={words.previous}
            shortcut={keys.previous}
            path="M15 5l-7 7 7 7"
            onPress={() => turn(-1)}
          />
          <IconButton label={words.next} shortcut={keys.next} path="M9 5l7 7-7 7" onPress={() => turn(1)} />
        </>
      )}
      <IconButton
        label={filled ? words.leave : words.whole}
        shortcut={WHOLE_KEY}
        path={filled ? IN : OUT}
        onPress={() => choose(filled ? null : tile)}
      />
    </span>
  )
}
