import {
  codeColumn,
  flagColumn,
  numberColumn,
  placeColumn,
  recordKind,
  textColumn,
  timeColumn,
} from '../../contract/records/kind'
import { COUNTER_STATES, TERMINAL_FAULTS } from './codes'

const hallId = codeColumn(null, {
  most: 40,
  required: true,
  about: '大厅编号，与大厅表一致；没有大厅表时可用名称',
})

/** One hall: where it is and when it is open. Without these, halls go by the numbers that their tickets name, and no place knows them. */
export const hall = recordKind({
  id: 'service-hall.hall',
  version: 1,
  key: 'hall',
  changed: null,
  notBefore: {},
  past: null,
  columns: {
    hall: textColumn(40, { required: true, about: '大厅编号' }),
    name: textColumn(20, { about: '大厅名称' }),
    short: textColumn(8, { about: '大厅简称，用于标注' }),
    town: placeColumn({ about: '所在镇街，{ code, name }' }),
    main: flagColumn({ about: '是否主厅（市、区、县中心）' }),
    opens: numberColumn(0, 24, { about: '工作日开门时刻，单位时，9.5 指 9:30' }),
    closes: numberColumn(0, 24, { about: '工作日停止取号时刻，单位时' }),
    noonFrom: numberColumn(0, 24, { about: '午间值班开始时刻，单位时；中午照常则为空' }),
    noonTo: numberColumn(0, 24, { about: '午间值班结束时刻，单位时' }),
  },
})

/**
 * One ticket of the queue system and the moments of its way 取号 → 叫号 → 办理 → 办结, aside 过号, 重排, 弃号. A moment still to come
 * is unknown. Who waits, for how long, and what was served follow from these.
 */
export const ticket = recordKind({
  id: 'service-hall.ticket',
  version: 1,
  key: 'ticketNo',
  changed: 'updatedAt',
  notBefore: {
    calledAt: 'takenAt',
    startAt: 'takenAt',
    endAt: 'takenAt',
    passedAt: 'takenAt',
    requeuedAt: 'takenAt',
    leftAt: 'takenAt',
  },
  past: 'takenAt',
  columns: {
    ticketNo: textColumn(40, {
      required: true,
      about: '取号流水号；若号码每天各厅重复（如 A012），须加上大厅与日期',
    }),
    hall: hallId,
    line: codeColumn(null, { about: '排队队列名称，如 综合受理' }),
    business: codeColumn(null, { about: '业务类型名称，如 社会保险' }),
    priority: codeColumn(null, { about: '优先类别：普通、预约、特殊群体等' }),
    counter: numberColumn(1, 999, { about: '叫号窗口的编号' }),
    bookedAt: timeColumn({ about: '预约时间；现场取号则为空' }),
    takenAt: timeColumn({ required: true, about: '取号时间' }),
    calledAt: timeColumn({ about: '最近一次叫号时间' }),
    startAt: timeColumn({ about: '开始办理时间；不记录则按叫号时间' }),
    endAt: timeColumn({ about: '办结时间' }),
    passedAt: timeColumn({ about: '最近一次过号时间' }),
    requeuedAt: timeColumn({ about: '过号后最近一次重新排队的时间' }),
    leftAt: timeColumn({ about: '弃号或作废时间' }),
    updatedAt: timeColumn({ about: '来源最近修改该号的时间' }),
  },
})
export type Ticket = typeof ticket

/** One appointment in a hall. What a closed hall is told by besides its last day: who comes when it opens next. */
export const booking = recordKind({
  id: 'service-hall.booking',
  version: 1,
  key: 'bookingNo',
  changed: 'updatedAt',
  notBefore: {},
  past: 'bookedFor',
  columns: {
    bookingNo: textColumn(40, { required: true, about: '预约编号' }),
    hall: hallId,
    bookedFor: timeColumn({ required: true, about: '预约的办理时间；分时段预约则为时段的开始' }),
    cancelledAt: timeColumn({ about: '取消预约的时间；未取消则为空' }),
    updatedAt: timeColumn({ about: '来源最近修改该预约的时间' }),
  },
})

/** One counter today: when its clerk signed on and off. Whether it serves follows from the tickets called to it. */
export const counter = recordKind({
  id: 'service-hall.counter',
  version: 1,
  key: 'counterNo',
  changed: 'updatedAt',
  notBefore: { closedAt: 'openedAt' },
  past: null,
  columns: {
    counterNo: textColumn(40, { required: true, about: '窗口编号，全市唯一' }),
    hall: hallId,
    no: numberColumn(1, 999, { required: true, about: '大厅内的窗口号，与取号记录的窗口一致' }),
    line: codeColumn(null, { about: '服务的队列名称，与取号记录一致' }),
    state: codeColumn(COUNTER_STATES, {
      about: '来源直接给出的状态：serving 办理、idle 空闲、paused 暂停、closed 关闭；有则以它为准',
    }),
    openedAt: timeColumn({ about: '今日上岗（登录）时间' }),
    pausedAt: timeColumn({ about: '当前暂停的开始时间；未暂停则为空' }),
    closedAt: timeColumn({ about: '今日离岗（退出）时间' }),
    awayMinutes: numberColumn(0, 1440, { about: '今日已结束的暂停合计，分钟' }),
    updatedAt: timeColumn({ about: '来源最近修改该窗口的时间' }),
  },
})

