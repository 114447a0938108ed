export const words = {
  open: '增开窗口',
  advance: '推进闭环',
  call: '连线',
}

export type Words = typeof words
