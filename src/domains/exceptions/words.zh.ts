/** One thing the sentence says: where (empty of the whole city), what, and of how many it is the first. */
interface Told {
  readonly place: string
  readonly what: string
  readonly count: number
}

/** Of several only the gist of the first; 2 件 of one thing are not counted in 件 again. */
function told({ place, what, count }: Told): string {
  if (count === 1) return `${place}${what}`
  const gist = what.replace(/[，（].*/, '')
  return `${place}${gist}等 ${count} ${gist.endsWith('件') ? '项' : '件'}`
}

const unknown = (unseen: readonly string[]) => (unseen.length === 0 ? '' : `${unseen.join('、')}情况不明`)

/** Everything the panels of the exceptions say. */
export const words = {
  title: { list: '需要处置' },
  list: {
    about: '需要处置：口径、来源与阈值',
    unit: '件',
    more: (left: number) => `另 ${left} 件 ›`,
    aside: (count: number) => `搁置 ${count} 件 ›`,
    /** Somebody has taken notice. */
    noticed: (action: string) => `✓ ${action}`,
    none: '当前没有需要处置的事项',
    noneHere: (unplaced: number) => `这里没有需要处置的事项，另有 ${unplaced} 件地点不详`,
    /** `day` is empty for today. */
    until: (day: string, time: string) => `${day === '' ? '' : `${day} `}${time} 前`,
    history: (severity: string, domain: string, day: string, time: string) =>
      `${severity} · ${domain} · 始于 ${day} ${time}`,
  },
  /** One sentence a leader can read aloud. `unseen` are the domains nothing is known of. */
  sentence: {
    blind: '各域均未给出需处置事项，无法判断。',
    /** `partly`: some domains were never connected. */
    calm: (unseen: readonly string[], partly: boolean) =>
      unseen.length === 0
        ? `${partly ? '已接入的' : ''}各域暂无需要处置的事项。`
        : `${unknown(unseen)}，其余无事项。`,
    aside: (said: string, count: number) => `${said.slice(0, -1)}；另搁置 ${count} 件。`,
    /** `said` ends in a full stop. */
    unplaced: (said: string, count: number) => `${said.slice(0, -1)}；另有地点不详 ${count} 件。`,
    /** `rest` is how many more there are. */
    open: (unseen: readonly string[], parts: readonly Told[], rest: number) =>
      `${[
        ...(unseen.length === 0 ? [] : [unknown(unseen)]),
        ...parts.map(told),
        rest > 0 ? `另 ${rest} 件` : '再无其他',
      ].join('；')}。`,
  },
}
export type Words = typeof words
