/** Everything the city map and its legend say. */
export const words = {
  title: { map: '城市态势', video: '视频分布', published: '其他领域公布数字' },
  about: (heading: string) => `${heading}：口径、来源与阈值`,
  uncoloured: '镇街不着色：本地无此数据',
  legend: {
    layers: '图层',
    cameras: (perDot: number) => `约 ${perDot} 路视频`,
    halls: '政务大厅',
    exceptions: '需要处置',
  },
  map: {
    about: (towns: number, schematic: boolean) => `镇街地图，${towns} 个镇街${schematic ? '，示意图' : ''}`,
    provided: '地图由部署方提供',
    approval: (number: string | null) => `审图号 ${number ?? '待填'}`,
    /** Map and data name other towns; `like` are examples of their codes. */
    allStrange: (map: string, data: string) => `地图与数据的区划代码无一相同：地图 ${map}，数据 ${data}`,
    strange: (towns: number, like: string) => `数据中 ${towns} 个镇街不在地图上：${like}`,
  },
  load: {
    measure: '今日受理 ÷ 自身常态',
    unit: '倍',
    town: (town: string, received: number) => `${town}，今日受理 ${received} 件`,
    usual: (low: number | null | undefined, high: number | null | undefined) => `，常态 ${low} 至 ${high} 件`,
    none: (town: string) => `${town}，无热线数据`,
    choose: (towns: number) => `${towns === 0 ? '' : `${towns} 个`}镇街，点选可聚焦`,
    summary: (received: number, against: string | null) =>
      `受理 ${received} 件${against === null ? '' : `，${against}`}`,
    within: '各镇街均在自身常态内',
    above: (towns: number) => `${towns} 镇街高于自身常态`,
    orders: (received: number) => `${received} 件`,
    note: (town: string, received: number | null | undefined) => `${town} ${received} 件`,
    noteUsual: (low: number, high: number | null | undefined) => `常态 ${low}–${high}`,
  },
  video: {
    measure: '离线占比',
    town: (town: string, cameras: string, offline: number | null | undefined) =>
      `${town}，视频 ${cameras} 路，离线 ${offline ?? '—'} 路`,
    none: (town: string) => `${town}，无视频数据`,
    unit: '路',
    summary: (cameras: string, offline: string) => `${cameras}按镇街归集，离线 ${offline} 路`,
    offline: (cameras: number) => `离线 ${cameras} 路`,
  },
}
export type Words = typeof words
