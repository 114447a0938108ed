/** The strip of the demo clock. */
export const words = {
  title: '演示时钟',
  dayBefore: '前一天',
  dayAfter: '后一天',
  scrub: '演示时刻',
  before: '上一事件',
  after: '下一事件',
  event: (time: string, place: string, what: string) =>
    [time, place, what].filter((each) => each !== '').join(' '),
  speed: (times: number) => `×${times}`,
  real: '跟随真实时刻',
  realShort: '真实',
  hour: (hour: number) => `${hour} 时`,
}
export type Words = typeof words
