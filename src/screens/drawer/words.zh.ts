/** What stands beside the picture: why something needs a person, the records behind a figure, one record. */
export const words = {
  close: '关闭',
  before: '上一件',
  after: '下一件',
  /** Where what stands here comes from. */
  source: (name: string, simulated: boolean, at: string) =>
    `来源 ${name}${simulated ? '（演示，模拟数据）' : ''} · 数据时间 ${at}`,
  failed: (why: string) => `最近一次读取失败：${why}`,
  place: (at: number, all: string) => `${at} / ${all}`,
  back: '返回清单',
  waiting: '正在读取…',
  late: '已超时限',
  left: '剩余时间',
  lasts: '已持续',
  done: '已了结',
  owner: '责任单位',
  contact: (line: string) => `值班电话 ${line}`,
  next: (action: string) => `下一步 ${action}`,
  due: (at: string) => `${at} 到期`,
  study: {
    title: '研判',
    of: (domain: string) => `${domain}研判`,
    none: (domain: string) => `${domain}没有可供研判的长期记录`,
    rows: { label: '研判所选', definition: '研判所选时段与条件的记录，逐条列出；件数与研判一致' },
  },
  why: {
    crumb: '需要处置',
    title: '为什么在此',
    gone: '这一件已不在清单上：已转为正常，或来源不再给出。',
    judged: (is: keyof typeof limit, observed: string, value: string) => limit[is](observed, value),
    past: (span: string) => `已过时限 ${span}`,
    found: (times: string) => `按规则查到 ${times} 条`,
    whose: (rule: string) => `规则 ${rule}`,
    source: '由来源提出，本屏照录；判定依据见来源系统',
    provenance: (basis: string, source: string) => `限值出处：${basis}，${source}`,
    clears: (how: string) => `怎样转为正常：${how}`,
    /** Units of ages. */
    ages: ['时', '天', '日', '工作日'] as readonly string[],
    points: '个百分点',
    less: (distance: string) => `，再减 ${distance}`,
    more: (distance: string) => `，再升 ${distance}`,
    since: (at: string, span: string) => `自 ${at} 起，已 ${span}`,
    seen: (at: string) => `本屏 ${at} 首见，何时开始来源未说明`,
    covers: (count: number) => `同因并入 ${count} 项`,
    town: (name: string) => `全屏只看${name}`,
    also: '同地其他事项',
    near: (name: string, count: string | null, unit: string) =>
      count === null ? `同地${name}` : `同地${name} ${count} ${unit}`,
    metric: (label: string) => `指标 ${label}`,
  },
  rows: {
    and: '、',
    evidence: '依据',
    of: (label: string, count: string, unit: string) => `${label} ${count} ${unit}`,
    more: (count: string) => `全部 ${count} ›`,
    none: '没有记录',
    list: '记录',
    /** A browser lays out no more. */
    cut: (count: string) => `可滚动至第 ${count} 条；其余请筛选、搜索或导出`,
    /** Of more than are named, or of some that are not kept any more. */
    part: (shown: string, all: string) =>
      `列出其中 ${shown} 条，共 ${all} 条：其余来源未逐条给出，或已不在保存期内`,
    unlisted: '这条规则比较的是汇总数，不逐条列出记录',
    unknown: (metric: string) => `指标 ${metric} 没有逐条的记录`,
    unread: (why: string) => `读不到记录：${why}`,
  },
  search: {
    label: '在清单中搜索，每个词都要有；不分简繁、全半角、大小写',
    hint: '搜编号、标题、地点、单位…',
    found: (found: string, all: string, unit: string) => `共 ${all} ${unit}中 ${found} ${unit}`,
  },
  narrow: {
    title: '筛选',
    widen: (label: string) => `取消按${label}筛选`,
    none: '记录中没有这一项',
    more: (count: number) => `另 ${count} 项`,
    unknown: (label: string) => `${label}未登记`,
    amount: (label: string, value: string, unit: string) => `${label} ${value} ${unit}`,
  },
  csv: {
    idle: '导出 CSV',
    busy: '正在导出…',
    failed: '导出失败，再试',
    about: (of: CsvAbout): readonly (readonly [string, string])[] => [
      ['内容', of.title],
      ['范围', of.place],
      ['条数', of.count],
      ['数据时间', of.asOf],
      ['来源', of.simulated ? `${of.source}（模拟数据）` : of.source],
    ],
  },
  record: {
    gone: (key: string) => `没有编号为 ${key} 的记录：已不在保存期内，或来源不再给出`,
    way: '经过',
    facts: '登记内容',
    took: (span: string) => `用 ${span}`,
    limit: (took: string, limit: string) => `${took}（限 ${limit}）`,
    now: '现在',
    due: '到期',
    lasts: (span: string) => `已 ${span}`,
    sinceLast: (span: string) => `距上一步 ${span}`,
    unknown: (fields: readonly string[]) => `来源未登记：${fields.join('、')}`,
  },
}

interface CsvAbout {
  readonly title: string
  readonly place: string
  readonly count: string
  readonly asOf: string
  readonly source: string
  readonly simulated: boolean
}

const limit = {
  above: (observed: string, value: string) => `实测 ${observed}，限 ${value}`,
  below: (observed: string, value: string) => `实测 ${observed}，须不低于 ${value}`,
  'at-least': (observed: string, value: string) => `实测 ${observed}，满 ${value} 即列入`,
  'at-most': (observed: string, value: string) => `实测 ${observed}，须高于 ${value}`,
} as const

export type Words = typeof words