/**
 * One review of the 好差评 system and, where it is a bad one, its way 收到 → 核实 → 整改 → 回访 → 闭环. A source that has too many good ones
 * gives their number by hall, level and day in `count`.
 */
export const evaluation = recordKind({
  id: 'service-hall.evaluation',
  version: 1,
  key: 'evaluationNo',
  changed: 'updatedAt',
  notBefore: { closedAt: 'ratedAt', dueAt: 'ratedAt' },
  past: 'closedAt',
  columns: {
    evaluationNo: textColumn(40, { required: true, about: '评价编号' }),
    hall: codeColumn(null, { most: 40, about: '大厅编号，与大厅表一致' }),
    business: codeColumn(null, { about: '业务类型名称' }),
    channel: codeColumn(null, { about: '评价渠道：窗口、电脑端、移动端、自助端、短信等' }),
    level: numberColumn(1, 5, {
      required: true,
      about: '等级：5 非常满意、4 满意、3 基本满意、2 不满意、1 非常不满意',
    }),
    count: numberColumn(0, 1e7, {
      about: '此行代表的评价数，为空即 1；好评可按厅、等级、日合计为一行，时间取当日最后一条',
    }),
    byDefault: flagColumn({ about: '是否系统默认好评；默认好评不计入评价' }),
    ratedAt: timeColumn({ required: true, about: '评价时间' }),
    verifyingAt: timeColumn({ about: '差评：进入核实的时间（核实中或已核实待整改）' }),
    rectifyingAt: timeColumn({ about: '差评：进入整改的时间' }),
    callbackAt: timeColumn({ about: '差评：整改完成、进入回访的时间' }),
    closedAt: timeColumn({ about: '闭环时间；好评无须闭环，填评价时间' }),
    dueAt: timeColumn({ about: '整改时限；缺少时按全市时限的工作日数' }),
    updatedAt: timeColumn({ about: '来源最近修改该评价的时间' }),
  },
})
export type Evaluation = typeof evaluation

/** One self-service terminal and what is wrong with it. */
export const terminal = recordKind({
  id: 'service-hall.terminal',
  version: 1,
  key: 'terminalNo',
  changed: 'updatedAt',
  notBefore: {},
  past: null,
  columns: {
    terminalNo: textColumn(40, { required: true, about: '终端编号' }),
    town: placeColumn({ about: '所在镇街，{ code, name }' }),
    unit: codeColumn(null, { most: 4, about: '计量单位，如 台、处；为空即 台' }),
    fault: codeColumn(TERMINAL_FAULTS, {
      about: '当前故障：offline 离线、paper 缺纸、reader 读卡故障、printer 打印故障；正常则为空',
    }),
    faultAt: timeColumn({ about: '当前故障的开始时间' }),
    updatedAt: timeColumn({ about: '来源最近修改该终端的时间' }),
  },
})

/**
 * What is usual in a hall by weekday and minute of the day: a queue rises and falls within the hour, so hours are too coarse. Without
 * this table no usual range is drawn.
 */
export const pastQueues = recordKind({
  id: 'service-hall.history',
  version: 1,
  key: 'key',
  changed: null,
  notBefore: {},
  past: null,
  columns: {
    key: textColumn(80, { required: true, about: '行的编号，同一大厅、指标、星期、时刻只有一行' }),
    hall: hallId,
    metric: codeColumn(['waiting', 'tickets', 'longest'], {
      required: true,
      about:
        '指标：waiting 该时刻的等候人数；tickets 该时刻起一小时的取号数；longest 该时刻等候最久者已等的分钟',
    }),
    weekday: numberColumn(0, 6, { about: '星期：0 周日 … 6 周六；各日都算则为空' }),
    minute: numberColumn(0, 1439, { required: true, about: '当日第几分钟，540 指 9:00' }),
    middle: numberColumn(0, 1e6, { about: '中位数；没有则用平均值' }),
    low: numberColumn(0, 1e6, { about: '常态下限，如第 10 百分位' }),
    high: numberColumn(0, 1e6, { about: '常态上限，如第 90 百分位' }),
    weeks: numberColumn(1, 520, { about: '由多少周算出' }),
  },
})
