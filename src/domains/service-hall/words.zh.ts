import { withUnit } from '../../lib/format-more'
import { words as overview } from './overview-words.zh'
import type { CLOSURE, COUNTER_STATES, LEVELS, TERMINAL_FAULTS } from './codes'

type CounterState = (typeof COUNTER_STATES)[number]
type Level = (typeof LEVELS)[number]
type Closure = (typeof CLOSURE)[number]
type TerminalFault = (typeof TERMINAL_FAULTS)[number]

const counter: Record<CounterState, string> = {
  serving: '办理',
  idle: '空闲',
  paused: '暂停',
  closed: '关闭',
}

const closure: Record<Closure, string> = {
  received: '待核实',
  verified: '待整改',
  rectifying: '整改中',
  callback: '待回访',
}

const fault: Record<TerminalFault, string> = {
  offline: '离线',
  paper: '缺纸',
  reader: '读卡故障',
  printer: '打印故障',
}

const level: Record<Level, string> = {
  非常满意: '非常满意',
  满意: '满意',
  基本满意: '基本满意',
  不满意: '不满意',
  非常不满意: '非常不满意',
}

/** The name of the hall stands before what is said of it; a source that speaks of all halls together names none. */
const of = (hall: string | undefined) => (hall === undefined ? '' : `${hall} `)

const against = {
  above: (day: string) => `，高于${day}常态`,
  below: (day: string) => `，低于${day}常态`,
  within: () => '，在常态内',
}

