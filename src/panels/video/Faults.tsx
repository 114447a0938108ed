import type { ViewProps } from '../../panel-kit/define-panel'
import { LabelRow } from '../../ui/Row'
import { FaultList } from './FaultList'
import styles from './Faults.module.css'
import type { VideoDocument } from './schema'
import layout from './Video.module.css'

/** What is broken, where, since when, and how far the repair has got. */
export function Faults({ document, operation }: ViewProps<VideoDocument>) {
  const { open, faults } = operation
  const { states } = open
  return (
    <div className={layout.column}>
      <LabelRow
        note={
          <>
            待派单 <b>{states.待派单}</b>
            <span className={styles.wide}>
              {' · '}已派单 <b>{states.已派单}</b>
            </span>
            {' · '}处理中 <b>{states.处理中}</b>
            <span className={styles.wide}>
              {' · '}待复核 <b>{states.待复核}</b>
            </span>
          </>
        }
      >
        未结{' '}
        <b data-metric="video_faults_open" data-value={open.total}>
          {open.total}
        </b>{' '}
        处
      </LabelRow>
      <FaultList faults={faults} total={open.total} at={Date.parse(document.asOf)} />
    </div>
  )
}
