import { clockText, dayStart, HOUR } from '../../../lib/calendar'
import type { Room } from '../../../panel/define-panel'
import { MarkLead } from '../../../panel/MarkLead'
import { onDemand } from '../../../panel/on-demand'
import { useExceptions, type NumberedException } from '../../../panel/use-exceptions'
import { useNow, useScreen } from '../../../panel/screen-context'
import { words } from '../deadlines-words'
import styles from './Deadlines.module.css'
import { placeWords } from '../../../panel/place-words'
import { useRaising } from './use-raising'

/** Of use only while nothing is open. */
const nextDeadlines = onDemand(() => import('./NextDeadlines').then(({ NextDeadlines }) => NextDeadlines))

const TICKS = [0, 4, 8, 12, 16, 20, 24]

/** What the lanes leave free at both ends, in u (margins in the style sheet): the domain's name, and half of the last hour. */
const ENDS = 64 + 28

/** Least distance of two marks in u. */
const APART = 27

/** Room in u that the name of a place takes beside its mark. */
const NAME = 116

/**
 * Of marks at these places of a track (percent), those with room for a name to their right, before the next mark, the end of the
 * track and the line of the present.
 */
export function named(places: readonly number[], present: number, trackUnits: number): boolean[] {
  const [need, halfMark] = [(NAME / trackUnits) * 100, (APART / 2 / trackUnits) * 100]
  const free = (place: number, other: number, near = 0) => other <= place + near || other - place >= need
  return places.map(
    (place) => [...places, 104].every((other) => free(place, other)) && free(place, present, halfMark),
  )
}

/** Positions in percent moved just far enough apart to be read; near the right end they move left instead. */
export function spread(shares: readonly number[], trackUnits: number): number[] {
  const gap = (APART / Math.max(trackUnits, APART)) * 100
  const order = shares.map((_, i) => i).sort((a, b) => (shares[a] ?? 0) - (shares[b] ?? 0))
  const placed = [...shares]
  let least = -Infinity
  for (const i of order) least = (placed[i] = Math.max(placed[i] ?? 0, least)) + gap
  let most = 100
  for (const i of order.toReversed()) most = (placed[i] = Math.min(placed[i] ?? 0, most)) - gap
  return placed
}

/** Where today's deadlines fall: one lane a domain, each open exception at its deadline, the present as a line. */
export function Deadlines({ size }: Pick<Room, 'size'>) {
  const items = useExceptions()
  return items.length === 0 ? <nextDeadlines.Part /> : <Lanes items={items} size={size} />
}

interface LanesProps extends Pick<Room, 'size'> {
  readonly items: readonly NumberedException[]
}

function Lanes({ items, size }: LanesProps) {
  const { ids, nameOf } = useRaising()
  const { city } = useScreen()
  const now = useNow()
  const start = dayStart(now)
  const share = (ms: number) => Math.min(1, Math.max(0, (ms - start) / (24 * HOUR))) * 100
  return (
    <div className={styles.box}>
      <div className={styles.lanes}>
        <span className={styles.now} style={{ left: `${share(now)}%` }}>
          <i>{clockText(now)}</i>
        </span>
        {ids.map((domain) => {
          const own = items.filter((item) => item.domain === domain)
          const at = spread(
            own.map((item) => share(Date.parse(item.due))),
            size.width - ENDS,
          )
          const wide = named(at, share(now), size.width - ENDS)
          return (
            <div key={domain} className={styles.lane}>
              <span className={styles.name}>{nameOf(domain)}</span>
              <div className={styles.track}>
                {own.map((item, i) => (
                  <span key={item.id} className={styles.mark} style={{ left: `${at[i] ?? 0}%` }}>
                    <MarkLead of={item} size={24} halo />
                    {wide[i] && <i className={styles.place}>{placeWords(item, city.tier)}</i>}
                  </span>
                ))}
              </div>
            </div>
          )
        })}
      </div>
      <div className={styles.axis} aria-hidden="true">
        {TICKS.map((hour) => (
          <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
            {hour === 0 || hour === 24 ? words.hour(hour) : hour}
          </span>
        ))}
      </div>
      <p className={styles.note}>{words.note}</p>
    </div>
  )
}
