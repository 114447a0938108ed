import { Figure } from '../../../blocks/Figure'
import type { ViewProps } from '../../../panel/define-panel'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import { AgeingChart } from './AgeingChart'
import styles from './Lists.module.css'
import type { HotlineDocument } from '../contract'
import { words } from '../words'

/** How old the open orders are, against the limit: what is about to break it stands out before it does. */
export function Ageing({ operation }: ViewProps<HotlineDocument, 'ageing'>) {
  const { ageing, limitDays, p90Days, open } = operation
  const p90 = p90Days && (
    <Sentence of={words.ageing.p90(<Figure metric="hotline_p90_days" value={p90Days.value} as="plain" />)} />
  )
  return (
    <div className={styles.column}>
      <LabelRow note={p90}>
        {open ? (
          <Sentence of={words.ageing.open(<Figure metric="hotline_open" value={open.value} as="plain" />)} />
        ) : (
          words.ageing.label
        )}
      </LabelRow>
      <AgeingChart ageing={ageing} limitDays={limitDays} />
    </div>
  )
}
