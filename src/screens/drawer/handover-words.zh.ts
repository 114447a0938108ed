import type { HandoverKind } from '../../panel/alarms/handover'

const kind: Record<HandoverKind, string> = {
  open: '仍在处置',
  shelved: '搁置中',
  opened: '本班出现',
  closed: '本班恢复',
  source: '数据源异常',
  unusual: '与常态不同',
}

const none: Record<HandoverKind, string> = {
  open: '没有',
  shelved: '没有',
  opened: '没有',
  closed: '没有记录到',
  source: '已接入的都按时到达',
  unusual: '都在常态之内，或来源未给出常态',
}

/** The hand-over of a shift: sentences over facts, and nothing that was not recorded. */
export const words = {
  title: '交接班',
  shift: (name: string, from: string, to: string, chief: string) => `${name} ${from}–${to} · ${chief}`,
  unnamed: '最近 12 小时（没有排班表）',
  from: (at: string) => `本机自 ${at} 起记录，在此之前恢复的不在内`,
  kind,
  none,
  count: (count: number) => `${count} 件`,
  left: (left: number) => `另 ${left} 件未列出，见值守台清单`,
  open: (what: string, owner: string, due: string, noticed: boolean) =>
    `${what}，${owner}，${due}，${noticed ? '已确认' : '未确认'}`,
  since: (at: string, what: string) => `${at} ${what}`,
  closed: (at: string, what: string, noticed: boolean) =>
    `${at} ${what}${noticed ? '' : '（恢复前无人确认）'}`,
  shelved: (what: string, until: string, reason: string) => `${what}，至 ${until}，${reason}`,
  source: (name: string, state: string) => `${name}：${state}`,
  unusual: (name: string, steps: number, at: string, value: string, low: string, high: string) =>
    `${name} ${steps} 个时段超出常态，最远 ${at} 起 ${value}（常态 ${low}–${high}）`,
  notes: '备注',
  notesAbout: (shared: boolean) => `${shared ? '各席位共用' : '只存在本机'}；手机号、证件号在保存时打码`,
  giver: '交班人',
  taker: '接班人',
  sign: '签名',
  signed: (name: string, at: string) => `${name} ${at} 签`,
  unsign: '改签',
  print: '打印',
  lost: '本机不能保存：刷新后备注与签名不再保留',
}
export type Words = typeof words
