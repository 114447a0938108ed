/** What the card of the hours of rest says of the hotline. A function with `T` gets figures as they are drawn. */
export const words = {
  title: '热线昨日',
  open: <T>(open: T, overdue: T) => ['在办 ', open, ' 件，超期 ', overdue, ' 件'],
  soon: <T>(soon: T) => ['24 时内到期 ', soon, ' 件'],
}
export type Words = typeof words
