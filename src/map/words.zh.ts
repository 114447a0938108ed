/** What the map's thread says of itself. What is wrong with a map file stands in `geo-words`, which loads when one is. */
export const words = {
  thread: {
    otherReply: '地图线程答非所问',
    notStarted: (reason: string) => `地图线程无法启动：${reason}`,
    failed: (reason: string) => `地图线程出错：${reason}`,
    died: '地图线程出错',
    restarted: '地图线程已重启',
    tooComplex: (corners: number, seconds: number) =>
      `边界过于复杂：${corners} 个顶点，${seconds} 秒没有画完；请简化边界后换上`,
  },
}
export type Words = typeof words
