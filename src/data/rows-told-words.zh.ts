const list = (names: readonly string[]) => names.join('、')

/** What rows showed to whoever connects their source. */
export const words = {
  row: (number: number) => `第 ${number} 行`,
  bad: (row: string, why: string, raw: string | undefined, mapped: string | undefined) =>
    `${row} ${why}${raw === undefined ? '' : `；收到 ${raw}`}${mapped === undefined ? '' : `；映射为 ${mapped}`}`,
  codes: (kind: string, field: string, codes: readonly string[]) =>
    `${kind} 未知代码 ${field}：${list(codes)}`,
  code: (code: string, rows: number) => `“${code}” ${rows} 行`,
  gone: (kind: string, column: string | undefined, way: string, now: string | undefined) =>
    `${kind} 各行都没有字段 ${way}${column === undefined ? '' : `（${column}）`}${now === undefined ? '' : `，可能已改名为 ${now}`}`,
  spare: (kind: string, ways: readonly string[], total: number) =>
    `${kind} 映射没有用到的字段：${list(ways)}${total > ways.length ? ` 等 ${total} 个` : ''}`,
}
export type Words = typeof words
