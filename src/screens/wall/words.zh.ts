import type { LinkState } from '../../data/push/link'

/** The three states of a stream, as its line names them. */
const stream: Record<LinkState, string> = { up: '已连通', connecting: '连接中', down: '中断' }

const list = (names: readonly string[]) => names.join('、')

/** Everything the wall says around its panels. */
export const words = {
  city: {
    change: '切换城市',
    now: (city: string) => `切换城市，当前 ${city}`,
    faulty: (city: string, fault: string) => `${city}（${fault}）`,
  },
  region: {
    leave: (tier: string) => `，返回全${tier}`,
    unknown: (code: string, tier: string) => `无区划 ${code}，显示全${tier}`,
  },
  scenes: '场景',
  demo: '演示数据',
  chief: '值班长',
  skew: {
    fast: (span: string) => `本机时钟快 ${span}`,
    slow: (span: string) => `本机时钟慢 ${span}`,
    corrected: '已按服务器校正',
  },
  /** The light in the header. */
  light: {
    of: (well: number, all: number) => `${well}/${all} 源`,
    sources: (count: number, state: string) => `${count} 源${state}`,
    mapAway: '地图未读到',
    says: (faults: readonly string[], clash: string, clashes: number) =>
      `${list(faults) || '全部正常'} · ${clash} ${clashes}`,
  },
  /** The list behind it. */
  health: {
    title: '数据健康',
    item: (name: string, state: string) => `${name} · ${state}`,
    checked: (at: string) => `最近核对 ${at}`,
    map: (file: string, state: string) => `区划地图 ${file} · ${state}`,
    failures: (count: number) => `连续失败 ${count} 次，自动重试`,
    panels: (titles: readonly string[]) => `面板：${list(titles)}`,
    stream: (url: string, state: LinkState) => `推送 ${url} · ${stream[state]}`,
    since: (kind: string, at: string) => `${kind} · 自 ${at}`,
    pushed: '变更即读，轮询放慢',
    polled: '以轮询代替，恢复后自动切回',
    none: '尚无数据',
    data: (at: string, age: string, period: string) => `数据时间 ${at} · 距今 ${age} · 周期 ${period}`,
    clash: (clash: string, title: string, arithmetic: string) => `≠ ${clash} ${title}：${arithmetic}`,
  },
  missing: (panel: string) => `场景配置有误：没有名为「${panel}」的面板`,
  unusable: (fault: string) => `${fault}，其他场景不受影响`,
  /** For the console. */
  later: '其他场景的程序未能取得，切换时再试',
}
export type Words = typeof words
