/** What the list of towns says, which stands in place of the map in the hand. */
export const words = {
  title: '镇街偏离',
  label: '今日受理 件',
  legend: '常态',
  usual: (low: number, high: number) => `${low}–${high}`,
  none: '各镇街均在自身常态内',
  rest: (towns: number) => `其余 ${towns} 个在自身常态内`,
  unknown: (towns: number) => `${towns} 个镇街无热线数据`,
}
export type Words = typeof words
