/** The sheet with all that needs a person. */
export const words = {
  title: (count: number) => `需要处置 ${count} 件`,
  item: (place: string, what: string) => `${place} ${what}`,
  line: (owner: string, due: string, action: string, since: string) =>
    `责任单位 ${owner} · ${due} · 下一步 ${action} · ${since}`,
  since: (at: string) => `自 ${at}`,
  /** Nothing told when it began. */
  seen: (at: string) => `本屏首见 ${at}`,
}
export type Words = typeof words
