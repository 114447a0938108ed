import type { FigureItem } from '../../../blocks/Figures'
import { KeyStrip } from '../../../blocks/KeyStrip'
import type { Measure } from '../../../contract/measure'
import { exactText, weekdayText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { railFigures } from '../../../panel/Rail'
import { useMarkOf } from '../../../panel/use-marks'
import type { HallDocument, HallOperation } from '../contract'
import { words as rest } from '../rest-words'
import { words } from '../words'
import { bookedDay, busiest } from './Booked'
import styles from './Charts.module.css'
import { isShut } from './last-day'
import { serviceText } from './text'
import { toneOf } from './tone'

const PUBLISHED = [
  'hall_service_volume',
  'selfservice_terminals',
  'hall_onedoor_rate',
  'hall_onewindow_rate',
  'online_service_rate',
  'hall_items_stationed',
  'selfservice_items',
  'case_volume',
  'hall_depts_stationed',
  'hall_windows_comprehensive',
  'case_early_finish_rate',
  'case_volume_online',
]

const said = words.keys

type Told = ViewProps<HallDocument, 'waiting'>['operation']

/** The scene's conclusion in facts: the queue against its usual, where it is longest, and the halls together. */
export function sentenceOf(operation: Told, now: number): string {
  const { hall, waiting, lines = [], all, service, terminals } = operation
  const closed = serviceText(service, now)
  if (service?.state === 'closed')
    return said.sentence([
      closed,
      ...bookedWords(operation, now),
      ...(terminals ? [said.terminals(terminals.online, terminals.total)] : []),
    ])
  const queue = said.waiting(hall?.short, waiting.value)
  const level = levelOf(waiting)
  const judged = level === undefined ? queue : said.judged(queue, level, weekdayText(now))
  const worst = lines.toSorted((a, b) => (b.longest ?? -1) - (a.longest ?? -1))[0]
  return said.sentence([
    // A town without a hall on the queue system sees the hall its people go to, and is told so.
    all?.halls === 0 ? said.outside(judged) : judged,
    ...(worst?.longest ? [said.longest(worst.label, worst.longest)] : []),
    ...(all?.waiting && all.halls > 1 ? [said.allHalls(all.halls, all.waiting.value)] : []),
    ...(closed === '' ? [] : [closed]),
  ])
}

function bookedWords({ bookings }: HallOperation, now: number): readonly string[] {
  const value = bookings?.total.value
  if (!bookings || value == null) return []
  const most = busiest(bookings)
  const peak = most && rest.most(most.hour, most.booked)
  return [rest.bookedAnd(bookedDay(bookings, now), exactText(value), peak)]
}

/** Where the queue stands against its usual; nothing where either is unknown. */
function levelOf({ value, normal }: Measure): 'above' | 'below' | 'within' | undefined {
  if (!normal || value === null) return undefined
  if (value > normal.high) return 'above'
  return value < normal.low ? 'below' : 'within'
}

/** Bad reviews overdue beside those open, or the other way round. */
function reviewsOf(evaluation: HallOperation['evaluation'], which: 'open' | 'overdue'): FigureItem {
  const [one, other, period] =
    which === 'open'
      ? [evaluation?.open, evaluation?.overdue, said.overdue]
      : [evaluation?.overdue, evaluation?.open, said.open]
  return {
    metric: `eval_bad_${which}`,
    measure: one && other ? { ...one, period: period(other.value) } : one,
  }
}

/** A closed hall has no queue: what its last day came to, where that is known, and what goes on without it. */
function shutItems({ lastDay, terminals }: HallOperation, reviews: FigureItem): FigureItem[] {
  return [
    { metric: 'hall_last_tickets', measure: lastDay?.tickets, label: words.shut.tickets },
    { metric: 'hall_last_served', measure: lastDay?.served, label: words.shut.served },
    reviews,
    { metric: 'hall_last_mean_wait', measure: lastDay?.meanWait, label: words.shut.meanWait },
    {
      metric: 'terminal_online',
      measure: terminals
        ? { value: terminals.online, unit: terminals.unit, period: said.of(terminals.total) }
        : undefined,
    },
  ]
}

/** Head of the hall scene. */
export function Keys({ document, operation }: ViewProps<HallDocument, 'waiting'>) {
  const { hall, waiting, longest, meanWait, p90Wait, tickets, evaluation } = operation
  const wait = useMarkOf('hall_longest_wait', hall?.id)
  const overdue = useMarkOf('eval_bad_overdue')
  const p90 =
    typeof p90Wait?.value === 'number' ? { compare: { label: words.waits.p90, value: p90Wait.value } } : {}
  const reviews = overdue
    ? { ...reviewsOf(evaluation, 'overdue'), tone: toneOf(overdue) }
    : reviewsOf(evaluation, 'open')
  const items = isShut(operation)
    ? shutItems(operation, reviews)
    : [
        { metric: 'hall_waiting', measure: waiting, label: words.waiting(hall?.short) },
        { metric: 'hall_longest_wait', measure: longest, tone: toneOf(wait) },
        reviews,
        { metric: 'hall_mean_wait', measure: meanWait && { ...meanWait, ...p90 } },
        { metric: 'hall_tickets_today', measure: tickets },
      ]
  return (
    <div className={styles.keys}>
      <KeyStrip
        sentence={sentenceOf(operation, Date.parse(document.asOf))}
        items={items}
        figures={railFigures(document, PUBLISHED).slice(0, 4)}
      />
    </div>
  )
}
