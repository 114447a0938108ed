import { ShareBar } from '../../../blocks/ShareBar'
import { countText, signed, printCount } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { useMarkFor } from '../../../panel/use-marks'
import { RowLead, useRowsLink } from '../../../blocks/RowLead'
import { RowsLead } from '../../../blocks/RowsLead'
import { useFit, useRow } from '../../../blocks/use-fit'
import { partListed, wholeBy } from '../../../panel/rows-link'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import styles from './Departments.module.css'
import type { DataDocument, Department } from '../contract'
import { words } from '../words'
import { useScope } from './use-scope'

const ROW = 46
/** Width of the panel's body, in design units, from which the list stands in two columns. */
const TWO_COLUMNS = 760

/** Who fills the store: records held, what the latest load brought, and how long ago. Empty loads come first. */
export function Departments({ operation, size }: ViewProps<DataDocument, 'departments'>) {
  const { departments, loaded, intake } = operation
  const scope = useScope(operation.scope)
  const sorted = departments.toSorted(
    (a, b) => (b.zeroLoads ?? 0) - (a.zeroLoads ?? 0) || b.records - a.records,
  )
  const most = Math.max(1, ...departments.map((d) => d.records))
  const columns = [
    ...(departments.some((d) => d.latest !== undefined) ? [words.departments.columns.latest] : []),
    ...(departments.some((d) => d.idleDays !== undefined) ? [words.departments.columns.idle] : []),
  ]
  const across = size.width >= TWO_COLUMNS ? 2 : 1
  const height = useRow(ROW)
  const linkOf = useRowsLink('data_records_aggregated')
  const { ref, shown: first } = useFit(sorted, height)
  const shown = sorted.slice(0, across * first.length)
  const left = sorted.length - shown.length
  return (
    <div className={styles.box}>
      <LabelRow note={columns.join(' · ')}>
        <Sentence
          of={words.departments.count(
            scope,
            sorted.length,
            loaded && (
              <b>
                {intake?.latest.value === null ? '—' : loaded.done}/{loaded.due}
              </b>
            ),
          )}
        />
      </LabelRow>
      <ul
        ref={ref}
        className={styles.rows}
        data-columns={columns.length}
        style={{
          gridTemplateRows: `repeat(${Math.max(1, first.length)}, calc(${height} * var(--u)))`,
          gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))`,
        }}
      >
        {shown.map((department) => (
          <li key={department.id}>
            <Row department={department} most={most} to={linkOf(partListed(department.name, departments))} />
          </li>
        ))}
      </ul>
      <p className={styles.more}>
        <RowsLead metric={left > 0 ? 'data_records_aggregated' : ''} of={wholeBy('dept')}>
          {words.departments.more(left)}
        </RowsLead>
      </p>
    </div>
  )
}

interface RowProps {
  readonly department: Department
  readonly most: number
  readonly to: ReturnType<ReturnType<typeof useRowsLink>>
}

function Row({ department, most, to }: RowProps) {
  const mark = useMarkFor(department.id)
  const { name, library = name, records, latest, idleDays, zeroLoads = 0 } = department
  return (
    <RowLead to={to} className={styles.row} count={records}>
      <span className={styles.name}>
        {mark && <ExceptionMark of={mark} size={22} />}
        {library}
      </span>
      <b>{countText(records)}</b>
      <span className={latest === 0 && zeroLoads > 0 ? styles.zero : styles.latest}>
        {gained(department)}
      </span>
      <span className={styles.idle}>{idleDays !== undefined && words.departments.idle(idleDays)}</span>
      <ShareBar share={records / most} className={styles.track} />
    </RowLead>
  )
}

/** What the latest load brought; a weekly or monthly unit that was not due says so, which is not an empty load. */
function gained({ latest, zeroLoads = 0, cycleDays = 1 }: Department): string {
  if (latest === undefined) return ''
  if (latest === null) return words.departments.missing
  if (latest === 0) {
    if (zeroLoads > 0 || cycleDays < 7) return '0'
    return cycleDays >= 30 ? words.departments.monthly : words.departments.weekly
  }
  const { text, scale } = printCount(latest)
  return `${signed(1).slice(0, 1)}${text}${scale === '' ? '' : ` ${scale}`}`
}
