type Detail = (value: string, token: string) => string

/** JSONata's codes in our words; codes that are not here keep JSONata's own sentence. */
const codes: Readonly<Record<string, Detail>> = {
  D1009: (value) => `键 ${value} 重复`,
  D1011: () => '递归过深，已中止',
  D1012: (value) => `超过 ${Number(value) / 1000} 秒仍未完成，已中止`,
  D2014: (value) => `序列过长（${value}），已中止`,
  D2015: (value) => `序列过长（${value}），已中止`,
  D3030: (value) => `${value} 不是数`,
  D3138: () => '$single 须恰有一项，得到多项',
  D3139: () => '$single 须恰有一项，一项也没有',
  S0202: (value, token) => `此处须为 ${value}，却是 ${token}`,
  S0203: (value) => `没有写完，缺 ${value}`,
  S0204: (_, token) => `没有 ${token} 这个操作符`,
  S0207: () => '没有写完',
  S0101: () => '引号没有成对',
  S0201: (_, token) => `语法错误：${token}`,
  T0410: (_, token) => `$${token} 的参数类型不对`,
  T0411: (_, token) => `$${token} 的上下文类型不对`,
  T0412: (_, token) => `$${token} 的列表中有类型不对的项（空值请先剔除）`,
  T1003: (value) => `对象的键须为文本，得到 ${value}`,
  T1005: (_, token) => `缺少 $：应为 $${token}`,
  T1006: (_, token) => `没有 $${token} 这个函数`,
  T2001: (_, token) => `${token} 的左边须为数`,
  T2002: (_, token) => `${token} 的右边须为数`,
  T2006: () => '~> 的右边须为函数',
  T2007: (value) => `排序项的类型不一致（${value}）`,
  T2008: () => '排序项须为数或文本',
  T2009: (_, token) => `${token} 两边的类型不一致`,
  T2010: (_, token) => `${token} 两边须为数或文本`,
}

/** Functions that would make the same answer give another document, or that run text as code. */
const banned: Readonly<Record<string, string>> = {
  eval: '不允许使用 $eval：不执行文本',
  now: '不允许使用 $now：数据时间须来自数据或 $receivedAt',
  millis: '不允许使用 $millis：数据时间须来自数据或 $receivedAt',
  random: '不允许使用 $random：同一份数据须得到同一结果',
  shuffle: '不允许使用 $shuffle：同一份数据须得到同一结果',
}

/** What a mapping did wrong, for whoever wrote it. It loads with the engine that runs mappings. */
export const words = {
  codes,
  banned,
  regex: '不允许使用正则表达式',
  transform: '不允许使用转换操作符 |…|…|',
  rebound: (name: string) => `不允许重新定义 $${name}`,
  finding: (what: string, place: string) => `${what}（${place}）`,
  findings: (all: readonly string[]) => all.join('；'),
  place: (line: number, column: number) => `第 ${line} 行第 ${column} 列`,
  by: (helper: string, message: string) => `$${helper}：${message}`,
  unknown: '未知错误',
  detail: (said: string, notes: readonly string[]) =>
    notes.length === 0 ? said : `${said}（${notes.join('，')}）`,
  noTable: (table: string) => `编码表 ${table} 不存在`,
  noWord: (table: string, code: string) => `编码表 ${table} 中没有“${code}”`,
  secondFunction: '第二个参数须是 function($row) {…}',
  secondName: '第二个参数须是字段名',
  noList: '返回中没有这份列表',
  noField: (row: number, field: string) => `第 ${row} 行没有字段 ${field}`,
  /** Stands in the document, where mappings compare it: the same in every language. */
  unnamed: '未填',
  quoted: (value: string) => `“${value}”`,
  list: '列表',
  object: '对象',
  isNot: (value: string, wanted: string) => `${value}不是${wanted}`,
  number: '数',
  time: '时间',
  share: '比率单位（percent 或 ratio）',
  tooLarge: '结果过大，已中止',
  functions: '结果中有函数，是否漏写了括号',
}
export type Words = typeof words
