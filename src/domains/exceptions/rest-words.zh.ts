/** What the panels of the hours of rest say: hand-over, and what was and will be around now. */
export const words = {
  title: { handover: '交接清单', river: '前一日与后半日' },
  shift: (name: string, from: string, to: string, chief: string) => `${name} ${from}–${to} ${chief}`,
  handOver: (span: string) => `距交接 ${span}`,
  /** Without a roster. */
  noShift: '无值班表，按近 12 时',
  kind: {
    overdue: '已超',
    due: '将到期',
    raised: '本班新增',
    intake: '本班受理',
    sources: '来源',
    next: '将开始',
  },
  /** `first` is the title of the earliest. */
  due: (count: number, clock: string, first: string) =>
    count === 1 ? `${clock} ${first}` : `${count} 件，最早 ${clock} ${first}`,
  noDue: (clock: string) => `${clock} 前无到期`,
  overdue: (count: number, first: string) => (count === 1 ? first : `${first}等 ${count} 件`),
  noOverdue: '无超时事项',
  raised: (count: number, first: string) => (count === 1 ? first : `${count} 件，最近 ${first}`),
  noRaised: '接班以来无新增',
  intake: (name: string, count: number) => `${name} ${count} 件`,
  broken: (names: readonly string[]) => `${names.join('、')}未更新`,
  whole: (count: number) => `${count} 个来源均正常`,
  flow: (name: string, dropped: number, restored: number) =>
    `${name}今日掉线 ${dropped}、恢复 ${restored} 路次`,
  state: { open: '未办', known: '已列', look: '须查', fine: '正常' },
  at: (clock: string, what: string) => `${clock} ${what}`,
  /** What begins, by the part of the document that says when. */
  coming: { service: '开厅', patrol: '轮巡换班', batch: '到批次' },
  past: { batch: '批次已到', patrol: (from: string, to: string) => `轮巡 ${from}–${to}` },
  river: {
    about: (from: string, to: string) => `${from} 至 ${to} 的每小时受理、各域未结事项、到期与将开始的事`,
    hourly: (name: string) => `${name}每小时 件`,
    usual: '浅带为常态',
    shift: '亮柱为本班',
    legend: '色条 = 未结 · 空心 = 到点会发生',
    before: '过去 24 时',
    after: '接下来 12 时',
    now: (clock: string) => `现在 ${clock}`,
    midnight: (date: string) => `0 时 ${date}`,
    due: (count: number) => `${count} 件到期`,
    none: '无未结事项',
    unseen: '情况不明',
    more: (count: number) => `另 ${count}`,
  },
  later: (day: string, clock: string, what: string) => `${day} ${clock} ${what}`,
}
export type Words = typeof words
