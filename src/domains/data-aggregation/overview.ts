import { definePanel } from '../../panel/define-panel'
import { dataAggregation as dataset } from './resources'
import { Overview } from './views/Overview'
import { words } from './overview-words'

export const panels = [
  definePanel({
    id: 'data-aggregation',
    title: words.title,
    dataset,
    metrics: [
      'data_intake',
      'data_ontime_rate',
      'data_share_success_rate',
      'data_issues_open',
      'data_zero_loads',
      'data_issue_age',
    ],
    rail: [
      'data_resource_classes',
      'data_records_aggregated',
      'data_share_records',
      'data_exchange_records',
      'data_catalog_total',
      'data_share_classes',
      'data_share_calls',
      'data_returned_classes',
      'data_depts_connected',
      'data_share_apis',
    ],
    needs: ['records'],
    day: ({ loadedDay }) => loadedDay,
    View: Overview,
  }),
]
