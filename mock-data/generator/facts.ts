import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import type { Contradiction, DocumentSource, Figure } from '../../src/contract/figure'

/** One row of the fact base: a figure proven to stand in its document. */
const fact = z.object({
  id: z.string(),
  city: z.string(),
  area: z.string(),
  system: z.string(),
  metric_id: z.string(),
  metric_zh: z.string(),
  value: z.number(),
  unit: z.string(),
  value_base: z.number(),
  unit_base: z.string(),
  qualifier: z.string(),
  numeral: z.enum(['arabic', 'zh']),
  raw: z.string(),
  period: z.string(),
  role: z.enum(['actual', 'target', 'baseline', 'limit', 'plan', 'change', 'rank']),
  comparison: z.nullable(z.string()),
  note: z.nullable(z.string()),
})
type Fact = z.infer<typeof fact>

const FACTS = z.array(fact).parse(JSON.parse(readFileSync('mock-data/facts/seed-facts.json', 'utf8')))

/** The document each city's figures stand in. */
export const DOCUMENTS: Record<string, DocumentSource> = {
  huaibei: {
    title: '2020年法治政府建设工作总结和2021年法治政府建设重点工作安排',
    issuer: '淮北市数据资源管理局',
    published: '2020 年度',
  },
  heyuan: {
    title: '2020年法治政府建设情况报告',
    issuer: '河源市政务服务数据管理局',
    published: '2021-01-05',
  },
  zongyang: {
    title: '2020年上半年工作总结和下半年工作安排',
    issuer: '枞阳县数据资源管理局',
    published: '2020-06-30',
  },
  xiantao: {
    title: '2023年工作总结和2024年工作计划',
    issuer: '仙桃市政务服务和大数据管理局',
    published: '2024-03-13',
  },
  baiyun: {
    title: '广州市白云区政务服务数据管理局2021年法治政府建设年度报告',
    issuer: '广州市白云区政务服务数据管理局',
    published: '2022-01-14',
  },
}

/** Rail labels of at most six characters; the rest use the metric's full name. */
const SHORT: Record<string, string> = {
  hotline_orders_closed: '办结工单',
  hotline_orders_yoy: '工单同比',
  hotline_orders_rank: '工单量全市',
  hotline_ontime_rate: '按时办结',
  hotline_auto_dispatched: '自动转派',
  hotline_auto_dispatch_accuracy: '转派精准度',
  hotline_max_handle_days: '全部工单时限',
  hotline_leader_orders: '区长接电',
  hotline_key_items: '重点交办',
  hotline_monitor_months: '交办监控期',
  hotline_complaint_share: '投诉举报占比',
  hotline_consult_calls: '来电咨询',
  hotline_transferred_orders: '转办工单',
  hotline_satisfaction_rate: '办理满意',
  video_channels: '汇聚视频',
  video_depts_connected: '接入部门',
  data_records_aggregated: '汇聚总量',
  data_resource_classes: '汇聚资源',
  data_share_records: '跨部门共享',
  data_share_classes: '共享服务',
  data_returned_classes: '省市回流',
  data_issues_tracked: '跟进问题',
  data_depts_connected: '归集部门',
  data_catalog_total: '资源目录',
  data_share_calls: '接口调用',
  data_mount_rate_provincial: '省级目录挂载',
  data_mount_rate_gov_custom: '政务个性化挂载',
  data_mount_rate_social: '社会数据挂载',
  data_mount_rate_economic: '经济数据挂载',
  data_exchange_records: '交换平台数据',
  data_exchange_depts: '交换平台部门',
  data_tables_published: '发布库表',
  data_share_apis: '共享接口',
  opendata_datasets: '开放数据集',
  upstream_datasets_obtained: '回流数据集',
  apps_supported: '支撑应用',
  hall_service_volume: '区中心服务',
  hall_satisfaction_rate: '群众满意',
  selfservice_terminals: '自助终端',
  selfservice_site_coverage: '网点覆盖',
  selfservice_items: '自助事项',
  selfservice_volume: '自助办件',
  cross_region_items: '异地通办',
  hall_onedoor_rate: '进一扇门',
  hall_items_stationed: '进驻事项',
  hall_depts_stationed: '进驻单位',
  hall_onewindow_rate: '一窗受理',
  hall_onewindow_items: '综窗事项',
  hall_items_standardized: '颗粒化事项',
  hall_windows_comprehensive: '综合窗口',
  hall_windows_instant: '立等可取窗口',
  hall_onewindow_depts: '综窗部门',
  eval_count: '收到评价',
  eval_satisfaction_rate: '好评率',
  eval_windows: '好差评窗口',
  eval_coverage_rate: '好差评覆盖',
  online_service_rate: '网办率',
  case_volume: '网上办件',
  case_early_finish_rate: '提前办结',
  case_volume_online: '线上办件',
  instant_item_rate: '马上办',
  servicemap_places: '服务场所',
}

const TRADITIONAL = /[個項級]/

