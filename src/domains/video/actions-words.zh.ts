export const words = {
  repair: '派修',
  call: '连线',
}

export type Words = typeof words
