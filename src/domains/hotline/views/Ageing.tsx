import { Figure } from '../../../blocks/Figure'
import type { ViewProps } from '../../../panel/define-panel'
import { LabelRow } from '../../../ui/Row'
import { AgeingChart } from './AgeingChart'
import styles from './Lists.module.css'
import type { HotlineDocument } from '../contract'

/** How old the open orders are, against the limit: what is about to break it stands out before it does. */
export function Ageing({ operation }: ViewProps<HotlineDocument, 'ageing'>) {
  const { ageing, limitDays, p90Days, open } = operation
  const p90 = p90Days && (
    <>
      P90 <Figure metric="hotline_p90_days" value={p90Days.value} as="plain" /> 天
    </>
  )
  return (
    <div className={styles.column}>
      <LabelRow note={p90}>
        在办{' '}
        {open && (
          <>
            <b>{open.value}</b> 件，
          </>
        )}
        按已用天数
      </LabelRow>
      <AgeingChart ageing={ageing} limitDays={limitDays} />
    </div>
  )
}
