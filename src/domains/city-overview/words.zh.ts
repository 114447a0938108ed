/** Everything the city map and its legend say. */
export const words = {
  title: { map: '城市态势', video: '视频分布', published: '其他领域公布数字' },
  about: (heading: string) => `${heading}：口径、来源与阈值`,
  /** No domain knows anything by town or hall. */
  nothing: '镇街与大厅数据未接入',
  measures: '地图指标',
  overUsual: '格色 与常态中值之比',
  times: '倍',
  people: (n: number) => `${n} 人`,
  minutes: (n: number) => `${n} 分`,
  town: (town: string, what: string, n: number, low: number | null, high: number | null) =>
    `${town}，${what} ${n}${low === null || high === null ? '' : `，常态 ${low}–${high}`}`,
  noData: (town: string) => `${town}，无此数据`,
  deviant: (town: string, n: number, low: number | null, high: number | null) =>
    `${town} ${n}，常态 ${low ?? 0}–${high ?? 0}`,
  outside: (n: number) => `，${n} 处超出常态`,
  deviants: (n: number) => `超出自身常态 ${n} 处`,
  moreDeviants: (n: number) => `另 ${n} 处超出常态`,
  legend: { band: '灰带 自身常态', deviant: '超出自身常态', exceptions: '需要处置' },
  map: {
    about: (places: number, schematic: boolean) => `地图，${places} 处${schematic ? '，示意图' : ''}`,
    provided: '地图由部署方提供',
    approval: (number: string | null) => `审图号 ${number ?? '待填'}`,
    hallGrid: '示意图 · 一格一厅',
    /** Map and data name other towns; `like` are examples of their codes. */
    allStrange: (map: string, data: string) => `地图与数据的区划代码无一相同：地图 ${map}，数据 ${data}`,
    strange: (towns: number, like: string) => `数据中 ${towns} 个镇街不在地图上：${like}`,
  },
  received: {
    name: '受理',
    stale: '受理数据已过期',
    today: (n: string) => `今日受理 ${n} 件`,
    night: (n: string) => `近 24 时受理 ${n} 件`,
    hours: '今日每小时',
    lastHours: '近 24 时每小时',
    few: '不足 10 件不着色',
  },
  waiting: {
    name: '等候',
    sum: (halls: number, n: number) => `${halls} 厅等候 ${n} 人`,
    closed: (halls: number, opens: string) => `${halls} 厅已闭厅，${opens} 开`,
    shut: '闭厅',
    today: '今日等候',
    on: (day: string) => `${day} 等候`,
    usual: (day: string) => `${day} 常态等候`,
    more: (hall: string, halls: number) => `${hall}等 ${halls} 厅`,
    few: '不足 10 人不着色',
  },
  offline: {
    name: '离线',
    sum: (n: number, at: string | null) => `离线 ${n} 路${at === null ? '' : `，${at} 数据`}`,
    share: '格色 离线占比',
    hours: '近 24 时离线',
    few: '不足 10 路不着色',
  },
}
export type Words = typeof words
