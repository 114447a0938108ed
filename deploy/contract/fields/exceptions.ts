import { counted, listed, under, type DomainFields, type Fields } from '../field'

const SENT: Fields = {
  deed: 'acknowledged 已确认、shelved 已搁置、unshelved 取消搁置；交接班单上的 noted 备注、gave 交班人签名、took 接班人签名',
  at: '何时，带时区，按大屏的时钟',
  until: '搁置到何时，至多 24 小时；其余为 null',
  reason:
    '搁置的原因，至多 80 字；交接班单的备注全文，至多 600 字，或签名；均不含电话、证件号与门牌；撤回与其余为 null',
}

export const fields: DomainFields = {
  operation: {
    unseen: listed('不限', '此刻看不到的领域（未接入、过期或读取失败）；清单不含它们的事项'),
    absent: listed('不限', '其中本市没有或从未接入的领域：不是故障，结论不提'),
    unplaced: counted('件', '仅选定镇街时：地点不详的事项数，不在清单中，也不算作没有'),
  },
  answers: {
    'exceptions.notices': {
      'rows.[].key': '这一条的编号：办理时的 Idempotency-Key，同一个只计一次',
      'rows.[].exception': '处置事项的 id；交接班单为 handover- 加该班开始的毫秒数',
      ...under('rows.[]', SENT),
      'rows.[].by': '由谁：席位或脱敏的姓名，由会话得知，不由页面给出；不知则为 null',
    },
  },
  sends: { 'exceptions.note': SENT },
}
