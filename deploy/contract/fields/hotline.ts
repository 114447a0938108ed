import { counted, listed, under, type DomainFields, type Fields } from '../field'

const ORDER: Fields = {
  orderNo: '工单编号，照热线系统原样；面板只显示末四位',
  title: '工单标题，不含个人信息',
  category: '一级类别名称',
  dept: '主办单位',
  town: '诉求所在镇街；地点不详则不写，不要写成全市',
  'town.code': '镇街的行政区划代码',
  'town.name': '镇街名称',
  stage: '所处环节：dispatch 待派单、sign 待签收、process 办理中、callback 待回访',
  acceptedAt: '受理时间，带时区',
  dueAt: '办理时限，带时区；早于数据时间即为超期',
  repeats: counted(
    '件',
    '同一地点、同一类别近 30 日的工单数，连同本件；大于 1 即为重复，不是重复的写 0 或 1',
  ),
  supervised: '是否列入督办',
}

const received: Fields = {
  received: counted('件', '今日 0 时至数据时间受理的工单数；compare 为上周同日同时刻'),
  open: counted('件', '此刻在办的工单数：已受理、未办结'),
  overdue: counted('件', '在办工单中已过办理时限的件数'),
  dueSoon: counted('件', '在办工单中 24 小时内到期的件数'),
  closed: counted('件', '今日办结的工单数'),
  complaintShare: counted('%', '今日受理中投诉、举报所占的比例'),
  returns: '近 24 小时的退单：承办单位退回重派',
  'returns.count': counted('件', '近 24 小时退回的件数'),
  'returns.rate': counted('%', '退回件数 ÷ 同期派出件数'),
  extensions: counted('件', '在办工单中已批准延期的件数'),
  reworks: counted('件', '在办工单中因回访未解决而重新办理的件数'),
  intake: counted('件', '今日每小时的受理量；low、high 为同一星期几的常态区间'),
  twoDays: counted('件', '昨日 0 时起 48 小时每小时的受理量；low、high 为各自星期几的常态区间'),
  yesterday: '昨日全天',
  'yesterday.received': counted('件', '昨日 0 时至 24 时受理的工单数'),
  'yesterday.closed': counted('件', '昨日 0 时至 24 时办结的工单数'),
}

const stock: Fields = {
  stages: listed('待派单 → 待签收 → 办理中 → 待回访', '在办工单各在哪一环节；不写出的环节视为不知道'),
  'stages.[].key': '环节：dispatch 待派单、sign 待签收、process 办理中、callback 待回访',
  'stages.[].count': counted('件', '此刻停在这一环节的工单数'),
  'stages.[].overdue': counted('件', '其中已过时限的件数'),
  'stages.[].medianMinutes': counted('分钟', '这些工单在本环节已停留时间的中位数；一件也没有则为 null'),
  'stages.[].limitMinutes': counted('分钟', '本环节的时限'),
  ageing: listed('天数由小到大', '在办工单按受理至今的整天数分档；有 limitDays 时末档为超过时限的全部'),
  'ageing.[].days': counted('天', '受理至今的整天数'),
  'ageing.[].count': counted('件', '这一档的在办工单数'),
  limitDays: counted('天', '全市办理时限；写出时 ageing 的末档为超过它的'),
  p90Days: counted('天', '近期办结的工单中，九成在多少天内办结（受理至办结）'),
  supervised: '督办工单',
  'supervised.open': counted('件', '在办的督办工单数'),
  'supervised.overdue': counted('件', '其中已过时限的件数'),
  keyItems: listed(
    '重要的在前，照来源的顺序显示；放不下的只记件数',
    '重点交办：办结后仍监控一段时间，无反复才销账',
  ),
  'keyItems.[].title': '事项名称，不含个人信息',
  'keyItems.[].dept': '主办单位',
  'keyItems.[].closedOn': '办结之日',
  'keyItems.[].watchUntil': '监控到哪一天',
  'keyItems.[].state': '监控中，或已销账',
  orders: listed(
    '办理时限早的在前，照来源的顺序显示',
    '最需要看的在办工单；全部工单由 hotline.orders 按页给出',
  ),
  ...under('orders.[]', ORDER),
}

const comparison: Fields = {
  categories: listed('件数多的在前，“其他”在末，照来源的顺序显示', '今日受理按一级类别'),
  'categories.[].key': '类别代号；other 为“其他”，淡色显示',
  'categories.[].label': '类别名称',
  'categories.[].count': counted('件', '今日受理的件数'),
  'categories.[].lastWeek': counted('件', '上周同日同时刻的件数'),
  'categories.[].outlier': '是否明显高于平常，以颜色标出',
  towns: listed('不限，程序按偏离常态的程度排列', '今日受理按镇街；地点不详的不列，所以和可以小于总数'),
  'towns.[].code': '镇街的行政区划代码',
  'towns.[].name': '镇街名称',
  'towns.[].count': counted('件', '今日 0 时至数据时间受理的件数'),
  'towns.[].low': counted('件', '该镇街自身的常态下限：同一星期几、到同一时刻'),
  'towns.[].high': counted('件', '该镇街自身的常态上限：同一星期几、到同一时刻'),
}

const repeated: Fields = {
  repeats: '重复投诉：办结后又来的',
  'repeats.rate': counted('%', '重复工单占受理的比例'),
  'repeats.weeks': listed('由早到晚', '近几周的重复率'),
  'repeats.weeks.[].label': '周的名称，例如 前 1 周',
  'repeats.weeks.[].rate': counted('%', '该周的重复率'),
  'repeats.clusters': listed('件数多的在前，照来源的顺序显示', '反复投诉的地点与类别，须从源头治理'),
  'repeats.clusters.[].key': '编号，事项清单以它指到这里',
  'repeats.clusters.[].code': '所在镇街的行政区划代码',
  'repeats.clusters.[].town': '镇街名称',
  'repeats.clusters.[].topic': '类别',
  'repeats.clusters.[].count': counted('件', '近 30 日的件数'),
  dispatch: '智能派单',
  'dispatch.share': counted('%', '自动派单占今日派单的比例'),
  'dispatch.auto': counted('件', '今日自动派单的件数'),
  'dispatch.manual': counted('件', '今日人工派单的件数'),
  'dispatch.accuracy': counted('%', '自动派单中未被退回的比例'),
  'dispatch.days': listed('由早到晚；面板取末 6 日', '各日自动派单的准确率；没有派单的日子不列'),
  'dispatch.days.[].label': '日期的显示，例如 11-17',
  'dispatch.days.[].accuracy': counted('%', '该日自动派单的准确率'),
}

export const fields: DomainFields = {
  operation: { ...received, ...stock, ...comparison, ...repeated },
  answers: { 'hotline.orders': under('rows.[]', ORDER), 'hotline.order': under('row', ORDER) },
}
