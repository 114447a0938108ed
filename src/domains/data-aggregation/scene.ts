import { definePanel } from '../../panel/define-panel'
import { dataAggregation as dataset } from './resources'
import { Departments } from './views/Departments'
import { Intake } from './views/Intake'
import { Issues } from './views/Issues'
import { Keys } from './views/Keys'
import { Mount } from './views/Mount'
import { Published } from './views/Published'
import { Returns } from './views/Returns'
import { Sharing } from './views/Sharing'

const MOUNT = [
  'data_mount_rate_provincial',
  'data_mount_rate_gov_custom',
  'data_mount_rate_social',
  'data_mount_rate_economic',
]

export const panels = [
  definePanel({
    id: 'data-keys',
    title: '数据汇聚要点',
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
    View: Keys,
  }),
  definePanel({
    id: 'data-intake',
    title: '每日入库',
    dataset,
    metrics: ['data_intake', 'data_intake_month'],
    needs: ['intake'],
    View: Intake,
  }),
  definePanel({
    id: 'data-departments',
    title: '部门供数',
    dataset,
    metrics: ['data_zero_loads', 'data_depts_loaded', 'data_ontime_rate', 'data_late_resources'],
    needs: ['departments'],
    View: Departments,
  }),
  definePanel({
    id: 'data-mount',
    title: '目录挂载',
    dataset,
    metrics: ['data_unmounted', ...MOUNT],
    needs: ['catalogue'],
    View: Mount,
  }),
  definePanel({
    id: 'data-sharing',
    title: '共享调用',
    dataset,
    metrics: ['data_share_calls_today', 'data_share_failures', 'data_share_success_rate'],
    needs: ['sharing'],
    View: Sharing,
  }),
  definePanel({
    id: 'data-issues',
    title: '问题数据',
    dataset,
    metrics: ['data_issues_open', 'data_issues_overdue', 'data_issue_age', 'data_problem_rate'],
    needs: ['issues'],
    View: Issues,
  }),
  definePanel({
    id: 'data-return',
    title: '上级回流',
    dataset,
    metrics: ['data_returned_classes', 'data_return_pending', 'data_return_age'],
    needs: ['returns'],
    View: Returns,
  }),
  definePanel({
    id: 'data-published',
    title: '公布数字',
    dataset,
    metrics: [],
    facts: true,
    Standing: Published,
  }),
]
