import {
  codeColumn,
  flagColumn,
  numberColumn,
  placeColumn,
  recordKind,
  textColumn,
  timeColumn,
} from '../../contract/records/kind'
import { historyOf } from '../../contract/records/history'
import { MODES, OUTCOMES, STANDINGS } from './codes'

/**
 * One work order of the 12345 hotline and the moments of its way 受理 → 派单 → 签收 → 回复 → 回访 → 办结. A moment still to come
 * is unknown. What is due, overdue, repeated or returned follows from these; a source sends no counts. One that keeps only where an order
 * stands now, and not when it came there, says that in `stage`.
 */
export const workOrder = recordKind({
  id: 'hotline.work-order',
  version: 1,
  key: 'orderNo',
  changed: 'updatedAt',
  notBefore: { dueAt: 'acceptedAt', closedAt: 'acceptedAt' },
  past: 'closedAt',
  columns: {
    orderNo: textColumn(40, { required: true, about: '工单编号，按原样' }),
    title: textColumn(40, { about: '标题，不含个人信息' }),
    type: codeColumn(null, { about: '诉求类型：咨询、求助、投诉、举报、建议、表扬等' }),
    category: codeColumn(null, { about: '一级类别名称，如 城市管理' }),
    channel: codeColumn(null, { about: '受理渠道：电话、微信、网站等' }),
    dept: codeColumn(null, { about: '主办单位' }),
    town: placeColumn({ about: '诉求所在镇街，{ code, name }' }),
    mode: codeColumn(MODES, { about: '派单方式：auto 自动、manual 人工、direct 直接答复' }),
    stage: codeColumn(STANDINGS, {
      about:
        '当前环节：dispatch 待派单、sign 待签收、process 办理中、callback 待回访、closed 已办结；给没有各环节时间的来源用，给了以它为准',
    }),
    acceptedAt: timeColumn({ required: true, about: '受理时间' }),
    dispatchedAt: timeColumn({ about: '派单时间' }),
    signedAt: timeColumn({ about: '签收时间' }),
    returnedAt: timeColumn({ about: '最近一次退单时间' }),
    returnReason: textColumn(40, { about: '退单理由' }),
    reassignedAt: timeColumn({ about: '最近一次改派时间；改派后的主办单位即 dept' }),
    reassignedFrom: codeColumn(null, { about: '改派前的主办单位' }),
    repliedAt: timeColumn({ about: '回复时间' }),
    reworkedAt: timeColumn({ about: '最近一次重新办理时间（回访未解决）' }),
    calledBackAt: timeColumn({ about: '回访时间' }),
    closedAt: timeColumn({ about: '办结时间' }),
    extendedAt: timeColumn({ about: '最近一次批准延期的时间' }),
    extendReason: textColumn(40, { about: '延期理由' }),
    supervisedAt: timeColumn({ about: '列入督办的时间' }),
    dueAt: timeColumn({ about: '办理时限；缺少时按受理时间加全市时限' }),
    repeatOf: textColumn(40, { about: '重复诉求所指的前一工单编号' }),
    solved: flagColumn({ about: '回访：是否解决' }),
    satisfaction: numberColumn(1, 5, { about: '回访：满意度 1–5' }),
    updatedAt: timeColumn({ about: '来源最近修改该工单的时间' }),
  },
})
export type WorkOrder = typeof workOrder

/** What is usual, for a hotline that hands out no orders of past weeks: `received` by weekday, hour and town. */
export const pastOrders = historyOf('hotline')

/**
 * One work order of the past year in a few words, for whoever studies a year of them: read when somebody opens the study, and no figure
 * of the wall is counted from it. A source gives whole days only, up to yesterday. Fourteen months of them tell what is usual of a season.
 */
export const yearOrder = recordKind({
  id: 'hotline.year-order',
  version: 1,
  key: 'orderNo',
  changed: null,
  notBefore: {},
  past: 'acceptedAt',
  columns: {
    orderNo: textColumn(40, { required: true, about: '工单编号，按原样' }),
    acceptedAt: timeColumn({ required: true, about: '受理时间' }),
    category: codeColumn(null, { about: '一级类别名称，如 城市管理' }),
    topic: codeColumn(null, { about: '二级类别或主题，如 夜间施工噪声；不含个人信息' }),
    dept: codeColumn(null, { about: '主办单位' }),
    town: placeColumn({ about: '诉求所在镇街，{ code, name }' }),
    outcome: codeColumn(OUTCOMES, {
      about: '办理结果：open 在办、overdue 在办已超期、closed 按时办结、late 超期办结',
    }),
    repeat: flagColumn({ about: '是否重复诉求' }),
  },
})
export type YearOrder = typeof yearOrder
