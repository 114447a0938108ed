/** What callers call about, and when. Weights follow the mock-up's mix; titles are generic and name no person or place. */
export const CATEGORIES = [
  {
    key: 'noise',
    label: '噪声扰民',
    dept: '区生态环境分局',
    weight: 18,
    titles: ['施工噪声扰民', '夜间音响扰民', '空调外机噪声', '广场舞噪声'],
  },
  {
    key: 'street',
    label: '占道经营',
    dept: '区城管局',
    weight: 13,
    titles: ['占道经营夜间摆卖', '流动摊贩占道', '店铺占道堆物'],
  },
  {
    key: 'illegal',
    label: '违法建设',
    dept: '区城管局',
    weight: 10,
    titles: ['楼顶加建投诉', '疑似违法搭建', '占用公共部位'],
  },
  {
    key: 'parking',
    label: '停车管理',
    dept: '区交通局',
    weight: 10,
    titles: ['占用消防通道停车', '路内停车收费', '小区停车难'],
  },
  {
    key: 'estate',
    label: '物业管理',
    dept: '区住建局',
    weight: 9,
    titles: ['电梯故障未修', '物业服务投诉', '公共收益查询'],
  },
  {
    key: 'sanitation',
    label: '市容环卫',
    dept: '区城管局',
    weight: 8,
    titles: ['垃圾清运不及时', '公厕保洁', '建筑垃圾偷倒'],
  },
  {
    key: 'labour',
    label: '劳动纠纷',
    dept: '区人社局',
    weight: 6,
    titles: ['欠薪求助', '社保缴纳咨询', '工伤认定咨询'],
  },
  {
    key: 'water',
    label: '供水供电',
    dept: '区水务局',
    weight: 4,
    titles: ['停水求助', '水压不足', '水质发黄'],
  },
  {
    key: 'consumer',
    label: '消费维权',
    dept: '区市场监管局',
    weight: 5.5,
    titles: ['预付卡退费', '网购质量投诉', '价格投诉'],
  },
  {
    key: 'traffic',
    label: '道路交通',
    dept: '区交通局',
    weight: 4.5,
    titles: ['信号灯故障', '路面破损', '公交线路建议'],
  },
  {
    key: 'other',
    label: '其他',
    dept: '区政务数据局',
    weight: 11,
    titles: ['政策咨询', '证照办理咨询', '服务态度反映'],
  },
]

/** Relative load by hour of a working day and of a day of rest. */
export const HOURS = [4, 2, 2, 1, 1, 4, 11, 30, 66, 88, 86, 74, 40, 46, 70, 78, 74, 62, 42, 34, 28, 20, 13, 7]
export const REST_HOURS = [
  6, 4, 3, 2, 2, 4, 10, 24, 46, 60, 62, 56, 40, 40, 50, 54, 54, 50, 44, 40, 34, 26, 18, 10,
]

/** Towns with more people call more; relative weights are an assumption of the demo. */
export const TOWN_WEIGHTS: Record<string, number> = {
  三元里: 1.1,
  松洲: 1.2,
  景泰: 0.8,
  同德: 1.5,
  黄石: 1.3,
  棠景: 0.7,
  新市: 1.4,
  同和: 1.0,
  京溪: 0.9,
  永平: 1.7,
  嘉禾: 1.6,
  均禾: 1.3,
  石井: 1.8,
  金沙: 1.1,
  云城: 0.6,
  鹤龙: 1.0,
  白云湖: 1.4,
  石门: 0.6,
  龙归: 1.2,
  大源: 0.9,
  人和: 1.8,
  太和: 1.6,
  钟落潭: 1.5,
  江高: 1.2,
}

export const KEY_ITEMS = [
  { title: '城中村供水改造', dept: '区水务局' },
  { title: '夜间施工噪声整治', dept: '区生态环境分局' },
  { title: '老旧小区加装电梯', dept: '区住建局' },
  { title: '校门口拥堵治理', dept: '区交通局' },
  { title: '占道经营连片整治', dept: '区城管局' },
  { title: '河涌异味处置', dept: '区水务局' },
  { title: '工地欠薪清理', dept: '区人社局' },
  { title: '人行道破损修复', dept: '区住建局' },
]
