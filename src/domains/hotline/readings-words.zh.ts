import { words as overview } from './overview-words.zh'

/** How a work order is read. */
export const words = {
  order: {
    name: '工单',
    unit: '件',
    labels: {
      orderNo: '工单号',
      type: '诉求类型',
      category: '诉求类别',
      channel: '受理渠道',
      dept: '主办单位',
      town: '镇街',
      mode: '派单方式',
      stage: '所处环节',
      acceptedAt: '受理',
      dispatchedAt: '派单',
      signedAt: '签收',
      returnedAt: '退单',
      returnReason: '退单理由',
      repliedAt: '回复',
      reworkedAt: '重新办理',
      calledBackAt: '回访',
      closedAt: '办结',
      extendedAt: '批准延期',
      supervisedAt: '列入督办',
      due: '办理时限',
      repeatOf: '重复诉求，前一工单',
      solved: '回访是否解决',
      satisfaction: '满意度',
      updatedAt: '来源更新',
    },
    codes: {
      mode: { auto: '自动派单', manual: '人工派单', direct: '直接答复' },
      stage: overview.stage.long,
      solved: { true: '已解决', false: '未解决' },
    },
    units: { satisfaction: '分' },
  },
}
export type Words = typeof words
