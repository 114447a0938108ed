import type { Points } from '../../../../contract/resource'
import { durationText, exactText } from '../../../../lib/format'
import type { Hit } from '../../../../map/points/hit'
import type { Placed } from '../../../../map/points/marks'
import { useNow } from '../../../../panel/screen-context'
import { POINT_STATES } from '../../codes'
import { words } from '../../map-words'
import styles from './CameraMap.module.css'

interface SaidProps {
  readonly hit: Hit
  readonly placed: Placed
  readonly points: Points
}

/** What lies under the pointer, in words. */
export function Said({ hit, placed, points }: SaidProps) {
  if (hit.kind === 'single') return <Camera at={hit.at} points={points} />
  const { tile, count, states } = hit.mark
  const name = placed.tiles[tile]?.short
  const parts = POINT_STATES.flatMap((state, i) => {
    const own = states[i] ?? 0
    return own > 0 ? [`${words.state[state]} ${exactText(own)}`] : []
  })
  return (
    <>
      <b className={styles.name}>{name ?? words.group(exactText(count))}</b>
      <span>{[...(name === undefined ? [] : [words.count(exactText(count))]), ...parts].join(' · ')}</span>
    </>
  )
}

function Camera({ at, points }: { readonly at: number; readonly points: Points }) {
  const now = useNow()
  const { names, ids, groups, town, state, since } = points
  const is = POINT_STATES[state[at] ?? 0] ?? 'online'
  const from = since[at] ?? Number.NaN
  const said = Number.isNaN(from) ? words.state[is] : words.since(words.state[is], durationText(now - from))
  const source = groups['source']?.values[groups['source'].at[at] ?? 0]
  const place = town.values[town.at[at] ?? 0]?.name
  return (
    <>
      <b className={styles.name}>{names[at] ?? ids[at] ?? words.unnamed}</b>
      <span>{[said, source, place].filter(Boolean).join(' · ')}</span>
    </>
  )
}
