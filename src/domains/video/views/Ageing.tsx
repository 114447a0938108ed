import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import { usePickAt, useRowsLink } from '../../../blocks/RowLead'
import { Figure } from '../../../blocks/Figure'
import { isLast24 } from '../../../lib/period'
import type { ViewProps } from '../../../panel/define-panel'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import type { VideoDocument } from '../contract'
import { words } from '../words'
import layout from './Video.module.css'

/** How long the offline channels have been offline: fresh ones come back by themselves, old ones are nobody's. */
export function Ageing({ operation }: ViewProps<VideoDocument, 'ageing'>) {
  const { ageing, offline, restored } = operation
  const linkOf = useRowsLink('video_offline')
  const leads = useMemo(() => ageing.map(({ key }) => linkOf(['offlineFor', key])), [ageing, linkOf])
  const onPick = usePickAt(leads)
  const data = useMemo(
    () => ({
      leads,
      labels: ageing.map(({ label }) => label.replaceAll(' ', '')),
      values: ageing.map(({ count }) => count),
      unit: words.unit.channels,
      // From three days on a channel is no longer waiting its turn: it has been left.
      emphasiseFrom: Math.max(0, ageing.length - 2),
      print: ageing.map((_, i) => i),
      ticks: ageing.map((_, i) => i),
    }),
    [ageing, leads],
  )
  return (
    <div className={layout.column}>
      <LabelRow
        note={
          restored && (
            <Sentence
              of={words.ageing.restored(
                <Figure metric="video_restored_today" value={restored.value} />,
                isLast24(restored.period),
              )}
            />
          )
        }
      >
        <Sentence
          of={words.ageing.offline(offline && <Figure metric="video_fault_age" value={offline.value} />)}
        />
      </LabelRow>
      <div className={layout.part}>
        <Chart label={words.ageing.chart} data={data} form="columns" onPick={onPick} />
      </div>
    </div>
  )
}
