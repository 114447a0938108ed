export const words = {
  notify: '通知',
}

export type Words = typeof words
