/** Numbers, spans of time and the like as every screen writes them. */
export const words = {
  /** In front of a unit when a count is given in 10 000s or 100 000 000s. */
  scale: { e4: '万', e8: '亿' },
  weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as readonly string[],
  span: {
    none: '不足 1 分',
    minutes: (minutes: number) => `${minutes} 分`,
    /** What is 0 of the smaller unit is not written. */
    hours: (hours: number, minutes: number) => `${hours} 时${minutes === 0 ? '' : ` ${minutes} 分`}`,
    days: (days: number, hours: number) => `${days} 天${hours === 0 ? '' : ` ${hours} 时`}`,
  },
  due: { left: (span: string) => `剩 ${span}`, over: (span: string) => `已超 ${span}` },
  lost: (file: string) => `${file} 没有取到`,
}
export type Words = typeof words
