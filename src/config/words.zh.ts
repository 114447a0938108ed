/** What is wrong with a link, and with a file as a whole. What a schema refuses is said beside the schema. */
export const words = {
  oneOf: (values: readonly string[]) => `可选：${values.join('、')}`,
  day: '不是有效日期',
  time: '时间须为 HH:mm',
  profile: '只允许小写字母、数字和连字符，1–32 个',
  find: '不超过 40 字',
  open: '没有这样的内容',
  noValue: '不带值',
  speed: '须为 1–600 的数字',
  several: (values: readonly string[]) =>
    `给出了 ${values.length} 个不同的值：${values.map((value) => `「${value}」`).join('')}`,
  wrong: (value: string, message: string) => `「${value}」无效，${message}`,
  unknown: '没有这个参数',
  parameter: (part: string) => `网址参数 ${part}`,
  /** In place of the name of a field. */
  wholeFile: '(整个文件)',
  all: (problems: readonly string[]) => problems.join('；'),
}
export type Words = typeof words
