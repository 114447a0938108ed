import { withUnit } from '../../lib/format-more'
import { words as overview } from './overview-words.zh'
import type { ISSUE_STATES, RETURN_STEPS } from './codes'

type Step = (typeof RETURN_STEPS)[number]

/** Where a data quality issue stands. */
const state: Record<(typeof ISSUE_STATES)[number], string> = {
  待认领: '待认领',
  整改中: '整改中',
  待复核: '待复核',
}

/** Steps of an application for data of another level. */
const step: Record<Step, string> = { 申请: '申请', 审核: '审核', 授权: '授权', 接通: '接通' }

/** Everything the panels of the data platform say. A function with `T` gets figures as they are drawn and says where they stand. */
export const words = {
  ...overview,
  title: {
    keys: '数据汇聚要点',
    intake: '每日入库',
    departments: '部门供数',
    mount: '目录挂载',
    sharing: '共享调用',
    issues: '问题数据',
    returns: '上级回流',
    published: '公布数字',
  },
  state,
  step,
  keys: {
    /** One sentence of facts about all of it (`scope`). */
    sentence: (scope: string, clauses: readonly string[]) => `${scope}${clauses.join('；')}。`,
    held: (amount: string) => `汇聚数据 ${amount}`,
    missing: (day: string | undefined) => `${day ?? '最近'} 批次未送达，当日数据缺`,
    late: (issues: number, limitDays: number | undefined) =>
      `${issues} 个问题${limitDays === undefined ? '超期' : `超 ${limitDays} 工作日`}`,
    inTime: (limitDays: number | undefined) =>
      limitDays === undefined ? '没有超期问题' : `问题均在 ${limitDays} 工作日内`,
    loaded: (label: string, amount: string) => `${label} ${amount}`,
    /** `percent` above the mean named `than`, below it where negative. */
    deviates: (label: string, amount: string, than: string, percent: number) =>
      `${label} ${amount}，${percent < 0 ? '低' : '高'}于${than} ${Math.abs(percent).toFixed(1)}%`,
    delivered: '应到部门均已入库',
    undelivered: (departments: number) => `${departments} 个部门未入库`,
    idle: (departments: readonly { readonly name: string; readonly days: number }[]) =>
      departments.map(({ name, days }) => `${name} ${days} 日无入库`).join('、'),
    due: (departments: number) => `/应到 ${departments} 个`,
    batch: (day: string | undefined) => (day === undefined ? '最近批次' : `${day} 批次`),
    asOf: (day: string) => `截至 ${day}`,
    open: '未闭环',
    calls: '共享调用',
  },
  intake: {
    /** `本月 17 日 全区` → 本月前 17 日入库. */
    month: (period: string) => {
      const days = /^本月 (\d+) 日/.exec(period)?.[1]
      return days === undefined ? `${period}入库` : `本月前 ${days} 日入库`
    },
    yearAgo: <T>(change: T) => ['同期比 ', change],
    deviation: <T>(change: T) => ['偏离 ', change],
    gaps: (batches: number) => (batches === 0 ? '批次齐全' : `缺 ${batches} 个批次`),
    mean: <T>(days: number, mean: T) => [`近 ${days} 日 万条 · 日均 `, mean],
    chart: (days: number) => `近 ${days} 日每日入库量，虚线为日均，缺的批次留空`,
  },
  departments: {
    count: <T>(scope: string, departments: number, loaded: T | undefined) =>
      loaded === undefined ? [`${scope}${departments} 个部门`] : [`${scope}已入/应到 `, loaded],
    columns: { latest: '日入库', idle: '距上次' },
    idle: (days: number) => `${days} 天`,
    missing: '缺',
    monthly: '月更',
    weekly: '周更',
    more: (left: number) => (left > 0 ? `另 ${left} 个按存量在后` : '已全部列出'),
  },
  mount: {
    unmounted: (scope: string) => `${scope}未挂载目录`,
    entries: (scope: string) => `${scope}目录`,
    rate: '挂载率',
    total: <T>(entries: T, unit: string) => ['合计 ', entries, ` ${unit}`],
    rateOf: <T>(rate: T) => ['挂载率 ', rate],
    classes: (assumed: boolean) => (assumed ? '各类目录 · 分类为模拟' : '各类目录'),
    legend: '| 目标　未挂载',
    clash: (statements: readonly string[]) => `口径待核：年报并列 ${statements.join(' 与 ')}`,
  },
  sharing: {
    failed: <T>(failures: T) => ['失败 ', failures, ' 次'],
    success: <T>(hourly: boolean, rate: T, limit: number | undefined) => [
      `${hourly ? '1 时' : '今日'}成功率 `,
      rate,
      limit === undefined ? '' : ` ≥${limit}`,
    ],
    change: (than: string, change: string) => `较${than} ${change}`,
    step: <T>(minutes: number, usual: { readonly band: T; readonly day: string } | undefined) => [
      `次/${minutes} 分`,
      ...(usual === undefined ? [] : [' · ', usual.band, `${usual.day}常态`]),
    ],
    chart: (minutes: number, usual: boolean) =>
      `今日每 ${minutes} 分钟共享调用次数${usual ? '，与同星期常态区间对照' : ''}`,
    consumers: (count: number) => `使用方 ${count} 家`,
  },
  issues: {
    today: <T>(raised: T, closed: T, rolling: boolean) => [
      `${rolling ? '近 24 时' : '今日'} 提出 `,
      raised,
      ' 闭环 ',
      closed,
    ],
    open: <T>(scoped: boolean, open: T, overdue: T | undefined) => [
      `${scoped ? '辖区' : ''}未闭环 `,
      open,
      ...(overdue === undefined ? [] : [' 超期 ', overdue]),
    ],
    checked: <T>(scope: string, rows: string, share: T) => [
      `${scope}校核 ${withUnit(rows, '条')}，问题 `,
      share,
    ],
    none: '此刻没有未闭环的问题',
    chart: (limited: boolean) => `未闭环数据问题按已开工作日数分布${limited ? '，末列为超期' : ''}`,
    sameDay: '当天',
    overdue: '超期',
    limit: (days: number) => `限 ${days} 工作日`,
    age: (days: number) => `第 ${days} 工作日`,
    rows: (count: string) => withUnit(count, '条'),
  },
  returns: {
    pending: (scope: string) => `${scope}在途申请`,
    longest: '最久',
    longestOf: <T>(days: T) => ['最久 ', days, ' 工作日'],
    granted: <T>(count: T) => ['本年接通 ', count, ' 项'],
    returned: <T>(count: T, unit: string) => ['已回流 ', count, ` ${unit}`],
    queue: '在途',
    none: '此刻没有在途申请',
    at: (now: Step, days: number | undefined) => (days === undefined ? step[now] : `${step[now]} ${days} 日`),
    told: (now: Step, days: number | undefined) =>
      days === undefined ? step[now] : `${step[now]}，已 ${days} 个工作日`,
    total: <T>(days: T) => ['共 ', days],
  },
  published: {
    gap: '因此不显示，也不以 0 或演示数据代替：',
    missing: ['汇聚总量与日入库', '归集部门', '目录与挂载率', '共享调用', '问题数据', '上级回流'],
  },
}
export type Words = typeof words
