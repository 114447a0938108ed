const minutes = (n: number | null) => `${n ?? '—'} 分`

/** What the panel of the overview says of the halls, and what it says with others. A function with `T` gets figures as they are drawn. */
export const words = {
  title: '政务大厅',
  unit: { people: '人', tickets: '张', minutes: '分' },
  minutes,
  /** An age in one unit. */
  age: { minutes, hours: (n: number) => `${n} 时`, days: (n: number) => `${n} 天` },
  waiting: (hall: string | undefined) => `${hall ?? ''}等候`,
  usual: (day: string) => `色带为${day}常态`,
  /** What a hall is doing when it is not simply open. */
  service: {
    noon: '午间部分窗口',
    closing: '已停止取号，办完为止',
    closed: '闭厅',
    closedUntil: (opens: string) => `闭厅 · ${opens} 开`,
    today: (clock: string) => `今日 ${clock}`,
    later: (date: string, day: string, clock: string) => `${date} ${day} ${clock}`,
  },
  /** The last workday stands in for a day on which nobody has come yet. */
  lastTickets: (name: string) => `${name} 取号`,
  lastCurve: (name: string) => `${name} 等候 人`,
  shutCounters: (total: number) => `${total} 窗已闭`,
  overview: {
    curve: '今日等候 人',
    chart: (day: string) => `今日等候人数，与${day}常态区间对照`,
    longest: '最长',
    longestUnit: (limit: number | undefined) => (limit === undefined ? '分' : `分 · 限 ${limit}`),
    mean: <T>(figure: T, target: number | undefined) => [
      '平均 ',
      figure,
      target === undefined ? '' : ` 目标 ≤${target}`,
    ],
    open: <T>(figure: T, total: number) => ['窗口开放 ', figure, `/${total}`],
    terminals: <T>(label: string, figure: T, total: number) => [`${label} `, figure, `/${total}`],
    allHalls: <T>(halls: number, figure: T) => [`${halls} 厅共 `, figure, ' 人等候'],
  },
}
export type Words = typeof words
