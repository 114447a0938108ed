import { definePanel } from '../../panel/define-panel'
import { hotline as dataset } from './resources'
import { Hotline } from './views/Hotline'
import { words } from './overview-words'

const RAIL = [
  'hotline_orders_closed',
  'hotline_auto_dispatched',
  'hotline_auto_dispatch_accuracy',
  'hotline_orders_yoy',
  'hotline_ontime_rate',
  'hotline_max_handle_days',
  'hotline_consult_calls',
  'hotline_transferred_orders',
  // 仙桃's 100 % is of 26 orders: the count is shown, the rate is not.
]

export const panels = [
  definePanel({
    id: 'hotline',
    title: words.title,
    dataset,
    metrics: [
      'hotline_overdue_open',
      'hotline_due_soon',
      'hotline_open',
      'hotline_received_today',
      'hotline_received_lately',
      'hotline_repeat_rate',
      'hotline_stage_stock',
    ],
    rail: RAIL,
    needs: ['received'],
    View: Hotline,
  }),
]
