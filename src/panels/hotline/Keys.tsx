import type { ViewProps } from '../../panel-kit/define-panel'
import { KeyStrip } from '../../panel-kit/KeyStrip'
import { usePanel } from '../../panel-kit/panel-scope'
import { railFigures } from '../../panel-kit/Rail'
import type { HotlineDocument, HotlineOperation } from './schema'

const PUBLISHED = [
  'hotline_orders_closed',
  'hotline_orders_yoy',
  'hotline_auto_dispatched',
  'hotline_ontime_rate',
  'hotline_complaint_share',
]

/** What the figures below come to, in one sentence of facts. */
function sentenceOf({ overdue, dueSoon, towns, categories, repeats }: HotlineOperation): string {
  const above = towns.filter((t) => t.count > t.high)
  const rising = categories.filter((c) => c.outlier).map((c) => c.label)
  const [worst] = repeats.clusters
  return [
    `${overdue.value ?? 0} 件超期、${dueSoon.value ?? 0} 件临期`,
    above.length === 0
      ? '各镇街在自身常态内'
      : `${above
          .slice(0, 3)
          .map((t) => t.name)
          .join('、')}高于自身常态`,
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

export function Keys({ document, operation }: ViewProps<HotlineDocument>) {
  const { marks } = usePanel()
  const overdue = marks.some((mark) => mark.metric === 'hotline_overdue_open')
  return (
    <KeyStrip
      sentence={sentenceOf(operation)}
      items={[
        { metric: 'hotline_overdue_open', measure: operation.overdue, tone: overdue ? 'p1' : undefined },
        { metric: 'hotline_due_soon', measure: operation.dueSoon },
        { metric: 'hotline_open', measure: operation.open },
        { metric: 'hotline_received_today', measure: operation.received },
      ]}
      figures={railFigures(document, PUBLISHED)}
    />
  )
}
