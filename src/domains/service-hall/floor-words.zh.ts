/** What the picture of one hall says: who came for what, and where they are. */
export const words = {
  title: '大厅人流',
  label: (hall: string | undefined) => `${hall === undefined ? '' : `${hall} `}来办什么，办到哪里`,
  note: '条宽为人数',
  about: (strands: readonly string[]) => `取号按业务与办理情况：${strands.join('，')}`,
  strand: (label: string, count: string) => `${label} ${count}`,
  came: '取号 张',
  minutes: (minutes: string) => `${minutes} 分`,
  where: { served: '办结', serving: '办理中', waiting: '等候', noShows: '过号' },
  people: (count: string) => `${count} 人`,
  longest: (minutes: number) => `最长 ${minutes} 分`,
  window: (no: number) => `${no} 窗`,
  use: (percent: string) => `利用 ${percent}`,
}
export type Words = typeof words
