import { definePanel } from '../../panel/define-panel'
import { serviceHall as dataset } from './resources'
import { Overview } from './views/Overview'
import { words } from './overview-words'

/** Published figures under the hall, most telling first; what a city did not publish is left out. */
const RAIL = [
  'hall_service_volume',
  'selfservice_terminals',
  'selfservice_site_coverage',
  'selfservice_items',
  'cross_region_items',
  'hall_onedoor_rate',
  'hall_onewindow_rate',
  'hall_items_stationed',
  'hall_depts_stationed',
  'hall_windows_comprehensive',
  'case_volume',
  'online_service_rate',
  'hall_onewindow_depts',
]

export const panels = [
  definePanel({
    id: 'service-hall',
    title: words.title,
    dataset,
    metrics: [
      'hall_waiting',
      'hall_longest_wait',
      'hall_mean_wait',
      'hall_counters_open',
      'hall_tickets_today',
      'hall_last_tickets',
      'terminal_online',
      'terminal_faults_town',
      'eval_bad_overdue',
    ],
    rail: RAIL,
    needs: ['waiting'],
    View: Overview,
    isEmpty: (operation) => operation.hall === null,
  }),
]
