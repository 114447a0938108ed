/** Everything the panel of the deadlines says. */
export const words = {
  title: '处置时限',
  hour: (hour: number) => `${hour} 时`,
  note: '标记位于时限处；左端为今日之前已到期，右端为明日及以后',
}
export type Words = typeof words
