import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import { columns } from '../../../charts/forms/columns'
import { countText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { LabelRow } from '../../../ui/Row'
import type { VideoDocument } from '../contract'
import layout from './Video.module.css'

/** How long the offline channels have been offline: fresh ones come back by themselves, old ones are nobody's. */
export function Ageing({ operation }: ViewProps<VideoDocument, 'ageing'>) {
  const { ageing, offline, restored } = operation
  const data = useMemo(
    () => ({
      labels: ageing.map(({ label }) => label.replaceAll(' ', '')),
      values: ageing.map(({ count }) => count),
      unit: '路',
      // From three days on a channel is no longer waiting its turn: it has been left.
      emphasiseFrom: Math.max(0, ageing.length - 2),
      print: ageing.map((_, i) => i),
      ticks: ageing.map((_, i) => i),
    }),
    [ageing],
  )
  return (
    <div className={layout.column}>
      <LabelRow
        note={
          restored && (
            <>
              今日恢复{' '}
              <b data-metric="video_restored_today" data-value={restored.value ?? ''}>
                {countText(restored.value)}
              </b>{' '}
              路次
            </>
          )
        }
      >
        离线{' '}
        {offline && (
          <b data-metric="video_fault_age" data-value={offline.value ?? ''}>
            {countText(offline.value)}
          </b>
        )}{' '}
        路
      </LabelRow>
      <div className={layout.chart}>
        <Chart label="离线通道按离线时长分布" data={data} build={columns} />
      </div>
    </div>
  )
}
