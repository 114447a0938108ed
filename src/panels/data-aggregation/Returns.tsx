import { countText } from '../../lib/format'
import type { ViewProps } from '../../panel-kit/define-panel'
import { MetricFigure } from '../../panel-kit/MetricFigure'
import { useRows } from '../../panel-kit/use-rows'
import { LabelRow } from '../../ui/Row'
import styles from './Returns.module.css'
import { RETURN_STEPS, type Application, type DataDocument, type DataOperation } from './schema'
import { useScope } from './use-scope'

const ROW = 48

/** Data that upper levels hold and lower levels need: what has come back, and how far each request has got. */
export function Returns({ operation }: ViewProps<DataDocument>) {
  const [list, rows] = useRows<HTMLUListElement>(ROW)
  const { pending, granted, longest, applications } = operation.returns
  return (
    <div className={styles.box}>
      <div className={styles.state}>
        <div className={styles.figures}>
          <MetricFigure
            metric="data_return_pending"
            measure={pending}
            size="key"
            label={`${useScope(operation.scope)}在途申请`}
          />
          <p className={styles.side}>
            最久{' '}
            <b data-metric="data_return_age" data-value={longest.value ?? ''}>
              {longest.value ?? '—'}
            </b>{' '}
            工作日
            <br />
            本年接通 <b>{countText(granted.value)}</b> 项
          </p>
        </div>
        <Sources returns={operation.returns} />
      </div>
      <div className={styles.queue}>
        <LabelRow note={RETURN_STEPS.join(' → ')}>在途</LabelRow>
        <ul ref={list} className={styles.rows}>
          {applications.slice(0, rows).map((a) => (
            <Row key={a.id} application={a} />
          ))}
          {applications.length === 0 && <li className={styles.none}>此刻没有在途申请</li>}
        </ul>
      </div>
    </div>
  )
}

/** What has come back, by level. Interfaces and data sets are different things: where a city counts both, nothing is added up. */
function Sources({ returns: { total, sources } }: { readonly returns: DataOperation['returns'] }) {
  const summed = total.value !== null
  return (
    <>
      <p className={styles.sources}>
        {summed && (
          <span>
            已回流{' '}
            <b data-metric="data_returned_classes" data-value={total.value}>
              {countText(total.value)}
            </b>{' '}
            {total.unit}
          </span>
        )}
        {sources.map((s, i) => (
          <span key={s.id}>
            {summed && <i style={{ background: `var(--seq-${5 - i})` }} />}
            {s.name} <b>{s.count}</b>
          </span>
        ))}
      </p>
      {summed && (
        <div className={styles.split} aria-hidden="true">
          {sources.map((s, i) => (
            <i key={s.id} style={{ flexGrow: s.count, background: `var(--seq-${5 - i})` }} />
          ))}
        </div>
      )}
    </>
  )
}

function Row({
  application: { name, level, step, ageDays, stepDays },
}: {
  readonly application: Application
}) {
  const at = RETURN_STEPS.indexOf(step)
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        {name}
        <i>{level}</i>
      </span>
      <span className={styles.steps} role="img" aria-label={`${step}，已 ${stepDays} 个工作日`}>
        {RETURN_STEPS.map((each, i) => (
          <i key={each} data-step={i < at ? 'done' : i === at ? 'now' : 'ahead'} />
        ))}
      </span>
      <span className={styles.age}>
        {step} {stepDays} 日　共 <b>{ageDays}</b>
      </span>
    </li>
  )
}
