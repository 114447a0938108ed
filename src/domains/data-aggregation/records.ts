import { historyOf } from '../../contract/records/history'
import {
  codeColumn,
  flagColumn,
  numberColumn,
  placeColumn,
  recordKind,
  textColumn,
  timeColumn,
} from '../../contract/records/kind'

/** One entry of the catalogue of data resources. Whether it is mounted and renewed in time follows from it. */
export const catalogueEntry = recordKind({
  id: 'data-aggregation.catalogue-entry',
  version: 1,
  key: 'catalogId',
  changed: null,
  notBefore: {},
  past: null,
  columns: {
    catalogId: textColumn(60, { required: true, about: '目录编号，按原样' }),
    title: textColumn(60, { about: '目录名称' }),
    class: codeColumn(null, { about: '目录类别：政务省级、政务个性化、社会数据、经济数据等' }),
    dept: codeColumn(null, { about: '提供单位' }),
    shareType: codeColumn(null, { about: '共享属性：无条件、有条件、不予共享' }),
    cycleDays: numberColumn(0.01, 366, {
      about: '承诺更新周期，天：1 每日、7 每周、30 每月；不定期则为空，不算及时率',
    }),
    mounted: flagColumn({ about: '是否已挂载库表、接口或文件；个别缺少的按未挂载计' }),
    updatedAt: timeColumn({ about: '所挂载资源最近一次更新的时间' }),
  },
})
export type CatalogueEntry = typeof catalogueEntry

/**
 * One delivery of one department: what it brought for one day, and what its store held after it. A delivery that was due and never came
 * is a row too, without `records`: unknown, not 0. A source sends no totals.
 */
export const load = recordKind({
  id: 'data-aggregation.load',
  version: 1,
  key: 'loadId',
  changed: null,
  notBefore: { arrivedAt: 'day' },
  past: 'day',
  columns: {
    loadId: textColumn(60, { required: true, about: '批次编号，按原样' }),
    dept: codeColumn(null, { required: true, about: '供数单位' }),
    deptCode: codeColumn(null, { about: '供数单位的代号' }),
    library: codeColumn(null, { about: '入库的库，如 不动产登记库' }),
    cycleDays: numberColumn(1, 366, { about: '约定入库周期，天：1 每日、7 每周、30 每月' }),
    day: timeColumn({ required: true, about: '批次所含数据的日期，当日 0 时' }),
    arrivedAt: timeColumn({ about: '入库时间；未送达则为空' }),
    records: numberColumn(0, 1e12, { about: '新增记录数；到点未送达则为空，不填 0' }),
    stock: numberColumn(0, 1e13, { about: '入库后该库的记录总数' }),
    classes: numberColumn(0, 1e6, { about: '该库已入库的数据资源类数' }),
    checked: numberColumn(0, 1e12, { about: '该批次校核的记录数' }),
    problems: numberColumn(0, 1e12, { about: '校核出的问题记录数' }),
  },
})
export type Load = typeof load

/**
 * The calls of the shared interfaces by one user within one span of time, as a gateway counts them. The running span is sent as it
 * stands and again when it grew.
 */
export const sharingCall = recordKind({
  id: 'data-aggregation.sharing-call',
  version: 1,
  key: 'callId',
  changed: null,
  notBefore: {},
  past: 'from',
  columns: {
    callId: textColumn(60, { required: true, about: '行的编号，同一使用方的同一时段只有一行' }),
    consumer: codeColumn(null, { about: '使用方；往日不分使用方的则为空' }),
    consumerCode: codeColumn(null, { about: '使用方的代号' }),
    from: timeColumn({ required: true, about: '时段的开始' }),
    minutes: numberColumn(1, 1440, { about: '时段的长度，分钟；缺少按 15' }),
    calls: numberColumn(0, 1e10, { required: true, about: '该时段的调用次数' }),
    failures: numberColumn(0, 1e10, { about: '其中失败的次数' }),
  },
})
export type SharingCall = typeof sharingCall

/** One issue of data quality on its way 提出 → 认领 → 整改 → 复核闭环. A moment still to come is unknown. */
export const dataIssue = recordKind({
  id: 'data-aggregation.data-issue',
  version: 1,
  key: 'issueNo',
  changed: 'updatedAt',
  notBefore: { claimedAt: 'raisedAt', mendedAt: 'raisedAt', closedAt: 'raisedAt' },
  past: 'closedAt',
  columns: {
    issueNo: textColumn(40, { required: true, about: '问题编号，按原样' }),
    title: textColumn(40, { about: '问题，如 主键重复' }),
    rows: numberColumn(0, 1e12, { about: '涉及的记录数' }),
    owner: codeColumn(null, { about: '整改单位' }),
    town: placeColumn({ about: '由镇街整改的，其 { code, name }；由部门整改则为空' }),
    raisedAt: timeColumn({ required: true, about: '提出时间' }),
    claimedAt: timeColumn({ about: '认领时间' }),
    mendedAt: timeColumn({ about: '整改完成、待复核的时间' }),
    closedAt: timeColumn({ about: '复核通过、闭环的时间' }),
    updatedAt: timeColumn({ about: '来源最近修改该问题的时间' }),
  },
})
export type DataIssue = typeof dataIssue

/**
 * What is usual. `calls-15` is the range of the calls in a quarter of an hour (`calls-60`: in an hour, and so on, as long as the spans
 * of the calls are), of every quarter within that hour on that weekday; `success-60` of the success rate of all calls of that hour, in percent.
 */
export const usualCalls = historyOf('data-aggregation')
export type UsualCalls = typeof usualCalls
