import { words as overview } from './overview-words.zh'

/** Names that a sentence of one line has room for. */
const SOME = 3

/** All of a few, or the first two and how many there are. */
const some = (names: readonly string[], few: string, many: string) =>
  names.length > SOME ? `${names.slice(0, 2).join('、')}等 ${names.length} ${many}` : names.join('、') + few

/** Everything the panels of the hotline say. A function with `T` gets figures as they are drawn and says where they stand. */
export const words = {
  ...overview,
  /** Before 8:00, when today has too little to show. */
  lately: '近 24 时受理 件',
  title: {
    keys: '12345 热线要点',
    stages: '办件环节',
    ageing: '办理时效',
    categories: '诉求类别',
    towns: '镇街对照',
    repeats: '重复投诉',
    dispatch: '智能派单',
    ledgers: '督办与重点交办',
    orders: '工单',
    published: '公布数字',
  },
  keys: {
    /** One sentence of facts. */
    sentence: (clauses: readonly string[]) => `${clauses.join('；')}。`,
    late: (overdue: string | undefined, soon: string | undefined) =>
      [
        ...(overdue === undefined ? [] : [`${overdue} 件超期`]),
        ...(soon === undefined ? [] : [`${soon} 件 24 时到期`]),
      ].join('、'),
    intake: (received: string, open: string | undefined, rolling: boolean) =>
      `${rolling ? '近 24 时' : '今日'}受理 ${received} 件${open === undefined ? '' : `，在办 ${open} 件`}`,
    townsUsual: (towns: number) => (towns > 1 ? '各镇街在自身常态内' : '在自身常态内'),
    townsAbove: (towns: readonly string[]) => `${some(towns, '', '个镇街')}高于自身常态`,
    rising: (categories: readonly string[]) => `${some(categories, '类', '类')}较上周同时偏多`,
    cluster: (town: string, topic: string) => `重复集中在${town}${topic}`,
  },
  stages: {
    label: '环节 · 在库 件',
    stay: '停留中位 / 时限',
    closed: (rolling: boolean) => (rolling ? '近 24 时办结' : '今日办结'),
    compared: (label: string, count: string) => `${label} ${count}`,
    overdue: (count: string) => `超期 ${count}`,
    hours: (hours: string) => `${hours} 时`,
    days: (days: string) => `${days} 天`,
    /** Less than a tenth of one. */
    least: '<0.1 天',
    /** Hours of the offices. */
    working: (hours: string) => `${hours} 工作时`,
    returns: <T>(count: T, rate: string | undefined) => [
      '退单 ',
      count,
      rate === undefined ? '' : `（${rate}%）`,
    ],
    wrong: <T>(count: T) => ['误派 ', count],
    extensions: <T>(count: T) => ['延期 ', count],
    reworks: <T>(count: T) => ['重办 ', count],
  },
  categories: {
    none: '没有按类别的计数',
    label: '今日受理 件',
    lastWeek: '上周同时',
    legend: (compared: string) => `| ${compared}　○ 偏离`,
    complaints: <T>(rate: T, period: string) => ['投诉举报占 ', rate, ` · ${period}`],
    chart: (compared: string | undefined, rolling: boolean) =>
      `${rolling ? '近 24 时' : '今日'}受理按诉求类别${compared === undefined ? '' : `，与${compared}对照`}`,
  },
  towns: {
    label: '今日受理 件',
    chart: (rolling: boolean) => `各镇街${rolling ? '近 24 时' : '今日'}受理与自身常态`,
  },
  repeats: {
    rate: '办结后 30 日内再诉',
    month: <T>(count: T) => ['30 日内再诉 ', count, ' 件'],
    change: (points: string | undefined) => `较前周 ${points === undefined ? '—' : `${points} 个百分点`}`,
    place: (town: string, topic: string) => `${town} · ${topic}`,
    count: <T>(count: T, aside: (text: string) => T) => [count, ' 件 ', aside('/ 30 日')],
  },
  dispatch: {
    split: <T>(span: 'today' | 'lately', all: T, auto: T, manual: T) => [
      span === 'today' ? '今日派单 ' : '近 24 时 ',
      all,
      ' 件：自动 ',
      auto,
      '，人工 ',
      manual,
    ],
    wrong: <T>(count: T) => ['，误派 ', count, ' 件'],
    today: <T>(rate: T) => ['今日精准度 ', rate],
    lately: <T>(rate: T) => ['近 24 时精准度 ', rate],
    days: '每日精准度',
    target: (percent: number) => `| 目标 ≥${percent}%`,
    chart: '自动转派精准度，近 6 日，与目标对照',
  },
  ledgers: {
    supervised: <T>(open: T) => ['督办 ', open, ' 件'],
    supervisedLate: <T>(open: T, overdue: T) => ['督办 ', open, ' 件，其中超期 ', overdue, ' 件'],
    supervisedRule: '受理超 8 天未结',
    /** `tier` where one town is shown: the list still speaks of the whole place. */
    keyItems: <T>(count: T, tier: string | null) => [
      `重点交办${tier === null ? '' : `（全${tier}）`} `,
      count,
      ' 项',
    ],
    keyItemsRule: '监控 3 个月后销账',
    left: (days: number) => `剩 ${days} 天`,
    done: '已销账',
  },
  orders: {
    filters: '筛选',
    filter: { all: '按时限', overdue: '超期', soon: '24 时到期', repeat: '重复' },
    none: '没有这样的工单',
    more: (left: string) => `另 ${left} 件按时限在后`,
    complete: '已全部列出',
  },
}
export type Words = typeof words
