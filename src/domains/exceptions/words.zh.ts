/** What the sentence says of one severity. */
interface Told {
  /** Its name. */
  readonly severity: string
  readonly count: number
  /** Names of the domains it comes from. */
  readonly domains: readonly string[]
}

const told = ({ severity, count, domains }: Told) =>
  `${severity} ${count} 件，${domains.length === 1 ? '在' : '涉及'}${domains.join('、')}`

const unknown = (unseen: readonly string[]) => (unseen.length === 0 ? '' : `${unseen.join('、')}情况不明，`)

/** Everything the panels of the exceptions say. */
export const words = {
  title: { list: '需要处置', deadlines: '处置时限' },
  list: {
    about: '需要处置：口径、来源与阈值',
    unit: '件',
    more: (left: number) => `另 ${left} 件 ›`,
    none: '当前没有需要处置的事项',
    /** In place of a town: of what concerns the whole city, and where nobody knows the place. */
    everywhere: '全域',
    nowhere: '地点不详',
    history: (severity: string, domain: string, day: string, time: string) =>
      `${severity} · ${domain} · 始于 ${day} ${time}`,
  },
  /** One sentence a leader can read aloud. `unseen` are the domains nothing is known of. */
  sentence: {
    blind: '各域均未给出需处置事项，无法判断。',
    calm: (unseen: readonly string[]) =>
      `${unknown(unseen)}${unseen.length === 0 ? '' : '其余'}运行平稳，暂无需要处置的事项。`,
    open: (unseen: readonly string[], parts: readonly Told[]) =>
      `${unknown(unseen)}${parts.map(told).join('；')}。`,
  },
  sheet: {
    title: (count: number) => `需要处置 ${count} 件`,
    item: (place: string, what: string) => `${place} ${what}`,
    line: (owner: string, due: string, action: string) => `责任单位 ${owner} · ${due} · 下一步 ${action}`,
  },
  deadlines: {
    hour: (hour: number) => `${hour} 时`,
    note: '标记位于时限处；左端为今日之前已到期，右端为明日及以后',
  },
}
export type Words = typeof words
