/** What is wrong with a question for records. */
export const words = {
  noList: '须为编号的列表',
  noField: (field: string) => `记录没有字段 ${field}`,
}
export type Words = typeof words
