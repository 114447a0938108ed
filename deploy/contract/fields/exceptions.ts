import { counted, listed, type DomainFields } from '../field'

export const fields: DomainFields = {
  operation: {
    unseen: listed('不限', '此刻看不到的领域（未接入、过期或读取失败）；清单不含它们的事项'),
    absent: listed('不限', '其中本市没有或从未接入的领域：不是故障，结论不提'),
    unplaced: counted('件', '仅选定镇街时：地点不详的事项数，不在清单中，也不算作没有'),
  },
}
