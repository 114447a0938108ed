/** The list of cities. */
export const words = {
  change: '切换城市',
  faulty: (city: string, fault: string) => `${city}（${fault}）`,
}
export type Words = typeof words
