import { countText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { Figure } from '../../../blocks/Figure'
import { FigureGrid } from '../../../blocks/Figures'
import { MetricFigure } from '../../../blocks/MetricFigure'
import { RowList } from '../../../blocks/RowList'
import { LabelRow } from '../../../ui/Row'
import styles from './Returns.module.css'
import { RETURN_STEPS } from '../codes'
import type { Application, DataDocument, DataOperation } from '../contract'
import { useScope } from './use-scope'

const ROW = 48

/** Data that upper levels hold and lower levels need: what has come back, and how far each request has got. */
export function Returns({ operation }: ViewProps<DataDocument, 'returns'>) {
  const { pending, granted, longest, applications } = operation.returns
  const label = `${useScope(operation.scope)}在途申请`
  if (!applications)
    return (
      <div className={styles.plain}>
        <FigureGrid
          items={[
            { metric: 'data_return_pending', measure: pending, label },
            { metric: 'data_return_age', measure: longest, label: '最久' },
          ]}
        />
        <Sources returns={operation.returns} />
      </div>
    )
  return (
    <div className={styles.box}>
      <div className={styles.state}>
        <div className={styles.figures}>
          <MetricFigure metric="data_return_pending" measure={pending} size="key" label={label} />
          <div className={styles.side}>
            {longest && (
              <p>
                最久 <Figure metric="data_return_age" value={longest.value} as="plain" /> 工作日
              </p>
            )}
            {granted && (
              <p>
                本年接通 <b>{countText(granted.value)}</b> 项
              </p>
            )}
          </div>
        </div>
        <Sources returns={operation.returns} />
      </div>
      <Queue applications={applications} />
    </div>
  )
}

function Queue({ applications }: { readonly applications: readonly Application[] }) {
  return (
    <div className={styles.queue}>
      <LabelRow note={RETURN_STEPS.join(' → ')}>在途</LabelRow>
      <RowList
        rows={applications}
        keyOf={(application) => application.id}
        rowUnits={ROW}
        className={styles.rows}
        rowClass={styles.row}
        none={<span className={styles.none}>此刻没有在途申请</span>}
      >
        {(application) => <Row application={application} />}
      </RowList>
    </div>
  )
}

type Flow = NonNullable<DataOperation['returns']>

/** What has come back, by level. Interfaces and data sets are different things: where a city counts both, nothing is added up. */
function Sources({ returns: { total, sources = [] } }: { readonly returns: Flow }) {
  const sum = total?.value ?? null
  const summed = sum !== null
  return (
    <>
      <p className={styles.sources}>
        {summed && (
          <span>
            已回流 <Figure metric="data_returned_classes" value={sum} /> {total?.unit}
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
    <>
      <span className={styles.name}>
        {name}
        <i>{level}</i>
      </span>
      <span
        className={styles.steps}
        role="img"
        aria-label={stepDays === undefined ? step : `${step}，已 ${stepDays} 个工作日`}
      >
        {RETURN_STEPS.map((each, i) => (
          <i key={each} data-step={i < at ? 'done' : i === at ? 'now' : 'ahead'} />
        ))}
      </span>
      <span className={styles.age}>
        {stepDays === undefined ? step : `${step} ${stepDays} 日`}
        {ageDays !== undefined && (
          <>
            　共 <b>{ageDays}</b>
          </>
        )}
      </span>
    </>
  )
}
