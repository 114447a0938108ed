import { weekdayText } from '../../../lib/calendar'
import type { ViewProps } from '../../../panel/define-panel'
import { provided, type FigureItem } from '../../../blocks/Figures'
import { KeyStrip } from '../../../blocks/KeyStrip'
import { railFigures } from '../../../panel/Rail'
import styles from './Charts.module.css'
import type { HallDocument, HallOperation } from '../contract'
import { toneOf } from './tone'
import { useMarkOf } from '../../../panel/use-marks'
import { serviceText } from './words'

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

type Told = ViewProps<HallDocument, 'waiting'>['operation']

/** The scene's conclusion in facts: the queue against its usual, where it is longest, and the halls together. */
export function sentenceOf(operation: Told, now: number): string {
  const { hall, waiting, lines = [], all, service, terminals } = operation
  const closed = serviceText(service, now)
  if (service?.state === 'closed') {
    const online = terminals ? `；自助终端在线 ${terminals.online}/${terminals.total}` : ''
    return `${closed}${online}。`
  }
  // A town without a hall on the queue system sees the hall its people go to, and is told so.
  const outside = all?.halls === 0 ? '本镇街无厅接入叫号，' : ''
  const { value, normal } = waiting
  const level =
    !normal || value === null
      ? ''
      : value > normal.high
        ? `，高于${weekdayText(now)}常态`
        : value < normal.low
          ? `，低于${weekdayText(now)}常态`
          : '，在常态内'
  const worst = lines.toSorted((a, b) => (b.longest ?? -1) - (a.longest ?? -1))[0]
  return [
    `${outside}${hall?.short ?? ''}等候 ${value ?? '—'} 人${level}`,
    ...(worst?.longest ? [`${worst.label}最长 ${worst.longest} 分`] : []),
    ...(all?.waiting && all.halls > 1 ? [`${all.halls} 厅共 ${all.waiting.value ?? '—'} 人`] : []),
    ...(closed === '' ? [] : [closed]),
  ]
    .join('；')
    .concat('。')
}

/** Below this five figures or four published ones would not stand on one line. */
const NARROW = 1200
const PHONE = 700

/** Bad reviews overdue beside those open, or the other way round. */
function reviewsOf(evaluation: HallOperation['evaluation'], which: 'open' | 'overdue'): FigureItem {
  const [one, other, word] =
    which === 'open'
      ? [evaluation?.open, evaluation?.overdue, '超期']
      : [evaluation?.overdue, evaluation?.open, '未闭环']
  return {
    metric: `eval_bad_${which}`,
    measure: one && other ? { ...one, period: `${word} ${other.value ?? '—'} 件` } : one,
  }
}

/** Head of the hall scene. */
export function Keys({ document, operation, size: { width } }: ViewProps<HallDocument, 'waiting'>) {
  const { hall, waiting, longest, meanWait, p90Wait, tickets, evaluation } = operation
  const wait = useMarkOf('hall_longest_wait', hall?.id)
  const overdue = useMarkOf('eval_bad_overdue')
  const p90 = typeof p90Wait?.value === 'number' ? { compare: { label: 'P90', value: p90Wait.value } } : {}
  const items = [
    { metric: 'hall_waiting', measure: waiting, label: `${hall?.short ?? ''}等候` },
    { metric: 'hall_longest_wait', measure: longest, tone: toneOf(wait) },
    overdue ? { ...reviewsOf(evaluation, 'overdue'), tone: toneOf(overdue) } : reviewsOf(evaluation, 'open'),
    { metric: 'hall_mean_wait', measure: meanWait && { ...meanWait, ...p90 } },
    { metric: 'hall_tickets_today', measure: tickets },
  ]
  return (
    <div className={styles.keys}>
      <KeyStrip
        sentence={sentenceOf(operation, Date.parse(document.asOf))}
        items={width < NARROW ? provided(items).slice(0, 4) : items}
        figures={railFigures(document, PUBLISHED).slice(0, width < PHONE ? 3 : 4)}
      />
    </div>
  )
}
