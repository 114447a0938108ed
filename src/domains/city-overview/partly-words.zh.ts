/** Everything that is said of a city that has not every domain. */
export const words = {
  title: { connected: '接入', reform: '改革与成效', plans: '计划与其他公布数字' },
  connected: {
    of: ' 域已接入',
    /** How often a connected source renews its data. */
    every: (cadence: string) => `每 ${cadence} 更新`,
    published: (count: number) => `公布数字 ${count} 项`,
    and: '，',
    basis: (titles: readonly string[]) => `依据 ${titles.map((title) => `《${title}》`).join('')}`,
    /** Of a reason that has no room its first clause says what is missing. */
    clause: (reason: string) => /^[^，；。]+/.exec(reason)?.[0] ?? reason,
    /** Beside a name there is room for what was not published or built, without the year of the file. */
    gist: (reason: string) => {
      const clauses = reason.split(/[，；。]/)
      const telling = clauses.find((clause) => /未公布|没有公布|尚未/.test(clause)) ?? clauses[0] ?? reason
      return telling.replace(/^.*?(?:未公布|没有公布)/, '未公布')
    },
  },
  reform: {
    /** As print calls the time of the earlier figure: 改革前, 扩容前, 压缩前, 之前. */
    before: (label: string) => /([^（(，,]*前)[）)]/.exec(label)?.[1] ?? '此前',
    /** What is said of a figure behind its name stands in brackets in print. */
    name: (label: string) => label.replace(/[（(].*/, ''),
    chart: (rows: readonly string[]) => `改革前后：${rows.join('；')}`,
    row: (name: string, before: string, after: string) => `${name}由 ${before} 到 ${after}`,
  },
}
export type Words = typeof words
