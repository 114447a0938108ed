/** What the map's thread says of itself. What is wrong with a map file stands in `geo-words`, which loads when one is. */
export const words = {
  thread: {
    otherReply: '地图线程答非所问',
    notStarted: (reason: string) => `地图线程无法启动：${reason}`,
    failed: (reason: string) => `地图线程出错：${reason}`,
    died: '地图线程出错',
  },
}
export type Words = typeof words
