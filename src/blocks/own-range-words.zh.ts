/** The marks of rows that are set against their own usual range, the same in every list. */
export const words = {
  legend: { either: '▬ 自身常态　○ 偏离', above: '▬ 自身常态　○ 高于常态' },
}
export type Words = typeof words
