import type { ViewProps } from '../../../panel/define-panel'
import { Figure } from '../../../blocks/Figure'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import { FAULT_STATES } from '../codes'
import { FaultList } from './FaultList'
import styles from './Faults.module.css'
import type { VideoDocument, VideoOperation } from '../contract'
import { words } from '../words'
import layout from './Video.module.css'

/** What is broken, where, since when, and how far the repair has got. */
export function Faults({ document, operation }: ViewProps<VideoDocument, 'faults'>) {
  const { open, faults, sources } = operation
  const total = open?.total ?? faults.length
  const figure = <Figure metric="video_faults_open" value={total} as="plain" />
  return (
    <div className={layout.column}>
      <LabelRow note={open?.states && <States states={open.states} />}>
        <Sentence of={open ? words.faults.open(figure) : words.faults.listed(figure)} />
      </LabelRow>
      <FaultList faults={faults} sources={sources} total={total} at={Date.parse(document.asOf)} />
    </div>
  )
}

type Open = NonNullable<VideoOperation['open']>

/** Said also where there is little room. */
const [WAITING, , WORKING] = FAULT_STATES

function States({ states }: { readonly states: NonNullable<Open['states']> }) {
  return FAULT_STATES.map((state, i) => (
    <span key={state} className={state === WAITING || state === WORKING ? undefined : styles.wide}>
      {i > 0 && ' · '}
      {words.state[state]} <b>{states[state]}</b>
    </span>
  ))
}
