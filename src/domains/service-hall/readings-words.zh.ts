import { words as hall } from './words.zh'

const place = { hallName: '大厅', town: '镇街' }

/** How tickets, counters, reviews and terminals are read. */
export const words = {
  ticket: {
    name: '号票',
    unit: '张',
    labels: {
      ...place,
      ticketNo: '票号',
      line: '队列',
      business: '业务',
      priority: '优先类别',
      counter: '窗口',
      state: '状态',
      waitedMinutes: '等候',
      bookedAt: '预约',
      takenAt: '取号',
      calledAt: '叫号',
      startAt: '开始办理',
      endAt: '办结',
      passedAt: '过号',
      requeuedAt: '重新排队',
      leftAt: '弃号',
    },
    codes: {
      state: { waiting: '等候', called: '办理中', done: '已办结', passed: '过号', left: '弃号' },
    },
    units: { waitedMinutes: '分', counter: '号' },
  },
  counter: {
    name: '窗口',
    unit: '个',
    labels: {
      ...place,
      no: '窗口号',
      line: '队列',
      state: '状态',
      openedAt: '上岗',
      pausedAt: '暂停',
      closedAt: '离岗',
      awayMinutes: '今日暂停',
    },
    codes: { state: hall.counter },
    units: { no: '号窗', awayMinutes: '分' },
  },
  evaluation: {
    name: '评价',
    unit: '件',
    labels: {
      ...place,
      evaluationNo: '评价编号',
      business: '业务',
      channel: '渠道',
      level: '等级',
      stage: '所处环节',
      ratedAt: '收到',
      verifyingAt: '核实',
      rectifyingAt: '整改',
      callbackAt: '回访',
      closedAt: '闭环',
      due: '整改时限',
    },
    codes: {
      level: { '1': '非常不满意', '2': '不满意', '3': '基本满意', '4': '满意', '5': '非常满意' },
      stage: hall.closure,
    },
    units: {},
  },
  terminal: {
    name: '自助终端',
    unit: '台',
    labels: {
      town: '镇街',
      terminalNo: '终端编号',
      fault: '状态',
      faultAt: '故障开始',
      updatedAt: '来源更新',
    },
    codes: { fault: hall.fault },
    units: {},
  },
}
export type Words = typeof words
