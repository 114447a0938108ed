import type { ReactNode } from 'react'
import type { PatrolPlan } from '../../../contract/pictures'
import { countText } from '../../../lib/format'
import type { Arrangement } from '../../../video/arrange'
import type { Chosen } from '../../../video/patrol'
import { IconButton } from '../../../video/IconButton'
import { ROUND_KEYS, type Round } from '../../../video/use-round'
import { words } from '../words'
import styles from './Pictures.module.css'
import { MapButton } from './MapDoor'
import type { RoundOf } from './round'

/** Widths from which the bar has room for more than how the round goes, u: for the arrangements, and for what was seen. */
const WITH_TILES = 700
const WITH_SEEN = 1000
/** What stands beside them, u. */
const BESIDE = 1020
/** Of a button: its type, and what is around it. */
const [LETTER, AROUND] = [22, 34]

const widthOf = (groups: readonly Group[]) =>
  groups.reduce((sum, { label }) => sum + LETTER * label.length + AROUND, 0)

interface PictureBarProps {
  readonly width: number
  readonly chosen: Chosen
  readonly choose: (chosen: Chosen) => void
  readonly possible: readonly Arrangement[]
  readonly count: Arrangement
  readonly round: Round
  readonly steps: number
  readonly of: RoundOf
  /** There is a line of its own for what to go through. */
  readonly tall: boolean
  readonly groups: readonly Group[]
  readonly seen: ReactNode
}

/** What can be gone through. */
export interface Group {
  readonly key: string
  readonly label: string
  readonly hours?: PatrolPlan['hours'] | undefined
}

/** How many pictures, whose, and how the round goes on. */
export function PictureBar(props: PictureBarProps) {
  const { width, chosen, choose, possible, count, round, steps, of, tall, groups, seen } = props
  const { step, runs, previous, next, toggle } = round
  const held = chosen.held !== null
  const say = words.pictures
  const room = tall ? width : width - BESIDE
  const choice = groups.length > 1 && widthOf(groups) <= room && (
    <Groups {...{ groups, of, chosen, choose }} />
  )
  return (
    <>
      {tall && choice && <div className={styles.bar}>{choice}</div>}
      <div className={styles.bar}>
        <IconButton
          className={styles.turn}
          label={say.previous}
          shortcut={ROUND_KEYS.previous}
          path="M16 6l-8 6 8 6zM6 6v12"
          onPress={previous}
        />
        <IconButton
          className={styles.turn}
          label={held ? say.go : say.hold}
          shortcut={ROUND_KEYS.toggle}
          path={held ? 'M8 5l11 7-11 7z' : 'M8 5v14M16 5v14'}
          onPress={toggle}
        />
        <IconButton
          className={styles.turn}
          label={say.next}
          shortcut={ROUND_KEYS.next}
          path="M8 6l8 6-8 6zM18 6v12"
          onPress={next}
        />
        <p className={styles.place} data-round={runs ? 'runs' : 'stands'}>
          {say.step(countText(step + 1), countText(steps))}
          <small>{runs ? say.dwell(of.dwellSeconds) : say.stands}</small>
        </p>
        {width >= WITH_SEEN && seen}
        {width >= WITH_SEEN && <MapButton />}
        {!tall && choice}
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
    </>
  )
}

interface GroupsProps extends Pick<PictureBarProps, 'groups' | 'of' | 'chosen' | 'choose'> {}

function Groups({ groups, of, chosen, choose }: GroupsProps) {
  const say = words.pictures
  return (
    <div className={styles.choice} role="group" aria-label={say.groups}>
      {groups.map(({ key, label, hours }) => (
        <button
          key={key}
          type="button"
          title={hours && say.hours(hours)}
          aria-pressed={of.key === key}
          onClick={() => choose({ ...chosen, group: key, held: null })}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
