export const words = {
  repair: '派修',
  call: '连线',
  ptz: '云台控制',
  preset: '调预置位',
}

export type Words = typeof words
