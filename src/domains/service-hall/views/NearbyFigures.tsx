import { RowList } from '../../../blocks/RowList'
import { PrintedFigure } from '../../../panel/Rail'
import { StateGlyph } from '../../../ui/StateGlyph'
import type { HallDocument } from '../contract'
import { words } from '../words'
import lists from './Lists.module.css'
import styles from './Terminals.module.css'

const ROW = 44
/** What cities publish about services near the home where they publish no terminals. */
const NEARBY: readonly string[] = [
  'star_service_places',
  'service_center_standard_rate',
  'devolved_items',
  'hall_agent_services',
  'hall_noon_service_depts',
  'hall_noon_service_items',
  'bank_partners',
  'hall_onewindow_depts',
  'hall_depts_stationed',
]

/** The city published no number of terminals: none is shown and none simulated. What it did publish nearby stands instead. */
export function NearbyFigures({ document }: { readonly document: HallDocument }) {
  const figures = NEARBY.flatMap((metric) => document.published.find((f) => f.metric === metric) ?? [])
  return (
    <div className={styles.terminals}>
      <div className={styles.unpublished} role="status">
        <StateGlyph glyph="empty" />
        <p>{words.terminals.unpublished}</p>
      </div>
      <p className={lists.more}>{words.terminals.nearby}</p>
      <RowList
        rows={figures}
        keyOf={({ id }) => id}
        rowUnits={ROW}
        className={lists.list}
        rowClass={styles.figure}
      >
        {(figure) => (
          <>
            <span>
              {figure.short}
              <i>{figure.period}</i>
            </span>
            <PrintedFigure figure={figure} />
          </>
        )}
      </RowList>
    </div>
  )
}
