import { definePanel } from '../../panel/define-panel'
import { FactsChip } from '../../panel/FactsChip'
import { dataAggregation as dataset } from './resources'
import { Departments } from './views/Departments'
import { Intake } from './views/Intake'
import { Issues } from './views/Issues'
import { Keys } from './views/Keys'
import { Mount } from './views/Mount'
import { Published } from './views/Published'
import { Returns } from './views/Returns'
import { Sharing } from './views/Sharing'
import { NextBatch } from './views/NextBatch'
import { words as rest } from './rest-words'
import { words } from './words'

const MOUNT = [
  'data_mount_rate_provincial',
  'data_mount_rate_gov_custom',
  'data_mount_rate_social',
  'data_mount_rate_economic',
]

export const panels = [
  definePanel({
    id: 'data-keys',
    title: words.title.keys,
    dataset,
    metrics: [
      'data_records_aggregated',
      'data_intake',
      'data_depts_loaded',
      'data_share_calls_today',
      'data_issues_open',
      'data_issues_overdue',
      'data_issue_age',
    ],
    chrome: 'bare',
    needs: ['records'],
    day: ({ loadedDay }) => loadedDay,
    View: Keys,
  }),
  definePanel({
    id: 'data-intake',
    title: words.title.intake,
    dataset,
    metrics: ['data_intake', 'data_intake_month'],
    needs: ['intake'],
    day: ({ loadedDay }) => loadedDay,
    View: Intake,
  }),
  definePanel({
    id: 'data-departments',
    title: words.title.departments,
    dataset,
    metrics: ['data_zero_loads', 'data_depts_loaded', 'data_ontime_rate', 'data_late_resources'],
    needs: ['departments'],
    View: Departments,
  }),
  definePanel({
    id: 'data-mount',
    title: words.title.mount,
    dataset,
    metrics: ['data_unmounted', ...MOUNT],
    needs: ['catalogue'],
    View: Mount,
  }),
  definePanel({
    id: 'data-sharing',
    title: words.title.sharing,
    dataset,
    metrics: ['data_share_calls_today', 'data_share_failures', 'data_share_success_rate'],
    needs: ['sharing'],
    View: Sharing,
  }),
  definePanel({
    id: 'data-issues',
    title: words.title.issues,
    dataset,
    metrics: ['data_issues_open', 'data_issues_overdue', 'data_issue_age', 'data_problem_rate'],
    needs: ['issues'],
    View: Issues,
  }),
  definePanel({
    id: 'data-return',
    title: words.title.returns,
    dataset,
    metrics: ['data_returned_classes', 'data_return_pending', 'data_return_age'],
    needs: ['returns'],
    View: Returns,
  }),
  definePanel({
    id: 'data-published',
    title: words.title.published,
    dataset,
    metrics: [],
    facts: FactsChip,
    Standing: Published,
  }),
  definePanel({
    id: 'data-rest',
    title: rest.title,
    dataset,
    metrics: [
      'data_intake',
      'data_depts_loaded',
      'data_issues_open',
      'data_issues_overdue',
      'data_issue_age',
      'data_zero_loads',
      'data_ontime_rate',
    ],
    needs: ['batch'],
    View: NextBatch,
  }),
]
