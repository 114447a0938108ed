/** What the two cities' camera networks are made of. Everything here is assumed; the published total is apportioned over it. */
export interface SourceTemplate {
  readonly key: string
  readonly label: string
  readonly group: 'key' | 'sector'
  readonly owner: string | null
  readonly weight: number
  readonly offline: number
  readonly picture: number
  readonly storage: number
  readonly mislabelled: number
  readonly types: readonly number[]
  readonly places: readonly string[]
  /** Towns (short names) that hold more of its channels than their size would give them. */
  readonly more?: Readonly<Record<string, number>>
}

export interface VideoTemplate {
  readonly seed: number
  readonly sources: readonly SourceTemplate[]
  /** key, source, town (short name), label, channels, chance of a bad day. */
  readonly groups: readonly (readonly [string, string, string, string, number, number])[]
  readonly plans: readonly (readonly [
    key: string,
    name: string,
    channels: number,
    dwell: number,
    cells: number,
    rounds: number,
  ])[]
}

/** GB/T 28181 device types that stand in the field. */
export const DEVICE_TYPES = [
  { key: 'ptz', label: '球机' },
  { key: 'dome', label: '半球' },
  { key: 'fixed', label: '固定枪机' },
  { key: 'remote', label: '遥控枪机' },
  { key: 'panorama', label: '全景' },
]

export const SHIFTS = [
  { name: '夜班', from: 20, to: 8 },
  { name: '白班', from: 8, to: 20 },
]

const PLACES = {
  police: ['主干道', '路口', '广场', '商业街', '卡口', '公园'],
  urban: ['商业街', '市场', '广场', '工地', '中转站', '天桥'],
  traffic: ['路口', '匝道', '公交站', '隧道', '桥梁'],
  town: ['社区', '村口', '城中村', '工业园', '巷道', '公园', '便民中心'],
  school: ['学校周边', '校门口', '校园围墙', '考点'],
  water: ['河道', '涌口', '泵站', '水闸', '水库'],
  emergency: ['加油站', '隐患点', '仓库', '避难场所'],
  tourism: ['景区', '博物馆', '剧场', '步行街'],
}

/** Clip of `public/demo` → kinds of places that it may stand for. What is on none has no picture, and says so. */
export const CLIPS: Readonly<Record<string, readonly string[]>> = {
  crossroads: ['主干道', '路口', '公交站', '天桥', '学校周边', '校门口', '考点', '积水点', '加油站'],
  river: ['河道', '涌口', '泵站', '水闸', '水库', '隐患点'],
  market: ['商业街', '市场', '商圈', '城中村', '巷道', '步行街', '社区', '村口', '片区'],
  park: ['公园', '广场', '景区', '避难场所', '校园', '校园围墙'],
  tunnel: ['隧道', '匝道', '卡口', '桥梁'],
  hall: ['便民中心', '博物馆'],
}

const BAIYUN: VideoTemplate = {
  seed: 1281,
  sources: [
    {
      key: 'police',
      label: '公安',
      group: 'key',
      owner: '区公安分局',
      weight: 400,
      offline: 0.0072,
      picture: 0.0024,
      storage: 0.002,
      mislabelled: 0.008,
      types: [28, 16, 44, 9, 3],
      places: PLACES.police,
    },
    {
      key: 'urban',
      label: '城管',
      group: 'key',
      owner: '区城管局',
      weight: 160,
      offline: 0.0096,
      picture: 0.003,
      storage: 0.003,
      mislabelled: 0.014,
      types: [30, 10, 46, 11, 3],
      places: PLACES.urban,
    },
    {
      key: 'traffic',
      label: '交通',
      group: 'key',
      owner: '区交通局',
      weight: 130,
      offline: 0.0128,
      picture: 0.004,
      storage: 0.003,
      mislabelled: 0.011,
      types: [34, 4, 44, 12, 6],
      places: PLACES.traffic,
    },
    {
      key: 'town',
      label: '镇街',
      group: 'sector',
      owner: null,
      weight: 210,
      offline: 0.0118,
      picture: 0.005,
      storage: 0.005,
      mislabelled: 0.026,
      types: [18, 24, 50, 7, 1],
      places: PLACES.town,
    },
    {
      key: 'school',
      label: '教育',
      group: 'sector',
      owner: '区教育局',
      weight: 90,
      offline: 0.026,
      picture: 0.004,
      storage: 0.006,
      mislabelled: 0.018,
      types: [10, 52, 34, 3, 1],
      places: PLACES.school,
    },
    {
      key: 'water',
      label: '水务',
      group: 'sector',
      owner: '区水务局',
      weight: 10,
      offline: 0.03,
      picture: 0.008,
      storage: 0.006,
      mislabelled: 0.02,
      types: [46, 4, 32, 14, 4],
      places: PLACES.water,
      more: { 人和: 3, 太和: 2, 江高: 2.2, 钟落潭: 2.4, 石井: 1.6, 白云湖: 1.6 },
    },
  ],
  groups: [
    ['water-renhe', 'water', '人和', '河道', 12, 0.5],
    ['water-jianggao', 'water', '江高', '河道', 10, 0.36],
    ['water-zhongluotan', 'water', '钟落潭', '河道', 11, 0.34],
    ['water-taihe', 'water', '太和', '河道', 9, 0.26],
    ['traffic-xinshi', 'traffic', '新市', '路口', 9, 0.05],
    ['traffic-shijing', 'traffic', '石井', '路口', 8, 0.05],
    ['town-yongping', 'town', '永平', '社区', 10, 0.05],
    ['town-jiahe', 'town', '嘉禾', '社区', 12, 0.05],
    ['town-tongde', 'town', '同德', '社区', 8, 0.04],
    ['police-sanyuanli', 'police', '三元里', '片区', 14, 0.04],
    ['urban-yuncheng', 'urban', '云城', '商圈', 8, 0.04],
    ['school-longgui', 'school', '龙归', '校园', 9, 0.05],
  ],
  plans: [
    ['river', '河道与泵站', 300, 15, 4, 4],
    ['junction', '重点路口', 480, 15, 9, 4],
    ['school', '校园周边', 360, 15, 9, 3],
    ['village', '城中村出入口', 420, 20, 9, 4],
    ['crowd', '车站与商圈', 240, 20, 4, 6],
    ['site', '在建工地', 180, 20, 4, 3],
  ],
}

