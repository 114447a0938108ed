/** What the panels of the hours of rest say: hand-over, and what was and will be around now. */
export const words = {
  title: { handover: '交接清单', river: '过去与接下来' },
  kind: {
    overdue: '已超时',
    due: '将到期',
    raised: '新增',
    intake: '受理',
    sources: '来源',
    flow: '掉线',
  },
  /** Since when: the begin of the shift, or twelve hours where there is no roster. */
  since: (shift: string | null) => (shift === null ? '近 12 时' : `${shift}以来`),
  /** `first` is the title of the earliest. */
  due: (count: number, clock: string, first: string) =>
    count === 1 ? `${clock} ${first}` : `${count} 件，最早 ${clock} ${first}`,
  noDue: (clock: string) => `${clock} 前无到期`,
  overdue: (count: number, first: string) => (count === 1 ? first : `${first}等 ${count} 件`),
  noOverdue: '无超时事项',
  raised: (since: string, count: number, first: string) => `${since} ${count} 件，${first}`,
  noRaised: (since: string) => `${since}无新增`,
  intake: (since: string, name: string, count: string) => `${since}${name} ${count} 件`,
  broken: (names: readonly string[]) => `${names.join('、')}未更新`,
  whole: (count: number) => `${count} 个来源均在更新`,
  flow: (name: string, dropped: string, restored: string, rolling: boolean) =>
    `${rolling ? '近 24 时' : '0 时起'}${name} ${dropped} 路次，恢复 ${restored}`,
  state: { open: '未办', known: '已列', look: '须查', fine: '正常', told: '' },
  at: (clock: string, what: string) => `${clock} ${what}`,
  later: (day: string, clock: string, what: string) => `${day} ${clock} ${what}`,
  /** What begins, by the part of the document that says when. */
  coming: { service: '开厅', patrol: '轮巡换班', batch: '到批次' },
  arrived: '批次已到',
  river: {
    about: (from: string, to: string) => `${from} 至 ${to} 的每小时件数、各域未结事项、到期与将开始的事`,
    hourly: (
      name: string,
      counted: 'orders' | 'calls' | 'tickets',
      has: Readonly<Record<'shift' | 'usual' | 'booked' | 'squeezed', boolean>>,
    ) => [
      `${name}每小时${{ orders: '件数', calls: '调用', tickets: '取号' }[counted]}`,
      ...(has.shift ? ['亮柱为本班'] : []),
      ...(has.usual ? ['浅色为常态'] : []),
      ...(has.booked ? ['空心柱为预约'] : []),
      ...(has.squeezed ? ['无人时段压窄'] : []),
    ],
    noHours: '此前无逐时记录',
    open: '色条为未结事项',
    /** Parts of a line of the legend. */
    legend: (parts: readonly string[]) => parts.join('，'),
    hollow: '空心为到点会发生',
    now: (clock: string) => `现在 ${clock}`,
    hourOf: (date: string, hour: number) => `${date} ${hour} 时`,
    midnight: (date: string) => `0 时 ${date}`,
    due: (count: number) => `${count} 件到期`,
    /** What falls due at one moment. */
    dueAt: (titles: readonly string[]) =>
      `${titles[0] ?? ''}${titles.length > 1 ? `等 ${titles.length} 件` : ''}到期`,
    later: '之后一周',
    nothing: '一周内无到期事项',
    none: '无未结事项',
    unseen: '情况不明',
    more: (count: number) => `另 ${count}`,
    all: (domain: string, count: number) => `${domain}需要处置 ${count} 件，全部列出`,
  },
}
export type Words = typeof words
