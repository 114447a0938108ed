import { withUnit } from '../../lib/format-more'
import { words as overview } from './overview-words.zh'

const day = (rolling: boolean) => (rolling ? '近 24 时' : '今日')

/** Everything the panels of the cameras say. A function with `T` gets figures as they are drawn and says where they stand. */
export const words = {
  ...overview,
  title: {
    keys: '视频感知要点',
    sources: '来源在线',
    types: '设备类型',
    faults: '故障处置',
    ageing: '离线时长',
    trend: '在线率走势',
    patrol: '平台轮巡进度',
    more: '全网概况',
    near: '现场画面',
    pictures: '视频画面',
    quality: '完好与录像',
    towns: '镇街离线',
    published: '视频感知 · 公布数字',
  },
  keys: {
    /** One sentence of facts. */
    sentence: (clauses: readonly string[]) => `${clauses.join('；')}。`,
    short: (source: string, rate: string) => `${source}在线率 ${rate}，低于目标`,
    group: (place: string, channels: number, age: string) => `${place} ${channels} 路已离线 ${age}`,
    offline: (count: string) => `离线 ${count} 路`,
    offlineIn: (place: string, count: string, all: string | undefined) =>
      `${place}离线 ${count} 路${all === undefined ? '' : ` / ${withUnit(all, '路')}`}`,
    below: (sources: number) => `${sources} 个来源在线率低于目标`,
    met: { all: '各来源在线率达标', rest: '其余来源达标' },
    change: (difference: string) => `离线较昨日同时 ${difference} 路`,
    /** Of the last 24 hours the line below speaks. */
    dropped: (rolling: boolean) => (rolling ? '新增离线' : '今日离线'),
    restored: (rolling: boolean) => (rolling ? '恢复在线' : '今日恢复'),
    now: '此刻',
  },
  sources: {
    ...overview.sources,
    count: (sources: number) => `${sources} 个来源`,
    columns: { source: '来源', channels: '路数', online: '在线 %', offline: '离线 路' },
    group: { key: '重点公共区域', sector: '重点行业', none: '其他来源' },
  },
  types: {
    all: '路数构成',
    offline: '离线构成',
    channelsOf: (count: string) => `全部 ${withUnit(count, '路')}`,
    offlineOf: (count: string) => `离线 ${withUnit(count, '路')}`,
  },
  quality: { target: (percent: number) => ` 目标 ${percent}` },
  patrol: {
    shift: (tier: string | undefined, shift: string | undefined, hours: string) =>
      `${tier === undefined ? '' : `全${tier} `}${shift ?? '本班'} ${hours}`,
    seen: '平台已看 / 计划',
    cut: (shown: number, all: number) => `前 ${shown} / ${all} 项`,
    dwell: (seconds: number) => `${seconds} 秒/路`,
  },
  pictures: {
    waiting: '正在读取通道记录',
    none: '来源没有逐路的通道记录，没有画面可看',
    visitors: '本市未开放可供访客观看的画面',
    previous: '上一组',
    next: '下一组',
    hold: '暂停轮巡',
    go: '继续轮巡',
    step: (step: string, steps: string) => `第 ${step} 组 / ${steps}`,
    dwell: (seconds: number) => `${seconds} 秒一换`,
    stands: '已停',
    groups: '轮巡计划与来源',
    all: '全部',
    hours: (hours: readonly { readonly from: string; readonly to: string }[]) =>
      hours.map(({ from, to }) => `${from}–${to}`).join('、'),
    /** What this screen has seen of a round since the shift began. */
    seen: (since: string, seen: string, all: string) => `本屏本班 ${since} 起已巡 ${seen}/${all} 路`,
    unseen: {
      title: (count: number) => `本班未巡 ${count} 路`,
      offline: '离线',
      without: '无取流地址',
      none: '本班已全部巡到',
    },
    wrong: (problems: readonly { readonly field: string; readonly message: string }[]) =>
      `画面配置有误，已略过：${problems.map(({ field, message }) => `${field} ${message}`).join('；')}`,
    tiles: '画面数',
    tilesOf: (count: number) => (count === 7 ? '1 大 6 小' : `${count} 个画面`),
    seven: '1+6',
  },
  /** The pages of what is said of the whole network, beside the pictures. */
  more: {
    pages: '全网概况分页',
    towns: '镇街',
    sources: '来源',
    quality: '质量',
    types: '类型',
    ageing: '时长',
    trend: '走势',
    patrol: '轮巡',
  },
  ageing: {
    offline: <T>(count: T) => ['离线 ', count, ' 路'],
    restored: <T>(count: T, rolling: boolean) => [`${day(rolling)}恢复 `, count, ' 路次'],
    chart: '离线通道按离线时长分布',
  },
  towns: {
    label: '离线与占比',
    print: (offline: string, share: string) => `${offline} 路 ${share}`,
    cut: (shown: number, all: number) => `离线 前 ${shown}/${all}`,
    chart: '各镇街离线占比与自身常态',
  },
}
export type Words = typeof words
