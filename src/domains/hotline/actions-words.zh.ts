export const words = {
  dispatch: '派单',
  supervise: '督办',
  call: '连线',
}

export type Words = typeof words
