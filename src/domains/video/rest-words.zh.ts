/** What the card of the hours of rest says of the cameras. A function with `T` gets figures as they are drawn. */
export const words = {
  title: '视频值守',
  patrol: <T>(shift: string, viewed: T, planned: string) => [`平台${shift}轮巡 `, viewed, `/${planned} 路`],
  patrolOf: '本班',
  below: (names: readonly string[]) => [`${names.join('、')}在线率未达标`],
  fine: (sources: number) => [`${sources} 个来源在线率均达标`],
  flow: <T>(dropped: T, restored: T, rolling: boolean) => [
    `${rolling ? '近 24 时' : '今日'}掉线 `,
    dropped,
    ' 路次，恢复 ',
    restored,
  ],
}
export type Words = typeof words
