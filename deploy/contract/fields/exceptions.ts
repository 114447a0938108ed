import { listed, type DomainFields } from '../field'

export const fields: DomainFields = {
  operation: {
    unseen: listed('不限', '此刻看不到的领域（未接入、过期或读取失败）；清单不含它们的事项'),
  },
}
