/** What is wrong with the requests of a source that has several: in few sites, so not among what every page of records brings. */
export const words = {
  noList: '此处须为列表',
  noTime: '此处须为时间',
  most: (rows: number) => `超过 ${rows} 行`,
  noneHas: '没有一行有这个字段',
  nameTaken: '行里已有同名的字段，请为这个请求换一个名称',
  answerHas: '返回中已有同名的字段，请为这个请求换一个名称',
  keyTwice: (key: string) => `一份返回里 ${key} 有几行且内容不同；确有几行时写 many`,
  noneJoined: (keys: string) => `没有一行对得上（${keys}）`,
}
export type Words = typeof words
