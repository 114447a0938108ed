/** Everything the wall says around its panels. */
export const words = {
  city: {
    now: (city: string) => `切换城市，当前 ${city}`,
  },
  region: {
    leave: (tier: string) => `，返回全${tier}`,
    unknown: (code: string, tier: string) => `无区划 ${code}，显示全${tier}`,
  },
  scenes: '场景',
  keys: '按键 ?',
  still: '定格',
  /** A link asked for what this city does not have. */
  noScene: (city: string, wanted: string, shown: string) => `${city}没有${wanted}场景，显示${shown}`,
  chief: '值班长',
  shift: (name: string, from: string, to: string) => `${name} ${from}–${to}`,
  handOver: (span: string) => `距交接 ${span}`,
  skew: {
    fast: (span: string) => `本机时钟快 ${span}`,
    slow: (span: string) => `本机时钟慢 ${span}`,
    corrected: '已按服务器校正',
  },
  /** The light in the header. */
  light: {
    title: '数据健康',
    of: (well: number, all: number) => `${well}/${all} 源`,
    connected: (n: number, all: number) => `接入 ${n}/${all}`,
    absent: (count: number, state: string) => `${state} ${count}`,
    sources: (count: number, state: string) => `${count} 源${state}`,
    mapAway: '地图未读到',
    files: (count: number) => `${count} 份配置有误`,
    says: (faults: readonly string[], clash: string, clashes: number) =>
      `${faults.join('、') || '全部正常'} · ${clash} ${clashes}`,
  },
  missing: (panel: string) => `场景配置有误：没有名为「${panel}」的面板`,
  unusable: (fault: string) => `${fault}，其他场景不受影响`,
  /** For the console. */
  later: '其他场景的程序未能取得，切换时再试',
}
export type Words = typeof words
