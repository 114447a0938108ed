import type { Sample } from './shape/sample'

/** Why a source gave nothing usable. One word list for the badge, the health list and the command line. */
export type FaultKind =
  | 'auth'
  | 'http'
  | 'network'
  | 'timeout'
  | 'type'
  | 'size'
  | 'json'
  | 'map'
  | 'contract'
  | 'not-connected'
  /** Ours: an error that no step of the way to the data accounts for. */
  | 'program'

const WORDS: Record<FaultKind, string> = {
  auth: '无访问权限',
  http: '接口返回错误',
  network: '网络不通',
  timeout: '接口超时',
  type: '返回的不是 JSON',
  size: '数据超过大小上限',
  json: 'JSON 无法解析',
  map: '字段映射出错',
  contract: '数据不符合契约',
  'not-connected': '未接入',
  program: '程序出错',
}

/** A failed read: what went wrong, in which field where one is to blame, and the detail an integrator needs. */
export class DataFault extends Error {
  readonly kind: FaultKind
  /** Dotted path of the first wrong field, for `contract` and `map`. */
  readonly field: string | undefined
  readonly detail: string
  /** Excerpt of the masked answer the fault is about, where somebody asked to see it. */
  readonly sample: Sample | undefined

  constructor(kind: FaultKind, detail: string, field?: string, sample?: Sample) {
    super(`${WORDS[kind]}：${field === undefined ? detail : `${field} ${detail}`}`)
    this.name = 'DataFault'
    this.kind = kind
    this.field = field
    this.detail = detail
    this.sample = sample
  }
}

/**
 * Anything thrown on the way, as a fault with words for the panel. Whoever waits for the network says so where it waits: an error
 * that comes here without a kind is a mistake of the program, and must not send anybody to look for a cable.
 */
export function asFault(error: unknown): DataFault {
  if (error instanceof DataFault) return error
  return new DataFault('program', error instanceof Error ? error.message : String(error))
}
