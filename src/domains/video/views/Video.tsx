import type { ViewProps } from '../../../panel/define-panel'
import { Figure } from '../../../blocks/Figure'
import { FigureGrid } from '../../../blocks/Figures'
import { MetricFigure } from '../../../blocks/MetricFigure'
import { useMetric } from '../../../panel/screen-context'
import { countText, rateText } from '../../../lib/format'
import { FigureRow, LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import { usePanel } from '../../../panel/panel-scope'
import { FaultList } from './FaultList'
import type { VideoDocument, VideoOperation } from '../contract'
import { words } from '../overview-words'
import { isWide } from './layout'
import { SourceDots } from './SourceDots'
import { TargetNote } from './TargetNote'
import { TrendChart } from './TrendChart'
import styles from './Video.module.css'

/** In u: the figures on top, a row of the chart, and what the label row and the axis take together. */
const HEAD = 92
const ROW = 23.5
const FRAME = 60
/** Room for the trend and at least two faults below it. */
const TALL = 300
/** A fault on two lines. */
const FAULT = 60
/** Width of the body from which half of it is wide enough for a fault's two lines. */
const ROOMY = 780

type Props = ViewProps<VideoDocument, 'offline'>

/** The cameras at a glance: what is offline, and which source falls short of its target. */
export function Video({ document, operation, size }: Props) {
  const { width, height } = size
  const { sources, trend, faults } = operation
  const { marks } = usePanel()
  const wide = isWide(size)
  const listed = wide && (!trend || (height >= TALL && width >= ROOMY))
  // Where the faults have no room, one with a number of its own still has its row: no mark of the title points nowhere.
  const urgent =
    sources && faults && !listed
      ? faults.filter(({ key }) => marks.some(({ subject }) => subject === key)).slice(0, 2)
      : []
  const list = faults && (
    <FaultList
      faults={faults}
      sources={sources}
      total={operation.open?.total}
      at={Date.parse(document.asOf)}
    />
  )
  // What stands under the figures is what says most of what the source knows; the rest needs a wide module.
  const first = sources ? (
    <SourcePart sources={sources} height={height - FAULT * urgent.length} />
  ) : trend ? (
    <TrendPart trend={trend} />
  ) : (
    list
  )
  const second = sources && trend && <TrendPart trend={trend} />
  const third = (sources ?? trend) && list && (!second || listed) && list
  const parts = (
    <div className={styles.split}>
      {first ? (
        <div className={styles.part}>
          <Figures operation={operation} />
          {first}
        </div>
      ) : (
        <FigureGrid items={figuresOf(operation)} />
      )}
      {wide && (second ?? third) && (
        <div className={styles.part}>
          {second}
          {third && <div className={styles.part}>{third}</div>}
        </div>
      )}
    </div>
  )
  // Across both parts: half of a module is too narrow for a fault.
  return urgent.length === 0 ? (
    parts
  ) : (
    <div className={styles.part}>
      {parts}
      <div className={styles.urgent} style={{ height: `calc(${FAULT * urgent.length} * var(--u))` }}>
        <FaultList faults={urgent} sources={sources} at={Date.parse(document.asOf)} />
      </div>
    </div>
  )
}

function Figures({ operation: { offline, onlineRate, channels } }: Pick<Props, 'operation'>) {
  return (
    <FigureRow>
      <MetricFigure metric="video_offline" measure={offline} size="key" />
      {onlineRate ? (
        <OnlineRate measure={onlineRate} />
      ) : (
        channels && <p className={styles.rate}>{words.overview.channelsOf(countText(channels.value))}</p>
      )}
    </FigureRow>
  )
}

/** All there is to say where the platform knows nothing to draw. */
function figuresOf({ offline, onlineRate, channels, dropped, restored }: VideoOperation) {
  return [
    { metric: 'video_offline', measure: offline },
    { metric: 'video_online_rate', measure: onlineRate },
    { metric: 'video_channels', measure: channels, label: words.overview.channels },
    { metric: 'video_dropped_today', measure: dropped },
    { metric: 'video_restored_today', measure: restored },
  ]
}

interface SourcePartProps {
  readonly sources: NonNullable<VideoOperation['sources']>
  /** Of the card's body, in u. */
  readonly height: number
}

function SourcePart({ sources, height }: SourcePartProps) {
  const framed = height - HEAD - FRAME >= sources.length * ROW
  const fit = Math.floor((height - HEAD - (framed ? FRAME : 0)) / ROW)
  return (
    <>
      {framed && <LabelRow note={<TargetNote />}>{words.sources.rates}</LabelRow>}
      <div className={styles.part}>
        <SourceDots sources={sources} axis={framed} fit={fit} />
      </div>
    </>
  )
}

function TrendPart({ trend }: { readonly trend: NonNullable<VideoOperation['trend']> }) {
  return (
    <>
      <LabelRow note={words.trend.truncated}>{words.trend.label}</LabelRow>
      <div className={styles.part}>
        <TrendChart trend={trend} />
      </div>
    </>
  )
}

/** A saturated rate: small, with its target and yesterday beside it. */
function OnlineRate({ measure }: { readonly measure: NonNullable<VideoOperation['onlineRate']> }) {
  const { label, threshold } = useMetric('video_online_rate')
  const target = threshold?.value
  const { compare } = measure
  return (
    <p className={styles.rate}>
      <Sentence
        of={words.overview.rate(label, <Figure metric="video_online_rate" value={measure.value} as="rate" />)}
      />
      <br />
      {target !== undefined && words.overview.target(target)}
      {compare && (
        <Sentence of={words.overview.compared(compare.label, <i>{rateText(compare.value, target)}</i>)} />
      )}
    </p>
  )
}
