export const words = {
  remind: '催报',
  call: '连线',
}

export type Words = typeof words
