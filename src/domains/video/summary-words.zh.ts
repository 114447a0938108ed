import type { DeviceTypeCode } from './records'

const type: Record<DeviceTypeCode, string> = {
  ptz: '球机',
  dome: '半球',
  fixed: '固定枪机',
  remote: '遥控枪机',
  'remote-dome': '遥控半球',
  panorama: '全景',
  split: '分割',
  other: '其他',
}

/** What the figures of the cameras cover, as its documents say it. */
export const words = {
  type,
  channels: '路',
  times: '路次',
  channelHours: '路时',
  now: '此刻',
  today: '今日 0 时至今',
  yesterday: '昨',
  yesterdaySame: '昨同时',
  last24: '近 24 小时',
  dayBefore: '前 24 时',
  lastDay: '昨日',
  inspected: (today: boolean) => (today ? '今晨 6 时巡检' : '昨晨 6 时巡检'),
  noSource: '来源不详',
  moreSources: (n: number) => `另 ${n} 个来源`,
  noPlace: '地点不详',
  /** What is wrong with the number of a camera. */
  idFaults: {
    letters: '编码含数字以外的字符',
    length: '编码不是 20 位',
    type: '类型码（第 11–13 位）不是摄像机或录像设备',
    region: '行政区划（前 6 位）不属本市',
  },
  age: {
    h1: '1 时内',
    h4: '1–4 时',
    h24: '4–24 时',
    d3: '1–3 天',
    d7: '3–7 天',
    over: '超 7 天',
    unknown: '时长不详',
  },
}
export type Words = typeof words
