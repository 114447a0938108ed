import type { PointState } from './codes'
import { words as summary } from './summary-words.zh'

const state: Record<PointState, string> = { online: '在线', impaired: '画面或录像故障', offline: '离线' }

/** What the map of cameras says. */
export const words = {
  state,
  type: summary.type,
  title: '镜头分布',
  /** Of the map, for whoever cannot see it. */
  about: (count: string) => `镜头分布图，${count} 路；加号减号缩放，方向键移动，Esc 看全图`,
  close: '关闭地图',
  nearer: '放大',
  further: '缩小',
  whole: '全图',
  allOf: { source: '全部来源', type: '全部类型' },
  filter: { source: '来源单位', type: '设备类型', state: '状态' },
  seek: '找镜头',
  seekLabel: '按名称或编号找镜头',
  list: '清单',
  listLabel: '打开这些镜头的清单',
  towns: '按镇街',
  count: (count: string) => `${count} 路`,
  offline: (count: string) => `离线 ${count}`,
  townLabel: (name: string, count: string, offline: string) =>
    `${name}，${count} 路，离线 ${offline} 路；打开清单`,
  since: (state_: string, age: string) => `${state_} ${age}`,
  group: (count: string) => `此处 ${count} 路`,
  unnamed: '未命名',
  none: '没有符合条件的镜头',
  reading: '正在读取镜头点位',
  /** How one sees it. */
  level: {
    towns: '按镇街归集',
    groups: '按邻近归集',
    single: '逐路',
  },
  schematic: '示意图没有真实位置，镜头按镇街归集',
  unplaced: (count: string) => `无坐标或坐标在图外 ${count} 路，仍按镇街计`,
  nowhere: (count: string) => `未落到镇街 ${count} 路，不在图上`,
  refused: (count: string) => `不合契约 ${count} 点，已略去`,
  refusedRow: (row: string, field: string, message: string) => `第 ${row} 点 ${field}：${message}`,
  more: (count: string) => `另有 ${count} 点`,
  asOf: (time: string) => `${time} 数据`,
  approval: (approval: string | null) => `审图号 ${approval ?? '待填'}`,
  size: '圆面积为路数',
  share: '底色为离线占比',
  classes: (breaks: readonly number[]) => [`<${breaks[0]}%`, ...breaks.map((from) => `${from}%+`)],
}
export type Words = typeof words
