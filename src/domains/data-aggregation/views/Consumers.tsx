import { countText } from '../../../lib/format'
import { useMarkFor } from '../../../panel/use-marks'
import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { ShareBar } from '../../../blocks/ShareBar'
import { RowLead, useRowsLink } from '../../../blocks/RowLead'
import { RowList } from '../../../blocks/RowList'
import { useRow } from '../../../blocks/use-fit'
import { partListed } from '../../../panel/rows-link'
import type { WholeData } from '../contract'
import { words } from '../words'
import layout from './layout.module.css'
import styles from './Sharing.module.css'

const ROW = 32

type Consumer = Pick<WholeData['sharing']['consumers'][number], 'id' | 'name' | 'calls'>

/** Who calls the interfaces most today; how many others there are. */
export function Consumers({ consumers }: { readonly consumers: readonly Consumer[] }) {
  const sorted = consumers.toSorted((a, b) => b.calls - a.calls)
  const row = useRow(ROW)
  const linkOf = useRowsLink('data_share_calls_today')
  const most = Math.max(1, sorted[0]?.calls ?? 1)
  return (
    <div className={styles.consumers}>
      <p className={styles.heading}>
        {words.sharing.consumers(consumers.length)} <span>{words.unit.calls}</span>
      </p>
      <RowList rows={sorted} keyOf={(consumer) => consumer.id} rowUnits={row} className={layout.rows}>
        {(consumer) => (
          <Row consumer={consumer} most={most} to={linkOf(partListed(consumer.name, consumers))} />
        )}
      </RowList>
    </div>
  )
}

function Row({
  consumer: { id, name, calls },
  most,
  to,
}: {
  readonly consumer: Consumer
  readonly most: number
  readonly to: ReturnType<ReturnType<typeof useRowsLink>>
}) {
  const mark = useMarkFor(id)
  return (
    <RowLead to={to} className={styles.row} count={calls}>
      <span>{name}</span>
      <ShareBar share={calls / most} className={styles.bar} />
      {mark && <ExceptionMark of={mark} size={22} />}
      <b>{countText(calls)}</b>
    </RowLead>
  )
}
