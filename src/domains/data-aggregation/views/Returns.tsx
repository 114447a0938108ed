import { countText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { Figure } from '../../../blocks/Figure'
import { FigureGrid } from '../../../blocks/Figures'
import { MetricFigure } from '../../../blocks/MetricFigure'
import { RowList } from '../../../blocks/RowList'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import layout from './layout.module.css'
import styles from './Returns.module.css'
import { RETURN_STEPS } from '../codes'
import type { Application, DataDocument, DataOperation } from '../contract'
import { words } from '../words'
import { useScope } from './use-scope'

const ROW = 48

/** Data that upper levels hold and lower levels need: what has come back, and how far each request has got. */
export function Returns({ operation }: ViewProps<DataDocument, 'returns'>) {
  const { pending, granted, longest, applications } = operation.returns
  const label = words.returns.pending(useScope(operation.scope))
  if (!applications)
    return (
      <div className={styles.plain}>
        <FigureGrid
          items={[
            { metric: 'data_return_pending', measure: pending, label },
            { metric: 'data_return_age', measure: longest, label: words.returns.longest },
          ]}
        />
        <Sources returns={operation.returns} />
      </div>
    )
  return (
    <div className={styles.box}>
      <div className={styles.state}>
        <div className={layout.figures}>
          <MetricFigure metric="data_return_pending" measure={pending} size="key" label={label} />
          <div className={layout.side}>
            {longest && (
              <p>
                <Sentence
                  of={words.returns.longestOf(
                    <Figure metric="data_return_age" value={longest.value} as="plain" />,
                  )}
                />
              </p>
            )}
            {granted && (
              <p>
                <Sentence of={words.returns.granted(<b>{countText(granted.value)}</b>)} />
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
      <LabelRow note={RETURN_STEPS.map((step) => words.step[step]).join(' → ')}>
        {words.returns.queue}
      </LabelRow>
      <RowList
        rows={applications}
        keyOf={(application) => application.id}
        rowUnits={ROW}
        className={layout.rows}
        rowClass={styles.row}
        none={<span className={layout.none}>{words.returns.none}</span>}
      >
        {(application) => <Row application={application} />}
      </RowList>
    </div>
  )
}

type Flow = NonNullable<DataOperation['returns']>

/** What has come back, by level. Interfaces and data sets are different things: where a city counts both, nothing is added up. */
function Sources({ returns: { total, sources = [] } }: { readonly returns: Flow }) {
  const summed = total !== undefined && total.value !== null
  return (
    <>
      <p className={styles.sources}>
        {summed && (
          <span>
            <Sentence
              of={words.returns.returned(
                <Figure metric="data_returned_classes" value={total.value} />,
                total.unit,
              )}
            />
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
      <span className={styles.steps} role="img" aria-label={words.returns.told(step, stepDays)}>
        {RETURN_STEPS.map((each, i) => (
          <i key={each} data-step={i < at ? 'done' : i === at ? 'now' : 'ahead'} />
        ))}
      </span>
      <span className={styles.age}>
        {words.returns.at(step, stepDays)}
        {ageDays !== undefined && <Sentence of={words.returns.total(<b>{ageDays}</b>)} />}
      </span>
    </>
  )
}
