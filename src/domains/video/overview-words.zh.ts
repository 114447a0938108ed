import type { FaultState, FaultType } from './codes'

const state: Record<FaultState, string> = {
  待派单: '待派单',
  已派单: '已派单',
  处理中: '处理中',
  待复核: '待复核',
}

const fault: Record<FaultType, string> = {
  断链: '离线',
  黑屏: '黑屏',
  遮挡: '遮挡',
  偏移: '偏移',
  存储异常: '存储异常',
}

/** What the panel of the overview says of the cameras, and what it says with others. A function with `T` gets figures as they are drawn. */
export const words = {
  title: '视频感知',
  /** How far the repair of a fault has got. */
  state,
  fault,
  unit: { channels: '路', faults: '处' },
  overview: {
    channels: '视频总路数',
    channelsOf: (count: string) => `共 ${count} 路`,
    rate: <T>(label: string, rate: T) => [`${label} `, rate, ' %'],
    target: (percent: number) => `目标 ≥${percent}`,
    compared: <T>(label: string, value: T) => [` · ${label} `, value],
  },
  sources: {
    target: (key: number | undefined, sector: number | undefined) =>
      `目标 ${key ?? '—'} 重点 / ${sector ?? '—'} 行业`,
    rates: '按来源在线率 %',
    chart: '各来源在线率与目标',
  },
  trend: {
    label: '近 24 时在线率 %',
    truncated: '纵轴截断',
    range: (range: string) => `${range} · 纵轴截断`,
    rate: <T>(rate: T) => ['在线率 ', rate, ' %'],
    chart: '近 24 小时在线率与目标',
    target: (percent: number) => `目标 ${percent}`,
  },
  faults: {
    open: <T>(count: T) => ['未结 ', count, ' 处'],
    listed: <T>(count: T) => ['清单 ', count, ' 处'],
    none: '没有未恢复的故障',
    more: (left: number) => `另 ${left} 处按影响在后`,
    due: '限 ',
    channels: (count: number, type: FaultType) => `${count} 路 ${fault[type]}`,
  },
}
export type Words = typeof words
