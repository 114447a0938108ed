/** What is wrong with the bytes of an answer, said in the data worker. */
export const words = {
  noCode: (way: string) => `返回中没有业务码 ${way}`,
  said: (message: string) => `：${message}`,
  noData: (way: string | undefined) => `返回中没有 ${way}`,
  json: {
    empty: '内容为空',
    cut: '内容不完整，在中途结束',
    wrong: '格式不对',
    wrongAt: (character: number) => `第 ${character} 个字符处格式不对`,
  },
  items: (count: number) => `共 ${count} 项`,
  notObject: (what: string) => `映射结果须是一个对象，得到${what}`,
  list: '列表',
  nothing: '什么也没有',
  noContract: (resource: string) => `程序中没有 ${resource} 的契约`,
  noRecords: (id: string) => `程序中没有 ${id} 的记录契约`,
  lost: (id: string) => `${id} 的记录须重新读取`,
  unknownCode: (code: string) => `编码表中没有 ${code}`,
  otherTown: (asked: string, found: string) => `问的是镇街 ${asked}，行里却是 ${found}：来源没有按镇街给`,
  unknown: '未知错误',
  wholeDocument: '(整个文档)',
}
export type Words = typeof words