const HUAIBEI: VideoTemplate = {
  seed: 72,
  sources: [
    {
      key: 'urban',
      label: '城管',
      group: 'key',
      owner: '市城管局',
      weight: 30,
      offline: 0.0085,
      picture: 0.004,
      storage: 0.003,
      mislabelled: 0.012,
      types: [30, 10, 46, 11, 3],
      places: PLACES.urban,
    },
    {
      key: 'water',
      label: '水务',
      group: 'sector',
      owner: '市水务局',
      weight: 20,
      offline: 0.021,
      picture: 0.008,
      storage: 0.006,
      mislabelled: 0.02,
      types: [46, 4, 32, 14, 4],
      places: PLACES.water,
      more: { 濉溪: 2, 临涣: 2.4, 任圩: 2 },
    },
    {
      key: 'emergency',
      label: '应急',
      group: 'sector',
      owner: '市应急局',
      weight: 12,
      offline: 0.014,
      picture: 0.005,
      storage: 0.004,
      mislabelled: 0.016,
      types: [36, 12, 40, 8, 4],
      places: PLACES.emergency,
    },
    {
      key: 'police',
      label: '公安',
      group: 'key',
      owner: '市公安局',
      weight: 16,
      offline: 0.0052,
      picture: 0.003,
      storage: 0.002,
      mislabelled: 0.008,
      types: [28, 16, 44, 9, 3],
      places: PLACES.police,
    },
    {
      key: 'traffic',
      label: '交通',
      group: 'key',
      owner: '市交通局',
      weight: 11,
      offline: 0.0052,
      picture: 0.004,
      storage: 0.003,
      mislabelled: 0.012,
      types: [34, 4, 44, 12, 6],
      places: PLACES.traffic,
    },
    {
      key: 'tourism',
      label: '文旅',
      group: 'sector',
      owner: '市文旅局',
      weight: 5,
      offline: 0.012,
      picture: 0.004,
      storage: 0.004,
      mislabelled: 0.02,
      types: [26, 34, 32, 4, 4],
      places: PLACES.tourism,
    },
    {
      key: 'school',
      label: '教育',
      group: 'sector',
      owner: '市教育局',
      weight: 6,
      offline: 0.015,
      picture: 0.004,
      storage: 0.005,
      mislabelled: 0.018,
      types: [10, 52, 34, 3, 1],
      places: PLACES.school,
    },
  ],
  groups: [
    ['water-suixi', 'water', '濉溪', '河道', 9, 0.14],
    ['water-linhuan', 'water', '临涣', '河道', 8, 0.14],
    ['water-renwei', 'water', '任圩', '积水点', 7, 0.1],
    ['urban-dongjie', 'urban', '东街', '积水点', 6, 0.05],
  ],
  plans: [
    ['river', '河道与水闸', 220, 15, 4, 4],
    ['flood', '积水点', 96, 15, 4, 6],
    ['street', '城区主街', 180, 15, 9, 4],
    ['hazard', '隐患点', 72, 20, 4, 3],
    ['scenic', '景区', 48, 20, 4, 3],
  ],
}

export const TEMPLATES: Readonly<Record<string, VideoTemplate>> = { baiyun: BAIYUN, huaibei: HUAIBEI }
