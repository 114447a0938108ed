import { ShareBar } from '../../../blocks/ShareBar'
import { Figure } from '../../../blocks/Figure'
import { clockText } from '../../../lib/calendar'
import type { ViewProps } from '../../../panel/define-panel'
import { useFit } from '../../../blocks/use-fit'
import { useScreen } from '../../../panel/screen-context'
import { LabelRow } from '../../../ui/Row'
import styles from './Patrol.module.css'
import type { PatrolPlan, VideoDocument } from '../contract'
import { words } from '../words'
import layout from './Video.module.css'

const ROW = 32

/** How far this shift has looked through its 轮巡 plans: seen of planned, never a percentage alone. */
export function Patrol({ operation }: ViewProps<VideoDocument, 'patrol'>) {
  const { city, region } = useScreen()
  const { shift, from, to, plans } = operation.patrol
  const { ref, shown, left } = useFit(plans, ROW)
  const hours = [from, to].flatMap((at) => (at === undefined ? [] : [clockText(Date.parse(at))]))
  return (
    <div className={layout.column}>
      <LabelRow note={left > 0 ? words.patrol.cut(shown.length, plans.length) : words.patrol.seen}>
        {words.patrol.shift(
          region === null ? undefined : city.tier,
          shift,
          hours.length === 2 ? hours.join('–') : '',
        )}
      </LabelRow>
      <div ref={ref} className={layout.list}>
        {shown.map((plan) => (
          <Row key={plan.key} plan={plan} />
        ))}
      </div>
    </div>
  )
}

function Row({ plan }: { readonly plan: PatrolPlan }) {
  const { name, viewed, channels, dwellSeconds, running } = plan
  return (
    <p className={styles.row}>
      <span className={styles.name}>{name}</span>
      <ShareBar
        share={channels === 0 ? 0 : viewed / channels}
        className={`${styles.track} ${running ? styles.running : ''}`}
      />
      <Figure metric="video_patrol_coverage" of={name} value={viewed} className={styles.count}>
        <b>{viewed}</b>/{channels}
      </Figure>
      <span className={styles.dwell}>{dwellSeconds !== undefined && words.patrol.dwell(dwellSeconds)}</span>
    </p>
  )
}
