import type { FaultState, FaultType } from './codes'

const state: Record<FaultState, string> = {
  待派单: '待派单',
  已派单: '已派单',
  处理中: '处理中',
  待复核: '待复核',
}

const fault: Record<FaultType, string> = {
  断链: '断链',
  黑屏: '黑屏',
  遮挡: '遮挡',
  偏移: '偏移',
  存储异常: '存储异常',
}

/** Everything the panels of the cameras say. A function with `T` gets figures as they are drawn and says where they stand. */
export const words = {
  title: {
    overview: '视频感知',
    keys: '视频感知要点',
    sources: '来源在线',
    types: '设备类型',
    faults: '故障处置',
    ageing: '离线时长',
    trend: '在线率走势',
    patrol: '轮巡覆盖',
    quality: '完好与录像',
    towns: '镇街离线',
    published: '视频感知 · 公布数字',
  },
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
  keys: {
    /** One sentence of facts. */
    sentence: (clauses: readonly string[]) => `${clauses.join('；')}。`,
    short: (source: string, rate: string) => `${source}在线率 ${rate}%，低于目标`,
    group: (place: string, channels: number, age: string) => `${place} ${channels} 路已离线 ${age}`,
    offline: (count: number | null) => `离线 ${count ?? '—'} 路`,
    offlineIn: (place: string, count: number | null, all: string | undefined) =>
      `${place}离线 ${count ?? '—'} 路${all === undefined ? '' : ` / ${all} 路`}`,
    below: (sources: number) => `${sources} 个来源在线率低于目标`,
    met: { all: '各来源在线率达标', rest: '其余来源达标' },
    change: (difference: string) => `离线较昨日同时 ${difference} 路`,
    dropped: '今日离线',
    now: '此刻',
  },
  sources: {
    target: (key: number | undefined, sector: number | undefined) =>
      `目标 ${key ?? '—'} 重点 / ${sector ?? '—'} 行业`,
    rates: '按来源在线率 %',
    chart: '各来源在线率与目标',
    count: (sources: number) => `${sources} 个来源`,
    columns: { source: '来源', channels: '路数', online: '在线 %', offline: '离线 路' },
    group: { key: '重点公共区域', sector: '重点行业', none: '其他来源' },
  },
  trend: {
    label: '近 24 时在线率 %',
    truncated: '纵轴截断',
    range: (range: string) => `${range} · 纵轴截断`,
    rate: <T>(rate: T) => ['在线率 ', rate, ' %'],
    chart: '近 24 小时在线率与目标',
    target: (percent: number) => `目标 ${percent}`,
  },
  types: {
    all: '路数构成',
    offline: '离线构成',
    channelsOf: (count: string) => `全部 ${count} 路`,
    offlineOf: (count: string) => `离线 ${count} 路`,
  },
  quality: { target: (percent: number) => ` 目标 ${percent}` },
  patrol: {
    shift: (tier: string | undefined, shift: string | undefined, hours: string) =>
      `${tier === undefined ? '' : `全${tier} `}${shift ?? '本班'} ${hours}`,
    seen: '已看 / 计划',
    cut: (shown: number, all: number) => `前 ${shown} / ${all} 项`,
    dwell: (seconds: number) => `${seconds} 秒/路`,
  },
  faults: {
    open: <T>(count: T) => ['未结 ', count, ' 处'],
    listed: <T>(count: T) => ['清单 ', count, ' 处'],
    none: '没有未恢复的故障',
    more: (left: number) => `另 ${left} 处按影响在后`,
    channels: (count: number, type: FaultType) => `${count} 路 ${fault[type]}`,
  },
  ageing: {
    offline: <T>(count: T) => ['离线 ', count, ' 路'],
    restored: <T>(count: T) => ['今日恢复 ', count, ' 路次'],
    chart: '离线通道按离线时长分布',
  },
  towns: {
    label: (judged: boolean) => `离线 路 · 占比 %${judged ? '，按偏离' : ''}`,
    legend: '▬ 常态 ○ 高于常态',
    cut: (shown: number, all: number) => `前 ${shown} / ${all} 镇街`,
    chart: '各镇街离线占比与自身常态',
  },
}
export type Words = typeof words
