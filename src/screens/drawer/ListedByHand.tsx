import type { RowsWanted } from '../../contract/records/record-rows'
import { questionOf } from '../../contract/records/record-rows'
import { countText } from '../../lib/format'
import { useScreen } from '../../panel/screen-context'
import styles from './Drawer.module.css'
import { readingsOf } from '../../domains/registry-readings'
import { Frame } from './Frame'
import { RecordList } from './RecordList'
import { Source } from './Source'
import { useRowsByHand } from './use-rows-by-hand'
import { words } from './words'

interface ListedByHandProps {
  readonly metric: string
  readonly wanted: RowsWanted
}

/** All that a document lists of a kind, in its order: few, and none that a source of records has. */
export function ListedByHand({ metric, wanted }: ListedByHandProps) {
  const { metrics, domains } = useScreen()
  const { domain, parts } = questionOf(wanted)
  const { rows } = useRowsByHand(domain, parts.kind)
  const { label = metric, unit = '', definition = '' } = metrics[metric] ?? {}
  return (
    <Frame
      crumbs={[domains.nameOf(domain), label]}
      title={rows ? words.rows.of(label, countText(rows.length), unit) : label}
      meta={definition}
    >
      {!rows && <p className={styles.note}>{words.waiting}</p>}
      {rows?.length === 0 && <p className={styles.note}>{words.rows.none}</p>}
      {rows && <RecordList {...{ domain, rows }} readings={readingsOf(domain)} />}
      <Source domain={domain} />
    </Frame>
  )
}
