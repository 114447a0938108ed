import { Figure } from '../../../blocks/Figure'
import { rateText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { useMetric } from '../../../panel/screen-context'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import type { VideoDocument } from '../contract'
import { words } from '../words'
import { TrendChart } from './TrendChart'
import layout from './Video.module.css'

/** The online rate of the last day against its target, on a scale that shows a tenth of a point. */
export function Trend({ operation }: ViewProps<VideoDocument, 'trend'>) {
  const target = useMetric('video_online_rate').threshold?.value
  const { onlineRate, trend } = operation
  const rates = trend.flatMap(({ rate }) => (rate === null ? [] : [rate]))
  const range =
    rates.length === 0
      ? '—'
      : `${rateText(Math.min(...rates), target)}–${rateText(Math.max(...rates), target)}`
  return (
    <div className={layout.column}>
      <LabelRow note={words.trend.range(range)}>
        <Sentence
          of={words.trend.rate(
            onlineRate && <Figure metric="video_online_rate" value={onlineRate.value} as="rate" />,
          )}
        />
      </LabelRow>
      <div className={layout.part}>
        <TrendChart trend={trend} />
      </div>
    </div>
  )
}
