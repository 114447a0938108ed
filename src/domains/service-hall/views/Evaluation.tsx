import { Figure } from '../../../blocks/Figure'
import { MetricFigure } from '../../../blocks/MetricFigure'
import { RowLead } from '../../../blocks/RowLead'
import { RowList } from '../../../blocks/RowList'
import { useRow } from '../../../blocks/use-fit'
import { dueText } from '../../../lib/due'
import { countText } from '../../../lib/format'
import { isLast24 } from '../../../lib/period'
import type { ViewProps } from '../../../panel/define-panel'
import { useMarkOf } from '../../../panel/use-marks'
import { useNow } from '../../../panel/screen-context'
import { Sentence } from '../../../ui/Sentence'
import { LEVELS } from '../codes'
import type { HallDocument, HallOperation } from '../contract'
import { words } from '../words'
import { Closure } from './Closure'
import styles from './Evaluation.module.css'
import lists from './Lists.module.css'

const ROW = 36
const WORST_FIRST = [4, 3, 2, 1, 0] as const

const said = words.evaluation

type Reviews = NonNullable<HallOperation['evaluation']>

/** 好差评: the bad reviews large and first, what became of them, and the saturated good rate small with its n. */
export function Evaluation({ operation }: ViewProps<HallDocument, 'evaluation'>) {
  const { evaluation } = operation
  const { badMonth, badToday, month, open, overdue, stages, rows } = evaluation
  return (
    <div className={styles.evaluation}>
      <div className={styles.counts}>
        <MetricFigure metric="eval_bad_month" measure={badMonth} size="key" label={said.badMonth} />
        <Good evaluation={evaluation} />
        {badToday && (
          <MetricFigure
            metric="eval_bad_today"
            measure={badToday}
            size="pair"
            label={said.today(isLast24(badToday.period))}
            align="end"
          />
        )}
        {month && <Levels levels={month.levels} />}
      </div>
      {(open ?? overdue ?? stages ?? rows) && (
        <div className={styles.closure}>
          <Closure evaluation={evaluation} />
          {rows && <OpenList rows={rows} />}
        </div>
      )}
    </div>
  )
}

function Good({ evaluation: { goodRate, month } }: { readonly evaluation: Reviews }) {
  return (
    <p className={styles.good}>
      {goodRate && (
        <>
          <Sentence
            of={said.good(
              <Figure
                metric="eval_good_rate"
                value={goodRate.value}
                as="rate"
                unit={goodRate.value === null ? '' : '%'}
              />,
            )}
          />
          <br />
        </>
      )}
      {month && said.rated(countText(month.rated))}
    </p>
  )
}

/** The five levels of the month as counts, worst first: bars would show nothing but one. */
function Levels({ levels }: { readonly levels: readonly number[] }) {
  return (
    <ul className={styles.levels}>
      {WORST_FIRST.map((i) => (
        <li key={i} data-bad={i > 2 || undefined}>
          <span>{words.level[LEVELS[i]]}</span>
          <b>{countText(levels[i] ?? 0)}</b>
        </li>
      ))}
    </ul>
  )
}

/** Open bad reviews, the nearest limit first. */
function OpenList({ rows }: { readonly rows: NonNullable<Reviews['rows']> }) {
  const now = useNow()
  const overdue = useMarkOf('eval_bad_overdue')
  const height = useRow(ROW)
  return (
    <RowList rows={rows} keyOf={({ key }) => key} rowUnits={height} className={lists.list}>
      {(row) => {
        const due = Date.parse(row.dueAt)
        return (
          <RowLead to={`row:service-hall.evaluation:${row.key}`} className={styles.review}>
            <span className={styles.what}>
              {[row.hall, row.business].filter((word) => word !== undefined).join(' · ')}
            </span>
            <span>{row.stage && words.closure[row.stage]}</span>
            <span className={overdue && due < now ? styles.late : styles.due}>{dueText(due, now)}</span>
          </RowLead>
        )
      }}
    </RowList>
  )
}
