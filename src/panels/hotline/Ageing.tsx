import { useMemo } from 'react'
import { Chart } from '../../charts/Chart'
import { columns, type ColumnsData } from '../../charts/forms/columns'
import type { ViewProps } from '../../panel-kit/define-panel'
import { usePanel } from '../../panel-kit/panel-scope'
import { LabelRow } from '../../ui/Row'
import type { HotlineDocument } from './schema'
import styles from './Lists.module.css'

/** How old the open orders are, against the limit: what is about to break it stands out before it does. */
export function Ageing({ operation }: ViewProps<HotlineDocument>) {
  const { ageing, limitDays, p90Days, open } = operation
  const { marks } = usePanel()
  const alarmed = marks.some((mark) => mark.metric === 'hotline_overdue_open')
  const data = useMemo<ColumnsData>(() => {
    const last = ageing.length - 1
    return {
      unit: '件',
      labels: ageing.map(({ days }, i) => (i === 0 ? '当天' : i === last ? '超期' : String(days))),
      values: ageing.map(({ count }) => count),
      emphasiseFrom: last - 3,
      print: [0, last - 1, last],
      ticks: [0, 3, 6, last],
      limit: { at: last, label: `时限 ${limitDays} 天` },
      ...(alarmed ? { breach: { from: last, tone: 'p1' as const } } : {}),
    }
  }, [ageing, limitDays, alarmed])
  return (
    <div className={styles.column}>
      <LabelRow
        note={
          <>
            P90{' '}
            <b data-metric="hotline_p90_days" data-value={p90Days.value ?? ''}>
              {p90Days.value ?? '—'}
            </b>{' '}
            天
          </>
        }
      >
        在办 <b>{open.value}</b> 件，按已用天数
      </LabelRow>
      <Chart label="在办工单按已用天数分布，末列为超期" data={data} build={columns} />
    </div>
  )
}