/** Everything the panels of the halls say. A function with `T` gets figures as they are drawn and says where they stand. */
export const words = {
  ...overview,
  title: {
    keys: '政务大厅要点',
    throughput: '取号与办结',
    waits: '等候时长',
    counters: '窗口',
    business: '业务构成',
    list: '各厅对照',
    evaluation: '好差评',
    terminals: '自助终端',
    published: '公布数字',
  },
  counter,
  closure,
  fault,
  level,
  target: { most: (n: number) => `目标 ≤${n}`, least: (n: number) => `目标 ≥${n}` },
  limit: (n: number) => `限 ${n}`,
  /** What a chart of the last workday shows, in words. */
  lastChart: (name: string, what: string) => `${name} ${what}`,
  shut: {
    more: (left: number) => `另 ${left} 个队列`,
    counters: (total: number) => `${total} 窗`,
    halls: (halls: number) => `${halls} 厅已闭`,
    tickets: '取号',
    served: '办结',
    meanWait: '平均等候',
    row: (name: string, day: string, tickets: number, served: number) =>
      `${name}：${day} 取号 ${tickets} 张，办结 ${served} 人次`,
  },
  keys: {
    /** One sentence of facts. */
    sentence: (clauses: readonly string[]) => `${clauses.join('；')}。`,
    of: (total: number) => `共 ${total}`,
    terminals: (online: number, total: number) => `自助终端在线 ${online}/${total}`,
    waiting: (hall: string | undefined, count: number | null) => `${hall ?? ''}等候 ${count ?? '—'} 人`,
    judged: (waiting: string, level: keyof typeof against, day: string) => `${waiting}${against[level](day)}`,
    outside: (waiting: string) => `本地无厅接入叫号，${waiting}`,
    longest: (line: string, n: number) => `${line}最长 ${n} 分`,
    allHalls: (halls: number, count: number | null) => `${halls} 厅共 ${count ?? '—'} 人`,
    overdue: (count: number | null) => `超期 ${count ?? '—'} 件`,
    open: (count: number | null) => `未闭环 ${count ?? '—'} 件`,
  },
  throughput: {
    usual: (day: string) => `${day}常态中位`,
    legend: (usual: string) => `— ${usual}`,
    issued: <T>(hall: string | undefined, figure: T) => [`${of(hall)}取号 `, figure, ' 张'],
    issuedChart: (usual: string | undefined) =>
      usual === undefined ? '今日每小时取号' : `今日每小时取号，与${usual}对照`,
    served: <T>(figure: T) => ['累计办结 ', figure, ' 人次'],
    change: (label: string, change: string) => `较${label} ${change}`,
    lines: { issued: '取号', served: '办结' },
    totalsChart: '今日累计取号与累计办结',
  },
  waits: {
    p90: '九成以内',
    p90Of: <T>(figure: T) => ['九成 ', figure, ' 分内'],
    called: <T>(hall: string | undefined, figure: T) => [`${of(hall)}叫号 `, figure, ' 人'],
    chart: '今日等候时长分布，虚线为目标与上限',
    over: <T>(limit: number | undefined, figure: T) => [`其中超 ${limit ?? '—'} 分 `, figure, ' 人'],
    noShows: <T>(figure: T, rate: string | undefined) => [
      '过号 ',
      figure,
      rate === undefined ? ' 人' : ` 人，占 ${rate}`,
    ],
  },
  counters: {
    of: (total: number) => `/${total} 个`,
    now: '此刻',
    shut: <T>(paused: T, closed: T) => ['停 ', paused, '，关 ', closed],
    open: <T>(hall: string | undefined, figure: T, total: number) => [
      `${of(hall)}开放 `,
      figure,
      `/${total}`,
    ],
    openAndUsed: <T>(hall: string | undefined, figure: T, total: number, use: T) => [
      `${of(hall)}开放 `,
      figure,
      `/${total} · 利用 `,
      use,
    ],
    use: (percent: string) => `利用 ${percent}`,
    key: ['实底办理', '暗框空闲', '亮框暂停', '虚框关闭'],
    /** A counter in words, as far as the source knows it. */
    cell: (
      no: number,
      line: string,
      state: CounterState,
      service: { readonly business: string; readonly minutes: number } | null,
      use: number | null,
    ) =>
      [
        `${no} 号窗口 ${line} ${counter[state]}`,
        ...(service === null ? [] : [`${service.business} 已 ${service.minutes} 分`]),
        ...(use === null ? [] : [`利用率 ${use}%`]),
      ].join('，'),
  },
  business: {
    none: '没有按事项的计数',
    lastWeek: '上周同时',
    legend: (tick: string) => `| ${tick}`,
    label: (hall: string | undefined, timed: boolean) => `${of(hall)}取号${timed ? '与平均办理' : ''}`,
    print: (tickets: string, minutes: string) => `${tickets} 张 ${minutes} 分`,
    chart: (tick: string | undefined, timed: boolean) =>
      `今日取号按业务${tick === undefined ? '' : `，与${tick}对照`}${timed ? '，并列平均办理分钟' : ''}`,
  },
  list: {
    halls: (halls: number) => `${halls} 厅`,
    waiting: <T>(halls: number, figure: T) => [`${halls} 厅等候 `, figure, ' 人'],
    columns: {
      waiting: '等候',
      longest: (limit: number | undefined) => (limit === undefined ? '最长' : `最长 限 ${limit}`),
      open: '开放',
    },
    more: (left: number) => `另 ${left} 厅`,
    /** A hall in words, as far as the source knows it. */
    row: (
      name: string,
      waiting: number,
      usual: { readonly low: number; readonly high: number } | undefined,
      counters: { readonly open: number; readonly total: number | undefined } | undefined,
    ) =>
      [
        `${name}：等候 ${waiting} 人`,
        ...(usual ? [`常态 ${usual.low}–${usual.high}`] : []),
        ...(counters ? [`窗口 ${counters.open}/${counters.total ?? '—'}`] : []),
      ].join('，'),
  },
  evaluation: {
    badMonth: '差评 近 30 日',
    today: (rolling: boolean) => (rolling ? '近 24 时' : '今日'),
    good: <T>(figure: T) => ['好评率 ', figure],
    rated: (count: string) => `评价 ${withUnit(count, '条')}`,
    open: <T>(figure: T) => ['未闭环 ', figure, ' 件'],
    openAndClosed: <T>(figure: T, closed: number, all: number | null) => [
      '未闭环 ',
      figure,
      ` 件 · 已闭环 ${closed}/${all ?? '—'}`,
    ],
    overdue: <T>(workdays: number | undefined, figure: T) => [
      workdays === undefined ? '超期 ' : `超 ${workdays} 工作日 `,
      figure,
    ],
    oldest: (age: string) => `已 ${age}`,
  },
  terminals: {
    online: <T>(label: string, figure: T, total: number, unit: string) => [
      `${label} `,
      figure,
      `/${total} ${unit}`,
    ],
    allOnline: '全部在线',
    more: (left: number) => `另 ${left} 个镇街有故障`,
    fault: (kind: TerminalFault, count: number) => `${fault[kind]} ${count}`,
    unpublished: '终端数量未公布',
    nearby: '不以 0 或演示数据代替；就近服务公布数字：',
  },
}
export type Words = typeof words
