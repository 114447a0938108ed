/** What is wrong with a page of records, said in the data worker once there are any. */
export const words = {
  noRows: '此处须为记录的列表',
  noColumn: (id: string) => `${id} 没有这一列`,
  cut: (rows: number, total: string) => `只收到 ${rows} 行，来源称共 ${total} 行`,
  noTime: '此处须为时间',
  answerHas: '返回中已有同名的字段，请为这个请求换一个名称',
  tooMany: (most: number) => `超过 ${most} 行`,
  circle: '下一页的游标与本页相同',
  wrongColumn: (message: string, rows: number) => `${message}，${rows} 行都是如此`,
  noneHas: '没有一行有这个字段',
  nameTaken: '行里已有同名的字段，请为这个请求换一个名称',
  keyTwice: (key: string) => `一份返回里 ${key} 有几行且内容不同；确有几行时写 many`,
  noneJoined: (keys: string) => `没有一行对得上（${keys}）`,
}
export type Words = typeof words
