/** What the lanes of the deadlines say while nothing is open. */
export const words = {
  today: (count: number, clock: string) =>
    count === 1 ? `今日 ${clock} 一件到期` : `今日 ${count} 件到期，最早 ${clock}`,
  tomorrow: '明日',
  next: (day: string, clock: string) => `今日无到期，下一件 ${day} ${clock}`,
  none: '一周内无到期',
  unseen: '情况不明',
}
export type Words = typeof words
