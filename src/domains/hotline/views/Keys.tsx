import type { Measure } from '../../../contract/measure'
import { countText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { KeyStrip } from '../../../blocks/KeyStrip'
import { useMarkOf } from '../../../panel/use-marks'
import { railFigures } from '../../../panel/Rail'
import type { HotlineDocument, HotlineOperation } from '../contract'

const PUBLISHED = [
  'hotline_orders_closed',
  'hotline_orders_yoy',
  'hotline_auto_dispatched',
  'hotline_ontime_rate',
  'hotline_complaint_share',
]

type Told = ViewProps<HotlineDocument, 'received'>['operation']

/** What the figures below come to, in one sentence of facts. */
export function sentenceOf({ received, open, overdue, dueSoon, towns, ...rest }: Told): string {
  const late = [...words(overdue, '件超期'), ...words(dueSoon, '件临期')].join('、')
  const rising = (rest.categories ?? []).filter((c) => c.outlier).map((c) => c.label)
  const [worst] = rest.repeats?.clusters ?? []
  return [
    late === ''
      ? `今日受理 ${countText(received.value)} 件${open ? `，在办 ${countText(open.value)} 件` : ''}`
      : late,
    townWords(towns),
    rising.length > 0
      ? `${rising.join('、')}类较上周同时偏多`
      : worst
        ? `重复集中在${worst.town}${worst.topic}`
        : '',
  ]
    .filter((part) => part !== '')
    .join('；')
    .concat('。')
}

const words = (measure: Measure | undefined, rest: string) =>
  measure ? [`${countText(measure.value)} ${rest}`] : []

/** Nothing is said of towns whose usual range is not known. */
function townWords(towns: HotlineOperation['towns'] = []): string {
  const judged = towns.filter((t) => t.high !== undefined)
  const above = judged.filter((t) => t.count > (t.high ?? Infinity)).map((t) => t.name)
  if (judged.length === 0) return ''
  return above.length === 0 ? '各镇街在自身常态内' : `${above.slice(0, 3).join('、')}高于自身常态`
}

/** The scene's key figures, as far as the source knows them. */
export function Keys({ document, operation }: ViewProps<HotlineDocument, 'received'>) {
  const alarm = useMarkOf('hotline_overdue_open')
  return (
    <KeyStrip
      sentence={sentenceOf(operation)}
      items={[
        { metric: 'hotline_overdue_open', measure: operation.overdue, tone: alarm && 'p1' },
        { metric: 'hotline_due_soon', measure: operation.dueSoon },
        { metric: 'hotline_open', measure: operation.open },
        { metric: 'hotline_received_today', measure: operation.received },
      ]}
      figures={railFigures(document, PUBLISHED)}
    />
  )
}
