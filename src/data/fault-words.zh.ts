import type { FaultKind } from './fault-kind'

const kind: Record<FaultKind, string> = {
  auth: '无访问权限',
  http: '接口返回错误',
  network: '网络不通',
  timeout: '接口超时',
  type: '返回的不是 JSON',
  size: '数据超过大小上限',
  json: 'JSON 无法解析',
  map: '字段映射出错',
  contract: '数据不符合契约',
  upstream: '上游无应答',
  'not-connected': '未接入',
  program: '程序出错',
}

/** What a failed read is called: on the badge, in the health list and on the command line. */
export const words = {
  kind,
  said: (of: FaultKind, detail: string) => `${kind[of]}：${detail}`,
  notUtf8: '不是 UTF-8 编码',
}
export type Words = typeof words