/** As printed: what stands before the number, the number, what stands after. Chinese numerals are kept (七成). */
function printed(fact: Fact): Figure['printed'] {
  const match = /^([^\d]*)([\d.]+)\s*(.*)$/.exec(fact.raw)
  const leads = ['超', '逾', '约', '>', '≥', '超过']
  const lead = leads.includes(fact.qualifier) ? (fact.qualifier === '≥' ? '≥' : fact.qualifier) : ''
  if (fact.numeral === 'zh') {
    if (TRADITIONAL.test(fact.raw) || fact.raw === '四大')
      return { lead: '', figure: String(fact.value), tail: fact.unit }
    return { lead: '', figure: fact.raw, tail: '' }
  }
  if (!match) return { lead, figure: String(fact.value), tail: fact.unit }
  const tail = TRADITIONAL.test(match[3] ?? '') ? fact.unit : (match[3] ?? '').trim()
  // The percent sign belongs to the digits: 85% 以上.
  const percent = tail.startsWith('%')
  return {
    lead: lead === '>' ? '超' : lead,
    figure: `${match[2] ?? ''}${percent ? '%' : ''}`,
    tail: percent ? tail.slice(1) : tail,
  }
}

function toFigure(fact: Fact): Figure {
  return {
    id: fact.id,
    metric: fact.metric_id,
    label: fact.metric_zh.slice(0, 40),
    short: (SHORT[fact.metric_id] ?? fact.metric_zh).slice(0, 12),
    printed: printed(fact),
    value: fact.value_base,
    unit: fact.unit_base,
    period: fact.period,
    role: fact.role,
    area: fact.area,
    system: fact.system,
    comparison: fact.comparison,
    definition: definitionOf(fact),
  }
}

/** Only the notes that define a figure reach the screen; remarks about the research do not. */
function definitionOf(fact: Fact): string | null {
  const note = /^definition:\s*(.+)$/.exec(fact.note ?? '')?.[1]
  return note ? `口径：${note}` : null
}

/** All figures `city` published in the given areas, in document order. */
export function published(city: string, areas: readonly string[]): Figure[] {
  return FACTS.filter((f) => f.city === city && areas.includes(f.area)).map(toFigure)
}

/** One figure's value in base units; null when the city did not publish it. */
export function factValue(city: string, metric: string, role: Figure['role'] = 'actual'): number | null {
  return FACTS.find((f) => f.city === city && f.metric_id === metric && f.role === role)?.value_base ?? null
}

export const AREAS = {
  hotline: ['hotline'],
  video: ['video'],
  'data-aggregation': ['data-resources', 'data-sharing'],
  'service-hall': ['service-hall', 'online-service', 'evaluation(好差评)'],
} as const

/** Areas without a core scene of their own: carried by the city overview. */
export function otherAreas(): string[] {
  const taken: string[] = Object.values(AREAS).flat()
  return [...new Set(FACTS.map((f) => f.area))].filter((area) => !taken.includes(area))
}

/** The five places where the documents cannot be taken at their word: printed side by side, never smoothed. */
const CONTRADICTIONS: Record<string, { dataset: string; item: Contradiction }[]> = {
  zongyang: [
    {
      dataset: 'service-hall',
      item: {
        id: 'ZY-C2',
        title: '政务服务网办件量',
        statements: [
          { label: '办件量', value: '27629 件', fact: 'ZY-015' },
          { label: '原文增量', value: '+11582 件 ⇒ +72.18%', fact: 'ZY-017' },
          { label: '原文增幅', value: '+129.34% ⇒ +15582 件', fact: 'ZY-018' },
        ],
        arithmetic: '27629 − 11582 = 16047，增幅应为 72.18%；两数不能同真',
        metrics: ['case_volume', 'hall_tickets_today'],
      },
    },
  ],
  huaibei: [
    {
      dataset: 'data-aggregation',
      item: {
        id: 'HB-C2',
        title: '政务数据归集目标',
        statements: [
          { label: '政务数据归集目标（称高标准完成）', value: '100%', fact: 'HB-057' },
          { label: '政务个性化目录挂载率', value: '87.6%', fact: 'HB-052' },
        ],
        arithmetic: '100% − 87.6% = 12.4 个百分点',
        metrics: ['data_mount_rate', 'data_catalog_total'],
      },
    },
  ],
  heyuan: [
    {
      dataset: 'service-hall',
      item: {
        id: 'HY-C2',
        title: '综合窗口事项数',
        statements: [
          { label: '颗粒化梳理事项', value: '859 项', fact: 'HY-006' },
          { label: '纳入综合窗口事项', value: '853 个', fact: 'HY-024' },
        ],
        arithmetic: '859 − 853 = 6 项',
        metrics: ['hall_onewindow_items', 'hall_counters_open'],
      },
    },
  ],
  xiantao: [
    {
      dataset: 'service-hall',
      item: {
        id: 'XT-C2',
        title: '村级数量',
        statements: [
          { label: '承接下放事项的村', value: '700 个', fact: 'XT-046' },
          { label: '村务公开覆盖村（居）', value: '708 个', fact: 'XT-100' },
        ],
        arithmetic: '708 − 700 = 8 个，村与村（居）口径可能不同',
        metrics: ['village_count', 'hall_counters_open'],
      },
    },
    {
      dataset: 'data-aggregation',
      item: {
        id: 'XT-C3',
        title: '两个平台的数据量',
        statements: [
          { label: '数据中台（41 家单位）', value: '29 亿条', fact: 'XT-071' },
          { label: '共享交换平台（37 个部门）', value: '13385 万条', fact: 'XT-076' },
        ],
        arithmetic: '两个存储，不相加、不互换',
        metrics: ['data_records_aggregated'],
      },
    },
  ],
}

export function contradictionsOf(city: string, dataset: string): Contradiction[] {
  return (CONTRADICTIONS[city] ?? []).filter((c) => c.dataset === dataset).map((c) => c.item)
}
