import type { ViewProps } from '../../panel-kit/define-panel'
import { MetricFigure } from '../../panel-kit/MetricFigure'
import { useBox } from '../../panel-kit/use-box'
import { useMetric } from '../../panel-kit/wall-context'
import { rateText } from '../../lib/format'
import { FigureRow, LabelRow } from '../../ui/Row'
import { FaultList } from './FaultList'
import type { VideoDocument, VideoOperation } from './schema'
import { SourceDots } from './SourceDots'
import { useTargets } from './targets'
import { TrendChart } from './TrendChart'
import styles from './Video.module.css'

/** A 32:9 module: room for the last day and the faults that weigh most. */
const WIDE = 780
/** In u: the figures on top, a row of the chart, and what the label row and the axis take together. */
const HEAD = 92
const ROW = 23.5
const FRAME = 60
/** Room for the trend and at least two faults below it. */
const TALL = 300

/** The cameras at a glance: what is offline, and which source falls short of its target. */
export function Video({ document, operation }: ViewProps<VideoDocument>) {
  const [box, { width, height }] = useBox<HTMLDivElement>()
  const targets = useTargets()
  const wide = width >= WIDE
  const tall = height >= TALL
  const framed = height - HEAD - FRAME >= operation.sources.length * ROW
  const fit = Math.floor((height - HEAD - (framed ? FRAME : 0)) / ROW)
  return (
    <div ref={box} className={styles.split}>
      <div className={styles.part}>
        <FigureRow>
          <MetricFigure metric="video_offline" measure={operation.offline} size="key" />
          <OnlineRate measure={operation.onlineRate} />
        </FigureRow>
        {framed && (
          <LabelRow
            note={
              <>
                <i className={styles.tick} />
                目标 {targets.key ?? '—'} 重点 / {targets.sector ?? '—'} 行业
              </>
            }
          >
            按来源在线率 %
          </LabelRow>
        )}
        <div className={styles.chart}>
          <SourceDots sources={operation.sources} axis={framed} fit={fit} />
        </div>
      </div>
      {wide && (
        <div className={styles.part}>
          <LabelRow note="纵轴截断">近 24 时在线率 %</LabelRow>
          <div className={styles.chart}>
            <TrendChart trend={operation.trend} />
          </div>
          {tall && (
            <div className={styles.part}>
              <FaultList
                faults={operation.faults}
                total={operation.open.total}
                at={Date.parse(document.asOf)}
              />
            </div>
          )}
        </div>
      )}
    </div>
  )
}

/** A saturated rate: small, with its target and yesterday beside it. */
function OnlineRate({ measure }: { readonly measure: VideoOperation['onlineRate'] }) {
  const { label, threshold } = useMetric('video_online_rate')
  const target = threshold?.value
  return (
    <p className={styles.rate}>
      {label}{' '}
      <b data-metric="video_online_rate" data-value={measure.value ?? ''}>
        {rateText(measure.value, target)}
      </b>{' '}
      %
      <br />
      {target === undefined ? '' : `目标 ≥${target}`}
      {measure.compare && (
        <>
          {' · '}
          {measure.compare.label} <i>{rateText(measure.compare.value, target)}</i>
        </>
      )}
    </p>
  )
}
