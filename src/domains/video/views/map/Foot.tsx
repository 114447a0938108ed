import type { Points } from '../../../../contract/resource'
import { exactText } from '../../../../lib/format'
import type { RegionMap } from '../../../../map/map-thread'
import type { Level } from '../../../../map/points/marks'
import { words } from '../../map-words'
import { SHARES } from './layers'
import styles from './CameraMap.module.css'

/** What the map says of itself. */
export interface Told {
  readonly level: Level
  readonly nowhere: number
  readonly unplaced: number
}

/** Refused places that are named. */
const NAMED = 8

interface FootProps {
  readonly points: Points
  readonly map: RegionMap
  readonly told: Told
  /** Of the data, HH:mm. */
  readonly time: string
}

/** How the cameras are put together, what is not where it should be, and whose map it is. */
export function Foot({ points, map, told, time }: FootProps) {
  const { level, nowhere, unplaced } = told
  const notes = [
    words.level[level],
    ...(level === 'towns' ? [words.size] : []),
    ...(map.schematic ? [words.schematic] : unplaced > 0 ? [words.unplaced(exactText(unplaced))] : []),
    ...(nowhere > 0 ? [words.nowhere(exactText(nowhere))] : []),
  ]
  return (
    <div className={styles.foot}>
      <span>{[words.asOf(time), ...notes].join(' · ')}</span>
      {level === 'towns' && <Classes />}
      {points.refused > 0 && <Refused points={points} />}
      <span className={styles.approval}>{words.approval(map.approval)}</span>
    </div>
  )
}

/** What the colour of a town says. */
function Classes() {
  return (
    <span className={styles.classes}>
      {words.share}
      {words.classes(SHARES).map((label, i) => (
        <span key={label}>
          <i style={{ background: `var(--tile-${i + 1})` }} />
          {label}
        </span>
      ))}
    </span>
  )
}

/** The places that their contract refused, by what is wrong with them. */
function Refused({ points: { refused, leftOut } }: { readonly points: Points }) {
  const named = leftOut.slice(0, NAMED)
  return (
    <details className={styles.refused}>
      <summary>{words.refused(exactText(refused))}</summary>
      <ul>
        {named.map(({ at, field, message }) => (
          <li key={at}>{words.refusedRow(exactText(at + 1), field, message)}</li>
        ))}
        {refused > named.length && <li>{words.more(exactText(refused - named.length))}</li>}
      </ul>
    </details>
  )
}
