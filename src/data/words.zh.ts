/** What the page itself finds wrong with a source; what is found in its bytes is said in `shape`. */
export const words = {
  noWay: (id: string, way: 'act' | 'poll') => `sources.${id} 没有 ${way}`,
  received: (contract: string) => `收到 ${contract}`,
  receivedOther: (contract: string, wanted: string) => `收到 ${contract}，本程序读 ${wanted}`,
  otherReceipt: '回执不是这次操作的',
  wrongSource: (problems: string) => `配置有误 ${problems}`,
  noSource: (id: string) => `未配置数据源 sources.${id}`,
  oneCity: (id: string, way: string) => `sources.${id}.${way}.url 不含 {city}，只用于默认城市`,
  future: (asOf: string, now: string) => `数据时间 ${asOf} 晚于当前时间 ${now}`,
  copy: '只有缓存',
  copyOf: (day: string, at: string) => `${day} ${at} 的缓存`,
  nothingHeld: '返回未变化，但本机没有上一份',
  thread: {
    hung: (seconds: number) => `数据线程 ${seconds} 秒没有回答，已重启`,
    notStarted: (reason: string) => `数据线程无法启动：${reason}`,
    stopped: '读取已停止',
    unreadable: '数据线程的回答无法读取',
    died: (reason: string | undefined) => `数据线程出错${reason === undefined ? '' : `：${reason}`}`,
  },
}
export type Words = typeof words
