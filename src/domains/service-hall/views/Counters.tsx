import { Figure } from '../../../blocks/Figure'
import { ShareBar } from '../../../blocks/ShareBar'
import { FigureGrid } from '../../../blocks/Figures'
import { RowList } from '../../../blocks/RowList'
import type { Size, ViewProps } from '../../../panel/define-panel'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import type { HallDocument, HallOperation } from '../contract'
import { words } from '../words'
import { Booked } from './Booked'
import { cellsOf, speaks, type CellLevel } from './counter-layout'
import styles from './Counters.module.css'
import { isWide } from './layout'
import shut from './Shut.module.css'
import { serviceText, wholePercent } from './text'

const said = words.counters

type Totals = Omit<NonNullable<HallOperation['counters']>, 'rows'>
type Row = NonNullable<NonNullable<HallOperation['counters']>['rows']>[number]

/** Every counter: what it serves and for how long, paused or closed. Cells drop words before they shrink type. */
export function Counters({ document, operation, size }: ViewProps<HallDocument, 'counters'>) {
  const { rows, ...totals } = operation.counters
  if (totals.open === 0 && totals.closed === totals.total)
    return <Closed operation={operation} at={Date.parse(document.asOf)} total={totals.total} size={size} />
  return rows ? (
    <Matrix totals={totals} rows={rows} hall={operation.hall} size={size} />
  ) : (
    <FigureGrid items={figuresOf(totals)} />
  )
}

/** What the bookings by hour need, and a line of the list, in u. */
const [BOOKED, LINE] = [200, 36]

/** Nobody serves: one line says so, how many counters each queue has when they do, and who comes then. */
function Closed({ operation: { lines = [], service, bookings }, at, total, size }: ClosedProps) {
  const queues = lines.filter((line) => line.total !== undefined)
  const wide = isWide(size)
  const list = <ClosedList {...{ queues, service, at, total }} />
  // Its own line, and two queues or the only one.
  const least = (1 + Math.min(queues.length, 2)) * LINE
  if (!bookings || (!wide && size.height < BOOKED + least))
    return <div className={styles.counters}>{list}</div>
  const room = Math.max(least, Math.min((queues.length + 1.2) * LINE, size.height - BOOKED))
  return (
    <div className={shut.both} data-wide={wide || undefined}>
      <div className={shut.part} style={wide ? {} : { flex: 'none', height: `calc(${room} * var(--u))` }}>
        {list}
      </div>
      <div className={shut.part}>
        <Booked bookings={bookings} now={at} />
      </div>
    </div>
  )
}

interface ClosedListProps extends Pick<ClosedProps, 'at' | 'total'> {
  readonly queues: NonNullable<HallOperation['lines']>
  readonly service: HallOperation['service']
}

function ClosedList({ queues, service, at, total }: ClosedListProps) {
  return (
    <>
      <LabelRow note={serviceText(service, at)}>{words.shutCounters(total)}</LabelRow>
      <RowList
        rows={queues}
        keyOf={({ key }) => key}
        rowUnits={36}
        className={shut.lines}
        more={(left) => <p className={styles.note}>{words.shut.more(left)}</p>}
      >
        {({ label, total: counters = 0 }) => (
          <>
            <span>{label}</span>
            <ShareBar share={counters / total} />
            <b>{words.shut.counters(counters)}</b>
          </>
        )}
      </RowList>
    </>
  )
}

interface ClosedProps {
  readonly operation: HallOperation
  readonly at: number
  readonly total: number
  readonly size: Size
}

/** A queue system that does not tell its counters apart still counts them. */
function figuresOf({ open, total, use }: Totals) {
  return [
    { metric: 'hall_counters_open', measure: { value: open, unit: said.of(total), period: said.now } },
    { metric: 'hall_counter_use', measure: use },
  ]
}

interface MatrixProps {
  readonly totals: Totals
  readonly rows: readonly Row[]
  readonly hall: HallOperation['hall']
  readonly size: Size
}

function Matrix({ totals, rows, hall, size }: MatrixProps) {
  const { paused, closed } = totals
  const { columns, level, cell } = cellsOf(rows.length, size)
  return (
    <div className={styles.counters}>
      <LabelRow
        note={
          paused !== undefined &&
          closed !== undefined && <Sentence of={said.shut(<b>{paused}</b>, <b>{closed}</b>)} />
        }
      >
        <Sentence of={openOf(totals, hall?.short)} />
      </LabelRow>
      <ul
        className={styles.matrix}
        style={{
          gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          gridAutoRows: `calc(${cell} * var(--u))`,
        }}
      >
        {rows.map((row) => (
          <Cell key={row.no} row={row} level={level} />
        ))}
      </ul>
      {!speaks(level) && (
        <p className={styles.key}>
          {said.key.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </p>
      )}
    </div>
  )
}

function openOf({ open, total, use }: Totals, hall: string | undefined) {
  const figure = <Figure metric="hall_counters_open" value={open} as="plain" />
  if (!use) return said.open(hall, figure, total)
  const used = (
    <Figure metric="hall_counter_use" value={use.value}>
      {wholePercent(use.value)}
    </Figure>
  )
  return said.openAndUsed(hall, figure, total, used)
}

function Cell({ row, level }: { readonly row: Row; readonly level: CellLevel }) {
  const { no, line = '', state, business = null, minutes = null, use = null } = row
  const service = business === null ? null : { business, minutes: minutes ?? 0 }
  const rich = level === 'rich'
  return (
    <li className={styles.cell} data-state={state} title={said.cell(no, line, state, service, use)}>
      {level !== 'mark' && (
        <span className={styles.no}>
          {no}
          {rich && <em>{line}</em>}
          {level !== 'number' && minutes !== null && <i>{words.minutes(minutes)}</i>}
          {level !== 'number' && state === 'paused' && <Pause />}
        </span>
      )}
      {speaks(level) && <span>{business ?? words.counter[state]}</span>}
      {rich && <span className={styles.use}>{said.use(wholePercent(use))}</span>}
    </li>
  )
}

function Pause() {
  return (
    <svg className={styles.pause} viewBox="0 0 12 14" aria-hidden="true">
      <path d="M3.5 1v12M8.5 1v12" stroke="currentColor" strokeWidth="2.4" />
    </svg>
  )
}
