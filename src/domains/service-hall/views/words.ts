import { clockText, isoDate, monthDay, weekdayText } from '../../../lib/calendar'
import { rateText } from '../../../lib/format'
import type { HallOperation } from '../contract'
import type { CLOSURE, TERMINAL_FAULTS } from '../codes'

export const STATE_WORDS = { serving: '办理', idle: '空闲', paused: '暂停', closed: '关闭' } as const

export const CLOSURE_WORDS: Record<(typeof CLOSURE)[number], string> = {
  received: '待核实',
  verified: '待整改',
  rectifying: '整改中',
  callback: '待回访',
}

export const FAULT_WORDS: Record<(typeof TERMINAL_FAULTS)[number], string> = {
  offline: '离线',
  paper: '缺纸',
  reader: '读卡故障',
  printer: '打印故障',
}

/** `明日 09:00`, `11-23 周一 09:00`: when the halls open next. */
export function opensText(opensAt: string, now: number): string {
  const at = Date.parse(opensAt)
  if (isoDate(at) === isoDate(now)) return `今日 ${clockText(at)}`
  return `${monthDay(at)} ${weekdayText(at)} ${clockText(at)}`
}

/** What the hall is doing when it is not simply open; empty when it is, and when the source does not say. */
export function serviceText(service: HallOperation['service'], now: number): string {
  switch (service?.state) {
    case undefined:
    case 'open':
      return ''
    case 'noon':
      return '午间部分窗口'
    case 'closing':
      return '已停止取号，办完为止'
    case 'closed':
      return service?.opensAt === undefined ? '闭厅' : `闭厅 · ${opensText(service.opensAt, now)} 开`
  }
}

/** A rate in running text; nothing to divide by prints as — without a unit. */
export function percentText(value: number | null): string {
  return value === null ? '—' : `${rateText(value)}%`
}

/** A context rate without a target where room is short: whole percents. */
export function wholePercent(value: number | null): string {
  return value === null ? '—' : `${Math.round(value)}%`
}

/** Ages in one unit, where a column has no room for two: minutes below an hour, hours below two days, then days. */
export function ageText(hours: number): string {
  if (hours < 1) return `${Math.round(hours * 60)} 分`
  return hours < 48 ? `${Math.floor(hours)} 时` : `${Math.floor(hours / 24)} 天`
}
