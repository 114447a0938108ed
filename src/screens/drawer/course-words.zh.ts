/** How the figure went that a rule was broken by. */
export const words = {
  title: '经过与限值',
  /** How many weeks stand behind what is usual; null where nobody says. */
  usual: (weeks: number | null) => `灰带为同时段常态${weeks === null ? '' : `（${weeks} 周）`}`,
  present: (low: string, high: string) => `此刻常态 ${low}–${high}`,
  limit: (value: string) => `限 ${value}`,
  often: (since: string, times: number, span: string) => `自 ${since} 有记录以来超限 ${times} 次，共 ${span}`,
  week: (times: number, span: string) => `近 7 日超限 ${times} 次，共 ${span}`,
  chart: (course: string, present: string | null) => (present === null ? course : `${course}，${present}`),
  course: (label: string, from: string, to: string, low: string, high: string, limit: string) =>
    `${label}，${from} 至 ${to}，最低 ${low}，最高 ${high}，限 ${limit}`,
}
export type Words = typeof words
