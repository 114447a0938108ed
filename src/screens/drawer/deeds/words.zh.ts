/** What can be done about what stands in the drawer, and what became of it. */
export const words = {
  title: '处置',
  /** The button of an action of a demo. */
  labelled: (label: string, demo: boolean) => (demo ? `${label}（演示）` : label),
  reason: '说明（可不填，不写姓名、电话、门牌）',
  personal: '说明中有姓名、电话或门牌，删去后再提交',
  confirm: (label: string) => `确认${label}`,
  cancel: '取消',
  again: '再试',
  wrong: (label: string, why: string) => `${label}未能使用：${why}`,
  state: {
    asking: '待回执',
    pending: '处理中',
    done: '已办',
    refused: '未受理',
    failed: '未成',
  },
  key: (key: string) => `编号 ${key}`,
}

export type Words = typeof words
