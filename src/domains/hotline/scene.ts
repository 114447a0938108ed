import { definePanel } from '../../panel/define-panel'
import { FactsChip } from '../../panel/FactsChip'
import { PublishedLedger } from '../../blocks/PublishedLedger'
import { Ageing } from './views/Ageing'
import { Categories } from './views/Categories'
import { hotline as dataset } from './resources'
import { Dispatch } from './views/Dispatch'
import { Keys } from './views/Keys'
import { Ledgers } from './views/Ledgers'
import { Orders } from './views/Orders'
import { Repeats } from './views/Repeats'
import { Stages } from './views/Stages'
import { Towns } from './views/Towns'
import { Yesterday } from './views/Yesterday'
import { words as rest } from './rest-words'
import { words } from './words'

export const panels = [
  definePanel({
    id: 'hotline-keys',
    title: words.title.keys,
    dataset,
    metrics: [
      'hotline_overdue_open',
      'hotline_due_soon',
      'hotline_open',
      'hotline_received_today',
      'hotline_received_lately',
    ],
    rail: [],
    chrome: 'bare',
    needs: ['received'],
    View: Keys,
  }),
  definePanel({
    id: 'hotline-stages',
    title: words.title.stages,
    dataset,
    metrics: ['hotline_stage_stock', 'hotline_closed_today', 'hotline_closed_lately', 'hotline_return_rate'],
    needs: ['stages'],
    View: Stages,
  }),
  definePanel({
    id: 'hotline-ageing',
    title: words.title.ageing,
    dataset,
    metrics: ['hotline_p90_days', 'hotline_overdue_open'],
    needs: ['ageing'],
    View: Ageing,
  }),
  definePanel({
    id: 'hotline-categories',
    title: words.title.categories,
    dataset,
    metrics: ['hotline_category_mix', 'hotline_complaint_share'],
    needs: ['categories'],
    View: Categories,
  }),
  definePanel({
    id: 'hotline-towns',
    title: words.title.towns,
    dataset,
    metrics: ['hotline_town_load'],
    needs: ['towns'],
    View: Towns,
  }),
  definePanel({
    id: 'hotline-repeats',
    title: words.title.repeats,
    dataset,
    metrics: ['hotline_repeat_rate', 'hotline_repeat_cluster'],
    needs: ['repeats'],
    View: Repeats,
  }),
  definePanel({
    id: 'hotline-dispatch',
    title: words.title.dispatch,
    dataset,
    metrics: ['hotline_auto_share', 'hotline_auto_dispatch_accuracy'],
    needs: ['dispatch'],
    View: Dispatch,
  }),
  definePanel({
    id: 'hotline-ledgers',
    title: words.title.ledgers,
    dataset,
    metrics: ['hotline_supervised', 'hotline_key_items'],
    needs: ['keyItems'],
    View: Ledgers,
  }),
  definePanel({
    id: 'hotline-orders',
    title: words.title.orders,
    dataset,
    metrics: ['hotline_overdue_open', 'hotline_due_soon'],
    needs: ['orders'],
    View: Orders,
  }),
  definePanel({
    id: 'hotline-published',
    title: words.title.published,
    dataset,
    metrics: [],
    rail: [],
    facts: FactsChip,
    Standing: PublishedLedger,
  }),
  definePanel({
    id: 'hotline-rest',
    title: rest.title,
    dataset,
    metrics: [
      'hotline_received_yesterday',
      'hotline_closed_yesterday',
      'hotline_open',
      'hotline_overdue_open',
      'hotline_due_soon',
    ],
    needs: ['yesterday'],
    View: Yesterday,
  }),
]
