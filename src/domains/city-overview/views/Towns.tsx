import { Figure } from '../../../blocks/Figure'
import { UsualTrack } from '../../../blocks/Track'
import { useFit, useRow } from '../../../blocks/use-fit'
import { niceMax } from '../../../charts/look'
import type { ViewProps } from '../../../panel/define-panel'
import { useScreen } from '../../../panel/screen-context'
import { LabelRow } from '../../../ui/Row'
import type { OverviewDocument, Town } from '../contract'
import { words } from '../towns-words'
import styles from './Towns.module.css'

/** Height of a row in u. */
const ROW = 44

interface Judged {
  readonly town: Town
  readonly received: number
  readonly low: number
  readonly high: number
}

/** The towns whose usual range is known, with today's orders; at night with those of the last 24 hours, as on the map. */
const judgedIn = (towns: readonly Town[]): readonly Judged[] =>
  towns.flatMap((town) => {
    const { lately } = town
    const { count: received, low, high } = lately ?? { count: town.received, low: town.low, high: town.high }
    return typeof received === 'number' && typeof low === 'number' && typeof high === 'number'
      ? [{ town, received, low, high }]
      : []
  })

/** How far outside its own usual range, in parts of its upper end; 0 inside. */
const deviation = ({ received, low, high }: Judged) =>
  Math.max(received - high, low - received, 0) / Math.max(1, high)

/** The map where there is no room for one: only the towns outside their own usual range, furthest first. */
export function Towns({ operation: { towns } }: ViewProps<OverviewDocument, 'towns'>) {
  const judged = judgedIn(towns)
  const outside = judged.filter((one) => deviation(one) > 0).toSorted((a, b) => deviation(b) - deviation(a))
  const { ref, shown } = useFit(outside, useRow(ROW))
  const to = niceMax(Math.max(1, ...outside.map(({ received, high }) => Math.max(received, high))))
  const inside = judged.length - outside.length
  const unknown = towns.length - judged.length
  return (
    <div className={styles.column}>
      <LabelRow note={words.legend}>{words.label}</LabelRow>
      <ul ref={ref} className={styles.list}>
        {shown.map((one) => (
          <Row key={one.town.code} {...one} to={to} />
        ))}
        {outside.length === 0 && inside > 0 && <li className={styles.note}>{words.none}</li>}
      </ul>
      {outside.length > 0 && inside > 0 && <p className={styles.note}>{words.rest(inside)}</p>}
      {unknown > 0 && <p className={styles.note}>{words.unknown(unknown)}</p>}
    </div>
  )
}

function Row({ town, received, low, high, to }: Judged & { readonly to: number }) {
  const { selectRegion } = useScreen()
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => selectRegion(town.code)}>
        <span className={styles.name}>{town.name}</span>
        <UsualTrack value={received} usual={{ low, high }} to={to} />
        <Figure metric="hotline_town_load" of={town.code} value={received} as="plain" />
        <span className={styles.usual}>{words.usual(low, high)}</span>
      </button>
    </li>
  )
}
