import type { Measure } from '../../../contract/measure'
import { countText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { KeyStrip } from '../../../blocks/KeyStrip'
import { useMarkOf } from '../../../panel/use-marks'
import { railFigures } from '../../../panel/Rail'
import type { HotlineDocument, HotlineOperation } from '../contract'
import { words } from '../words'

const PUBLISHED = [
  'hotline_orders_closed',
  'hotline_orders_yoy',
  'hotline_auto_dispatched',
  'hotline_ontime_rate',
  'hotline_complaint_share',
]

type Told = ViewProps<HotlineDocument, 'received'>['operation']

const printed = (measure: Measure | undefined) => measure && countText(measure.value)

/** What the figures below come to, in one sentence of facts. */
export function sentenceOf(operation: Told): string {
  const { open, overdue, dueSoon, repeats, lastHours } = operation
  const { keys } = words
  const { received, towns, categories } = lastHours ?? operation
  const [worst] = repeats?.clusters ?? []
  const rising = (categories ?? []).filter((c) => c.outlier).map((c) => c.label)
  const late = keys.late(printed(overdue), printed(dueSoon))
  const odd = rising.length > 0 ? keys.rising(rising) : worst ? keys.cluster(worst.town, worst.topic) : ''
  return keys.sentence(
    [
      late === '' ? keys.intake(countText(received.value), printed(open), lastHours !== undefined) : late,
      townWords(towns),
      odd,
    ].filter((clause) => clause !== ''),
  )
}

/** Nothing is said of towns whose usual range is not known. */
function townWords(towns: HotlineOperation['towns'] = []): string {
  const judged = towns.filter((t) => t.high !== undefined)
  const above = judged.filter((t) => t.count > (t.high ?? Infinity)).map((t) => t.name)
  if (judged.length === 0) return ''
  return above.length === 0 ? words.keys.townsUsual(judged.length) : words.keys.townsAbove(above)
}

/** The scene's key figures, as far as the source knows them. */
export function Keys({ document, operation }: ViewProps<HotlineDocument, 'received'>) {
  const alarm = useMarkOf('hotline_overdue_open')
  const { lastHours } = operation
  return (
    <KeyStrip
      sentence={sentenceOf(operation)}
      items={[
        { metric: 'hotline_overdue_open', measure: operation.overdue, tone: alarm && 'p1' },
        { metric: 'hotline_due_soon', measure: operation.dueSoon },
        { metric: 'hotline_open', measure: operation.open },
        lastHours
          ? { metric: 'hotline_received_lately', measure: lastHours.received }
          : { metric: 'hotline_received_today', measure: operation.received },
      ]}
      figures={railFigures(document, PUBLISHED)}
    />
  )
}
