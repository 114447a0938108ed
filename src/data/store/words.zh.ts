/** What is wrong with a page of records, said in the data worker once there are any. */
export const words = {
  noColumns: '此处不是按列给出的表',
  noColumnOf: '不是一列：须为列表，或 { values, at }',
  uneven: (length: number, first: number) => `此列 ${length} 格，第一列 ${first} 格`,
  noRows: '此处须为记录的列表',
  noColumn: (id: string) => `${id} 没有这一列`,
  cut: (rows: number, total: string) => `只收到 ${rows} 行，来源称共 ${total} 行`,
  tooMany: (most: number) => `超过 ${most} 行`,
  circle: '下一页的游标与本页相同',
  wrongColumn: (message: string, rows: number) => `${message}，${rows} 行都是如此`,
}
export type Words = typeof words
