import { words as fault } from '../data/fault-words.zh'
import type { PanelState } from './panel-state'

/** 未建设 and the like, as they stand in a list, a chip or a ledger. */
const state: Record<PanelState, string> = {
  loading: '读取中',
  live: '实时',
  late: '延迟',
  stale: '过期',
  demo: '演示',
  empty: '无数据',
  failed: '失败',
  'not-built': '未建设',
  'not-connected': fault.kind['not-connected'],
  'no-permission': '无权限',
}

/** Published statements that cannot all be true. */
const clash = '口径待核'

/** Everything the host of a panel says. */
export const words = {
  state,
  why: (what: string) => `${what}：为什么在此`,
  /** In place of a town: of what concerns the whole city, and where nobody knows the place. */
  place: { whole: (tier: string) => `全${tier}`, unknown: '地点不详' },
  /** What stands in a panel that has nothing to draw. */
  notice: {
    title: {
      loading: '正在读取',
      'not-built': state['not-built'],
      'not-connected': state['not-connected'],
      'no-permission': '当前岗位不可见',
      failed: '读取失败，尚无可用数据',
      empty: '本时段返回 0 条',
    } as Partial<Record<PanelState, string>>,
    scoped: (place: string) => `${place}没有这类数据`,
    basis: (source: string) => `依据：${source}`,
    missing: (fields: readonly string[]) => `数据源未提供 ${fields.join('、')}`,
    emptyHere: '来源连接正常，只是所选镇街没有记录；点页眉地名可返回',
    empty: '来源连接正常，所选时段没有记录',
  },
  chip: {
    /** A state, and when or for how long. */
    since: (of: PanelState, word: string) => `${state[of]} ${word}`,
    at: (time: string) => `${time}，`,
    ago: (age: string) => `${age}前`,
    quality: (percent: number) => `数据质量 ${percent}%`,
    daily: (day: string) => `${day} 日更`,
    failed: (times: number) => `${state.failed} ${times} 次`,
    late: (at: string, age: string) => `${at} 晚 ${age}`,
  },
  clash,
  clashOf: (title: string) => `${clash} · ${title}`,
  about: (title: string) => `${title}：口径、来源与阈值`,
  retry: '重试',
  map: (file: string) => `地图 ${file}`,
  published: 'published（公布数字）',
  publishedIn: (year: string, kind: string) => `${year}${kind}公布数字`,
  halfYear: '上半年',
  floodSeason: '汛期',
  annual: '年报',
  broken: { title: (panel: string) => `${panel}：本面板出错，其他面板不受影响`, again: '将自动重试' },
  region: {
    whole: (tier: string) => [`全${tier}`, '数据'] as const,
    other: (code: string) => [`数据范围 ${code}`, ''] as const,
  },
  unknownMetric: { label: '未定义', definition: '指标字典中没有这一项' },
  /** Of a document that is put together here. */
  derived: {
    name: '各专题汇总',
    owner: '本系统',
    blind: (names: readonly string[]) => `所依据的数据均未读到（${names.join('、')}）`,
  },
}
export type Words = typeof words
