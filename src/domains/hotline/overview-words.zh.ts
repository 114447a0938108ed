import type { Stage } from './codes'

/** Where an order stands; `short` where four of them share one line. */
const stage: Record<'long' | 'short', Record<Stage, string>> = {
  long: { dispatch: '待派单', sign: '待签收', process: '办理中', callback: '待回访' },
  short: { dispatch: '待派', sign: '待签', process: '办理', callback: '回访' },
}

/** What the panel of the overview says of the hotline, and what it says with others. A function with `T` gets figures as they are drawn. */
export const words = {
  title: '12345 热线',
  stage,
  unit: { orders: '件' },
  overview: {
    ageing: '在办件已用天数 件',
    usual: (day: string) => `色带为${day}常态`,
    stages: (stages: readonly { readonly key: Stage; readonly count: string }[]) =>
      `在办工单：${stages.map(({ key, count }) => `${stage.short[key]} ${count} 件`).join('，')}`,
  },
  intake: {
    /** Before 8:00, when today has too little to show, the last 24 hours. */
    span: (rolling: boolean) => (rolling ? '近 24 时' : '今日'),
    received: <T>(span: string, count: T) => [`${span}受理 `, count, ' 件'],
    compared: (label: string, change: string) => `较${label} ${change}`,
    chart: (span: string) => `${span}每小时受理件数，与常态区间对照`,
  },
  ageing: {
    label: '在办 按已用天数',
    open: <T>(count: T) => ['在办 ', count, ' 件，按已用天数'],
    p90: <T>(days: T) => ['九成在 ', days, ' 天内'],
    today: '当天',
    overdue: '超期',
    limit: (days: number) => `时限 ${days} 天`,
    chart: { plain: '在办工单按已用天数分布', limited: '在办工单按已用天数分布，末列为超期' },
  },
}
export type Words = typeof words
