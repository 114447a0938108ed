export const words = {
  open: '增开窗口',
  call: '连线',
}

export type Words = typeof words
