import { counted, listed, series, type DomainFields, type Fields } from '../field'

const stock: Fields = {
  channels: counted('路', '接入平台的视频路数'),
  offline: counted('路', '此刻离线的路数'),
  onlineRate: counted('%', '在线率：（总路数 − 离线）÷ 总路数'),
  dropped: counted(
    '路次',
    '今日 0 时以来的掉线次数，一路掉两次计 2；period 写作“近 24 小时”的，按近 24 时显示',
  ),
  restored: counted('路次', '今日 0 时以来恢复的次数；period 同上'),
  sources: listed('同一组内照来源的顺序显示', '按接入来源（公安、城管、社会资源等）'),
  'sources.[].key': '来源代号',
  'sources.[].label': '来源名称',
  'sources.[].group': '适用哪一档在线率目标：key 重点、sector 行业；不写则没有目标',
  'sources.[].channels': counted('路', '该来源的路数'),
  'sources.[].offline': counted('路', '其中离线的路数'),
  types: listed('照来源的顺序显示', '按设备类型'),
  'types.[].key': '类型代号',
  'types.[].label': '类型名称',
  'types.[].channels': counted('路', '该类型的路数'),
  'types.[].offline': counted('路', '其中离线的路数'),
  towns: listed('不限，程序按偏离常态的程度排列', '按镇街；未落到镇街的路数不列，所以离线之和可以小于总数'),
  'towns.[].code': '镇街的行政区划代码',
  'towns.[].name': '镇街名称',
  'towns.[].cameras': counted('路', '该镇街的路数'),
  'towns.[].offline': counted('路', '其中离线的路数'),
  'towns.[].low': counted(
    '路',
    '该镇街此刻离线数的常态下限：近几周同一小时的 P10（几周由 course.weeks 说明）',
  ),
  'towns.[].high': counted('路', '该镇街此刻离线数的常态上限：近几周同一小时的 P90'),
  'towns.[].course': counted('路', '最近 24 个整点的离线路数，与该时刻的常态'),
  trend: listed('由早到晚，末项为数据时间', '近 24 小时整点的在线率'),
  'trend.[].at': '时刻，带时区',
  'trend.[].rate': counted('%', '该时刻的在线率；不知道为 null'),
  ageing: listed('由短到长', '此刻离线的路数按已离线多久分档'),
  'ageing.[].key': '档的代号',
  'ageing.[].label': '档的名称，例如 1–4 时',
  'ageing.[].count': counted('路', '这一档的离线路数'),
}

const repair: Fields = {
  faults: listed('影响大的在前，照来源的顺序显示', '未修复的故障中最要紧的'),
  'faults.[].key': '故障编号，事项清单以它指到这里',
  'faults.[].place': '地点的简称，不到门牌',
  'faults.[].town': '所在镇街的行政区划代码',
  'faults.[].townName': '所在镇街的名称',
  'faults.[].source': '接入来源的名称',
  'faults.[].channels': counted('路', '受影响的路数'),
  'faults.[].type': '故障类型；只有断链使一路离线，黑屏、遮挡、偏移损及画面，存储异常损及录像',
  'faults.[].since': '从何时起，带时区',
  'faults.[].state': '处置状态',
  'faults.[].owner': '责任单位',
  'faults.[].exception': '以此故障为对象的待处置事项的编号；没有则为 null',
  open: '未修复的故障总数',
  'open.total': counted('起', '各种类型的故障合计；faults 只列其中最要紧的'),
  'open.states': '按处置状态，四种都要写',
  'open.states.*': counted('起', '这一状态的故障数'),
}

const quality: Fields = {
  patrol: '视频轮巡：本班看过多少路',
  'patrol.shift': '班次名称',
  'patrol.from': '本班开始，带时区',
  'patrol.to': '本班结束，带时区',
  'patrol.plans': listed('照来源的顺序显示', '各轮巡计划'),
  'patrol.plans.[].key': '计划代号',
  'patrol.plans.[].name': '计划名称',
  'patrol.plans.[].channels': counted('路', '计划中的路数'),
  'patrol.plans.[].viewed': counted('路', '本班已看过的路数，同一路只计一次'),
  'patrol.plans.[].dwellSeconds': counted('秒', '每路停留多久'),
  'patrol.plans.[].running': '此刻是否在轮巡',
  quality: listed('照来源的顺序显示', '完好率、标注率、录像完整率等'),
  'quality.[].metric': '指标，须在 config/metrics/video.json 中；口径与目标取自那里',
  'quality.[].rate': counted('%', '该项的比例'),
  'quality.[].failing': counted('路或路时', '不合格的数量；面板以大字显示'),
}

const ORDER = '任意，各列同一位置是同一路'
const column = (about: string) => listed(ORDER, about)

/** A column of few different values. */
const few = (name: string, about: string): Fields => ({
  [`points.${name}`]: about,
  [`points.${name}.values`]: listed('任意', '不同的值'),
  [`points.${name}.at`]: series('位置', ORDER, '每一路的值在 values 中的位置，从 0 起'),
})

const points: Fields = {
  contract: '契约与主版本，其余拒绝',
  asOf: '数据自身的时间，带时区',
  points: '按列写：一列一个数组，各列一样长。字段映射（map）也可以给出一路一行的列表',
  'points.id': column('通道编号（GB/T 28181 的 20 位编码），按原样；同一编号两次，以后一个为准'),
  'points.name': column('通道名称；不知道的写 null'),
  ...few('state', '状态：online 在线、impaired 在线而画面或录像有故障、offline 离线'),
  'points.since': column('从何时起是这一状态，带时区；不知道的写 null'),
  'points.lng': series(
    '度',
    ORDER,
    '经度，WGS-84（源中注明 crs 的由程序换算）；不知道写 null，整列不知道则不写，仍按镇街计数',
  ),
  'points.lat': series('度', ORDER, '纬度，同上'),
  ...few('town', '所在镇街，{ code, name }'),
  'points.town.values.[].code': '镇街的行政区划代码',
  'points.town.values.[].name': '镇街名称',
  ...few('source', '来源单位'),
  ...few('type', '设备类型，同通道记录的 type'),
}

export const fields: DomainFields = {
  operation: { ...stock, ...repair, ...quality },
  answers: { 'video.points': points },
}
