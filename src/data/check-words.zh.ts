const list = (names: readonly string[]) => names.join('、')

/** What a check of one source says, in the diagnostics view and on the command line. */
export const words = {
  noDataset: (id: string) => `程序中没有数据集 ${id}`,
  unknownParts: (parts: readonly string[]) => `契约中没有的部分，已略去：${list(parts)}`,
  absent: (names: readonly string[]) => `映射用到而返回中没有的字段：${list(names)}`,
  stale: (at: string) => `数据已过期（${at}）`,
  stalePart: (part: string, at: string) => `${part} 已过期（${at}）`,
  unknownTimes: (parts: readonly string[]) => `parts 写了时间而 operation 中没有的部分：${list(parts)}`,
  future: (span: string) => `数据时间晚于现在 ${span}`,
  empty: '没有运行数据（operation 为空）',
  simulated: '来源自称模拟（source.simulated）',
  missing: (kind: string, field: string, message: string) => `${kind} 缺 ${field}，它所供的未知：${message}`,
  rows: (kind: string, used: string, read: string, dirty: boolean) =>
    `数据质量 ${kind} ${used}/${read} 行${dirty ? '，缺陷行过多' : ''}`,
  rowFault: (kind: string, field: string, message: string, rows: number, first: number) =>
    `${kind} 未计入 ${rows} 行：${field} ${message}（自第 ${first} 行）`,
  clash: (kind: string, part: string, ours?: string, theirs?: string) =>
    `与来源自报的数不一致 ${kind} ${part}：按记录计 ${ours ?? '不出'}，来源自报 ${theirs ?? '未给出'}`,
  sum: (part: string, title: string, ours?: string, theirs?: string) =>
    `合计不符 ${part}：${title}，各项计 ${ours}，总数 ${theirs}，墙上标为口径待核`,
  sameAsCity: (town: string) =>
    `镇街 ${town} 的数据与全域的完全相同：来源没有按镇街给，应从地址中去掉 {region}，或由映射写明 region 或 absence`,
  inTown: (town: string, fault: string) => `镇街 ${town} ${fault}`,
  noEtag: '没有 ETag，未变化也要重新解析',
  skew: (span: string, server: string) => `本机时钟与服务器相差 ${span}（服务器 ${server}）`,
  age: (span: string) => `数据 ${span}前`,
}
export type Words = typeof words
