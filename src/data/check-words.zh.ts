const list = (names: readonly string[]) => names.join('、')

/** What a check of one source says, in the diagnostics view and on the command line. */
export const words = {
  noDataset: (id: string) => `程序中没有数据集 ${id}`,
  unknownParts: (parts: readonly string[]) => `契约中没有的部分，已略去：${list(parts)}`,
  absent: (names: readonly string[]) => `映射用到而返回中没有的字段：${list(names)}`,
  stale: (at: string) => `数据已过期（${at}）`,
  future: (span: string) => `数据时间晚于现在 ${span}`,
  empty: '没有运行数据（operation 为空）',
  simulated: '来源自称模拟（source.simulated）',
  cached: 'X-Cache: STALE，上游已不应答，这是缓存里的旧数据',
  noEtag: '没有 ETag，未变化也要重新解析',
  skew: (span: string, server: string) => `本机时钟与服务器相差 ${span}（服务器 ${server}）`,
  age: (span: string) => `数据 ${span}前`,
}
export type Words = typeof words
