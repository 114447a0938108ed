import { definePanel } from '../../panel/define-panel'
import { FactsChip } from '../../panel/FactsChip'
import type { HallOperation } from './contract'
import { serviceHall as dataset } from './resources'
import { Business } from './views/Business'
import { Counters } from './views/Counters'
import { Evaluation } from './views/Evaluation'
import { Floor } from './views/Floor'
import { HallList } from './views/HallList'
import { Keys } from './views/Keys'
import { isShut } from './views/last-day'
import { Published } from './views/Published'
import { Terminals } from './views/Terminals'
import { Throughput } from './views/Throughput'
import { WaitTimes } from './views/WaitTimes'
import { AtRest } from './views/AtRest'
import { ReviewsAtRest } from './views/ReviewsAtRest'
import { words as floor } from './floor-words'
import { words as rest } from './rest-words'
import { words } from './words'

const noHall = (operation: HallOperation) => operation.hall === null
/** A town without a hall on the queue system has no halls to compare and no reviews of its own. */
const noHalls = (operation: HallOperation) => operation.halls?.length === 0
/** Open, and before the first number: there is nothing to draw. A closed hall tells of its last day, or until when it is closed. */
const noTickets = (operation: HallOperation) =>
  noHall(operation) || (operation.tickets?.value === 0 && !isShut(operation))
const noDay = (operation: HallOperation) =>
  noTickets(operation) && (operation.hours ?? []).every((h) => (h.usual ?? 0) === 0)

export const panels = [
  definePanel({
    id: 'hall-keys',
    title: words.title.keys,
    dataset,
    metrics: [
      'hall_waiting',
      'hall_longest_wait',
      'hall_mean_wait',
      'hall_tickets_today',
      'hall_last_tickets',
      'hall_last_served',
      'hall_last_mean_wait',
      'hall_booked',
      'eval_bad_open',
      'eval_bad_overdue',
    ],
    chrome: 'bare',
    needs: ['waiting'],
    View: Keys,
    isEmpty: noHall,
  }),
  definePanel({
    id: 'hall-throughput',
    title: words.title.throughput,
    dataset,
    metrics: ['hall_tickets_today', 'hall_served_today', 'hall_last_tickets', 'hall_last_served'],
    needs: ['hours'],
    View: Throughput,
    isEmpty: noDay,
  }),
  definePanel({
    id: 'hall-floor',
    title: floor.title,
    dataset,
    metrics: [
      'hall_tickets_today',
      'hall_served_today',
      'hall_waiting',
      'hall_longest_wait',
      'hall_business_tickets',
      'hall_service_minutes',
      'hall_counter_use',
      'hall_last_tickets',
      'hall_last_served',
    ],
    needs: ['hours', 'business'],
    View: Floor,
    isEmpty: noDay,
  }),
  definePanel({
    id: 'hall-waits',
    title: words.title.waits,
    dataset,
    metrics: [
      'hall_p90_wait',
      'hall_mean_wait',
      'hall_longest_wait',
      'hall_no_show_rate',
      'hall_last_p90_wait',
      'hall_last_no_show_rate',
    ],
    needs: ['waits'],
    View: WaitTimes,
    isEmpty: noTickets,
  }),
  definePanel({
    id: 'hall-counters',
    title: words.title.counters,
    dataset,
    metrics: ['hall_counters_open', 'hall_counter_use', 'hall_booked'],
    needs: ['counters'],
    View: Counters,
    isEmpty: noHall,
  }),
  definePanel({
    id: 'hall-business',
    title: words.title.business,
    dataset,
    metrics: ['hall_business_tickets', 'hall_service_minutes'],
    needs: ['business'],
    View: Business,
    isEmpty: noTickets,
  }),
  definePanel({
    id: 'hall-list',
    title: words.title.list,
    dataset,
    metrics: [
      'hall_waiting_all',
      'hall_waiting',
      'hall_longest_wait',
      'hall_last_tickets',
      'hall_last_served',
    ],
    needs: ['halls'],
    View: HallList,
    isEmpty: noHalls,
  }),
  definePanel({
    id: 'hall-evaluation',
    title: words.title.evaluation,
    dataset,
    metrics: [
      'eval_bad_month',
      'eval_bad_today',
      'eval_bad_open',
      'eval_bad_overdue',
      'eval_closure_days',
      'eval_good_rate',
    ],
    needs: ['evaluation'],
    View: Evaluation,
    isEmpty: noHalls,
  }),
  definePanel({
    id: 'hall-terminals',
    title: words.title.terminals,
    dataset,
    metrics: ['terminal_online', 'terminal_online_rate', 'terminal_faults_town'],
    needs: ['terminals'],
    View: Terminals,
  }),
  definePanel({
    id: 'hall-published',
    title: words.title.published,
    dataset,
    metrics: ['case_volume', 'hall_onewindow_items', 'village_count'],
    facts: FactsChip,
    Standing: Published,
  }),
  definePanel({
    id: 'hall-rest',
    title: rest.title,
    dataset,
    metrics: [
      'terminal_online',
      'terminal_faults_town',
      'eval_bad_open',
      'eval_bad_overdue',
      'hall_tickets_today',
      'hall_served_today',
      'hall_booked',
    ],
    needs: ['service'],
    View: AtRest,
    isEmpty: noHall,
  }),
  definePanel({
    id: 'reviews-rest',
    title: rest.reviews.title,
    dataset,
    metrics: ['eval_bad_open', 'eval_bad_overdue', 'eval_bad_month', 'eval_good_rate'],
    needs: ['evaluation'],
    View: ReviewsAtRest,
    isEmpty: noHalls,
  }),
]
