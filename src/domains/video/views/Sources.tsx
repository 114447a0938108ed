import type { ViewProps } from '../../../panel/define-panel'
import { Figure } from '../../../blocks/Figure'
import { RowLead, useRowsLink } from '../../../blocks/RowLead'
import { Track } from '../../../blocks/Track'
import { countText } from '../../../lib/format'
import { useMetric } from '../../../panel/screen-context'
import { usePanel } from '../../../panel/panel-scope'
import { BY, partCalled } from '../../../panel/rows-link'
import { LabelRow } from '../../../ui/Row'
import type { VideoDocument, VideoSource } from '../contract'
import { words as counted } from '../summary-words'
import { words } from '../words'
import styles from './Sources.module.css'
import { TargetNote } from './TargetNote'
import { markOf, metricOf, onlineRate, onlineText, useTargets } from './targets'
import layout from './Video.module.css'

const FLOOR = 90
const GROUPS = ['key', 'sector', undefined] as const

/** Every source with its channels, its rate against the group's target, and what is offline: the number to act on comes last and largest. */
export function Sources({ operation }: ViewProps<VideoDocument, 'sources'>) {
  const targets = useTargets()
  const { sources } = operation
  const { columns: head } = words.sources
  const lowest = Math.min(FLOOR, ...sources.map((s) => onlineRate(s) ?? FLOOR))
  const from = Math.max(0, Math.floor(lowest / 5) * 5)
  return (
    <div className={layout.column}>
      <LabelRow note={<TargetNote />}>{words.sources.count(sources.length)}</LabelRow>
      <div className={styles.head} aria-hidden="true">
        <span>{head.source}</span>
        <span className={styles.right}>{head.channels}</span>
        <span className={styles.scale}>
          <i>{from}</i>
          <i>100%</i>
        </span>
        <span className={styles.right}>{head.online}</span>
        <span className={styles.right}>{head.offline}</span>
      </div>
      {GROUPS.map((group) => {
        const rows = sources.filter((source) => source.group === group)
        const name = words.sources.group[group ?? 'none']
        return (
          rows.length > 0 && (
            <section key={name} className={styles.group} style={{ flexGrow: rows.length }} aria-label={name}>
              {rows.map((source) => (
                <div key={source.key}>
                  <Row source={source} target={group && targets[group]} from={from} />
                </div>
              ))}
            </section>
          )
        )
      })}
    </div>
  )
}

function Row({
  source,
  target,
  from,
}: {
  readonly source: VideoSource
  readonly target: number | undefined
  readonly from: number
}) {
  const { marks } = usePanel()
  const mark = markOf(marks, source)
  const rate = onlineRate(source)
  const { threshold } = useMetric(metricOf(source))
  const linkOf = useRowsLink('video_offline')
  return (
    <RowLead
      to={linkOf(
        source.key === 'more' ? [BY, 'source'] : partCalled('source', source.label, counted.noSource),
      )}
      className={styles.row}
    >
      <span className={styles.name}>{source.label}</span>
      <span className={styles.right}>{countText(source.channels)}</span>
      <Track value={rate} target={target} from={from} mark={mark} fine />
      <Figure
        metric={metricOf(source)}
        of={source.key}
        value={rate}
        className={`${styles.right} ${mark ? styles.breach : ''}`}
      >
        {onlineText(source, threshold?.value)}
      </Figure>
      <Figure
        metric="video_offline"
        of={source.key}
        value={source.offline}
        className={`${styles.right} ${styles.offline}`}
      />
    </RowLead>
  )
}
