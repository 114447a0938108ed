import { SLUG } from '../../contract/forms'
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
import { hash32 } from '../../lib/random'
import { DEVICE_TYPES, FAULT_TYPES } from './codes'
import { partsOf } from './summary-gb'

export { DEVICE_TYPES, type DeviceTypeCode } from './codes'

/** The key of a source or plan in figures and exceptions: the same word has the same key in every answer. */
export const keyOf = (word: string) => (SLUG.test(word) ? word : `k${hash32(word).toString(36)}`)

/** Whose a camera is, from these two digits of its number (行业编码) on, as registers name it; null is nobody's yet. */
const SECTORS = [
  [90, '其他主体'],
  [80, '居民自建'],
  [40, '企事业单位'],
  [12, null],
  [11, '教育'],
  [10, '海关'],
  [9, '卫生环保'],
  [8, '城管'],
  [4, '交通'],
  [0, '公安'],
] as const

/** Whose the camera is by its number; null where the standard leaves it open. */
export function sourceOf(id: string): string | null {
  const sector = Number(partsOf(id)?.sector)
  return SECTORS.find(([from]) => sector >= from)?.[1] ?? null
}

/** The number of a recorder or a server is of no lens that is known: its device type is then 其他. */
const typeOf = (id: string) => (['131', '132', undefined].includes(partsOf(id)?.type) ? null : 'other')

/**
 * One channel (通道) of the platform's register. Whether it is online now is said by its own `online`, or, where no channel says so,
 * by the outages that stand. Tens of thousands of rows: a source sends the columns it has and leaves the others away in every row.
 */
export const camera = recordKind({
  id: 'video.camera',
  version: 1,
  key: 'id',
  changed: 'updatedAt',
  notBefore: {},
  past: null,
  told: { source: sourceOf, type: typeOf },
  columns: {
    id: textColumn(40, { required: true, about: '通道编号（GB/T 28181 的 20 位编码），按原样' }),
    name: textColumn(40, { about: '通道名称' }),
    source: codeColumn(null, { about: '来源单位，如 公安；不写则按 20 位编码的行业码（第 9–10 位）' }),
    group: codeColumn(['key', 'sector'], { about: '适用目标：key 重点公共区域、sector 重点行业' }),
    type: codeColumn(DEVICE_TYPES, {
      about:
        '设备类型：ptz 球机、dome 半球、fixed 固定枪机、remote 遥控枪机、remote-dome 遥控半球、panorama 全景、split 分割、other 其他',
    }),
    site: codeColumn(null, { about: '点位类别，如 河道、路口、校门口；轮巡计划可按它选通道' }),
    town: placeColumn({ about: '所在镇街，{ code, name }' }),
    online: flagColumn({ about: '此刻是否在线；有逐次的离线记录时整列不给，由离线记录判断' }),
    seenAt: timeColumn({ about: '最近一次在线（心跳）的时间' }),
    stream: textColumn(400, {
      about:
        '取流地址：本站路径，如 media/zlm/live/34.live.flv；几种取法以空格隔开，先写的先试（…/whep、….flv、….m3u8、….mp4、….jpg）',
    }),
    labelled: flagColumn({ about: '标注是否合格；整列不给时，按编码、来源单位和坐标判断' }),
    lng: numberColumn(-180, 180, { about: '经度，WGS-84' }),
    lat: numberColumn(-90, 90, { about: '纬度，WGS-84' }),
    updatedAt: timeColumn({ about: '来源最近修改该通道的时间' }),
  },
})
export type Camera = typeof camera

/**
 * One channel out of order once: cut off, without a good picture or without a recording, from when to when, and how far its repair is.
 * Channels that failed together carry one `fault`. What has been restored stays in the records: the day is counted from it.
 */
export const outage = recordKind({
  id: 'video.outage',
  version: 1,
  key: 'outageNo',
  changed: 'updatedAt',
  notBefore: { endedAt: 'startedAt' },
  past: 'endedAt',
  columns: {
    outageNo: textColumn(48, { required: true, about: '记录编号，一路一次一条' }),
    camera: textColumn(40, { required: true, about: '通道编号，即通道记录的 id' }),
    fault: textColumn(40, { about: '故障单编号，几路同一处故障时相同；不写则一条一处' }),
    type: codeColumn(FAULT_TYPES, {
      required: true,
      about: '故障类型：断链（离线）、黑屏、遮挡、偏移、存储异常（在线）',
    }),
    place: textColumn(24, { about: '故障地点，如 河道' }),
    source: codeColumn(null, { about: '来源单位；通道记录中有的不必给' }),
    town: placeColumn({ about: '所在镇街，{ code, name }；通道记录中有的不必给' }),
    startedAt: timeColumn({ required: true, about: '开始时间' }),
    dispatchedAt: timeColumn({ about: '派单时间' }),
    acceptedAt: timeColumn({ about: '开始处理的时间' }),
    repairedAt: timeColumn({ about: '修复、待复核的时间' }),
    endedAt: timeColumn({ about: '恢复时间；未恢复则为空' }),
    owner: codeColumn(null, { about: '处置单位' }),
    updatedAt: timeColumn({ about: '来源最近修改该记录的时间' }),
  },
})
export type Outage = typeof outage

/** One 轮巡 plan in the shift it runs in: how many channels it has to view, and how many were viewed so far. */
export const patrol = recordKind({
  id: 'video.patrol',
  version: 1,
  key: 'planNo',
  changed: 'updatedAt',
  notBefore: { endsAt: 'startsAt' },
  past: null,
  columns: {
    planNo: textColumn(40, { required: true, about: '计划编号' }),
    name: textColumn(24, { about: '计划名称，如 河道与泵站' }),
    shift: codeColumn(null, { about: '班次名称，如 夜班' }),
    startsAt: timeColumn({ about: '本班开始' }),
    endsAt: timeColumn({ about: '本班结束' }),
    channels: numberColumn(0, 1e6, { required: true, about: '本班应看的路数' }),
    viewed: numberColumn(0, 1e6, { required: true, about: '本班已看过的路数' }),
    dwellSeconds: numberColumn(0, 3600, { about: '每路停留，秒' }),
    running: flagColumn({ about: '此刻是否正在轮巡' }),
    updatedAt: timeColumn({ about: '来源最近修改该行的时间' }),
  },
})

/** What is usual: `offline` channels by town and hour; `online:水务` the online rate of a source by hour, in percent. */
export const usual = historyOf('video')
