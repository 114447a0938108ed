/** What charts say of their own in axes and under the pointer; the quantities are named by the domains. */
export const words = {
  hour: (hour: number) => `${hour} 时`,
  hours: (from: number, to: number) => `${from}–${to} 时`,
  /** A value that should be there, one that is still to come, one nobody has. */
  missing: '缺',
  ahead: '未到',
  soon: '尚无数据',
  none: '无数据',
  /** Of a step that is not over. */
  running: (pace: string | null, unit: string) =>
    pace === null ? '本时段未完' : `本时段未完，按此速度约 ${pace} ${unit}`,
  usual: (low: string, high: string, unit: string) => `常态 ${low}–${high} ${unit}`,
  ownUsual: (low: string, high: string, unit: string) => `自身常态 ${low}–${high} ${unit}`,
  target: (value: number, unit: string) => `目标 ${value} ${unit}`,
  reference: '参考',
  /** A class without an upper end. */
  from: (value: number, unit: string) => `${value} ${unit}以上`,
}
export type Words = typeof words
