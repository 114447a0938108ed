import type { ViewProps } from '../../../panel/define-panel'
import { Figure } from '../../../blocks/Figure'
import { LabelRow } from '../../../ui/Row'
import { FaultList } from './FaultList'
import styles from './Faults.module.css'
import type { VideoDocument, VideoOperation } from '../contract'
import layout from './Video.module.css'

/** What is broken, where, since when, and how far the repair has got. */
export function Faults({ document, operation }: ViewProps<VideoDocument, 'faults'>) {
  const { open, faults } = operation
  const total = open?.total ?? faults.length
  return (
    <div className={layout.column}>
      <LabelRow note={open?.states && <States states={open.states} />}>
        {open ? '未结' : '清单'} <Figure metric="video_faults_open" value={total} as="plain" /> 处
      </LabelRow>
      <FaultList faults={faults} total={total} at={Date.parse(document.asOf)} />
    </div>
  )
}

type Open = NonNullable<VideoOperation['open']>

function States({ states }: { readonly states: NonNullable<Open['states']> }) {
  return (
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
  )
}
