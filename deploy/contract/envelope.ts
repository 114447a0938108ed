import { counted, listed, type Fields } from './field'

const ABSENCE: Fields = {
  'absence.kind': 'not-built 没有建设、not-connected 没有接入、no-permission 没有权限',
  'absence.reason': '为什么没有，一句话',
  'absence.source': '依据：出自哪份文件或谁的说明',
  judged: '来源没有判断哪些事项需要处置时为 false：清单为空不等于没有事项。不写即已判断',
}

const PUBLISHED: Fields = {
  'document.title': '文件标题',
  'document.issuer': '发布单位',
  'document.published': '发布日期，照原文',
  published: listed('照文件先后；面板按指标挑选', '文件中已发布的数字，照原文；没有则为空列表'),
  'published.[].id': '事实编号，例如 BY-049',
  'published.[].metric': '指标代号',
  'published.[].label': '全称',
  'published.[].short': '面板上的简称',
  'published.[].printed': '照原文的写法，三段相接，例如 超 + 31 + 万件',
  'published.[].printed.lead': '数字之前的文字；没有则为空',
  'published.[].printed.figure': '数字，照原文',
  'published.[].printed.tail': '数字之后的文字；没有则为空',
  'published.[].value': counted('见 unit', '同一数字换算为基本单位，供核对'),
  'published.[].unit': '基本单位',
  'published.[].period': '数字所属的时段',
  'published.[].role':
    'actual 实绩、target 目标、baseline 基数、limit 限值、plan 计划、change 变化、rank 排名',
  'published.[].area': '所属领域',
  'published.[].system': '所出自的系统',
  'published.[].comparison': '原文中的比较；没有则为 null',
  'published.[].definition': '原文中的口径；没有则为 null',
  contradictions: listed('不限', '文件自相矛盾之处，两个数字并列；没有则为空列表'),
  'contradictions.[].id': '编号',
  'contradictions.[].title': '什么对不上',
  'contradictions.[].statements': listed('照原文先后', '互不相容的说法'),
  'contradictions.[].statements.[].label': '出处或名目',
  'contradictions.[].statements.[].value': '说法，照原文',
  'contradictions.[].statements.[].fact': '事实编号',
  'contradictions.[].arithmetic': '对不上的算式',
  'contradictions.[].metrics': listed('不限', '涉及的指标：显示它们的面板标明口径待核'),
}

const EXCEPTIONS: Fields = {
  exceptions: listed(
    '不限，程序按级别与剩余时间排列并编号',
    '本数据集中需要人处置的事项；没有则为空列表。责任单位、时限与下一步缺一不可',
  ),
  'exceptions.[].id': '事项编号，在全市不重复',
  'exceptions.[].severity': 'critical 一级 紧急、major 二级 重要、minor 三级 关注',
  'exceptions.[].domain': '由哪个数据集提出',
  'exceptions.[].metric': '触犯哪个指标的规则；显示该指标的面板带上标记',
  'exceptions.[].subject': '对象在数据集中的编号（工单、来源、大厅等），图中据此标出；没有则为 null',
  'exceptions.[].place': '所在镇街；涉及全域则为 null，不知在何处则不写（显示地点不详）',
  'exceptions.[].place.code': '镇街的行政区划代码',
  'exceptions.[].place.name': '镇街名称',
  'exceptions.[].what': '什么事，不含个人信息',
  'exceptions.[].owner': '责任单位',
  'exceptions.[].since': '从何时起，带时区',
  'exceptions.[].due': '处置时限，带时区',
  'exceptions.[].action': '下一步做什么',
  'exceptions.[].origin': 'source 由来源提出，rule 由本系统的规则提出；由程序填写，来源不写',
  'exceptions.[].evidence': '由规则提出的事项的依据，可据以复核；由程序填写，来源不写',
  'exceptions.[].evidence.rule': '规则的编号',
  'exceptions.[].evidence.observed': counted('规则所用单位', '观察到的值；规则不比较数值则为 null'),
  'exceptions.[].evidence.limit': counted('规则所用单位', '当时有效的限值；规则不比较数值则为 null'),
  'exceptions.[].evidence.records': listed('代表该事项的在前', '所涉记录的编号，至多 100 个'),
  'exceptions.[].evidence.count': counted('条', '所涉记录的总数；编号未全部列出时给出'),
  'exceptions.[].evidence.seen': '没有记录说明何时开始：since 是本屏首次见到的时间',
  'exceptions.[].evidence.covers': listed(
    '按规则的次序',
    '同因合并：记录全部包含在本事项之内、因此不另列的事项',
  ),
  'exceptions.[].evidence.covers.[].id': '不另列的事项的编号',
  'exceptions.[].evidence.covers.[].what': '不另列的事项',
  'exceptions.[].evidence.covers.[].place': '其所在：本事项在该处也列出；全市的为 null',
  'exceptions.[].evidence.covers.[].place.code': '区划代码',
  'exceptions.[].evidence.covers.[].place.name': '名称',
}

const RULES: Fields = {
  rules: '来源未判断时，本系统的处置规则判断的结果。由程序填写，来源不写',
  'rules.judged': counted('条', '有数据可判断的规则数'),
  'rules.faults': listed('按规则的次序', '未能执行的规则，或其中未能列入的事项'),
  'rules.faults.[].rule': '规则的编号',
  'rules.faults.[].field': '不存在的字段、没有限值的指标，或填不出的一项',
  'rules.faults.[].why': 'no-field 没有该字段、no-threshold 没有限值、unfilled 填不出该项',
  'rules.faults.[].things': counted('项', '因此未列入的事项数；整条规则未执行则为 null'),
  'rules.cut': listed('按规则的次序', '查出多于所限项数的规则'),
  'rules.cut.[].rule': '规则的编号',
  'rules.cut.[].total': counted('项', '该规则共查出的事项数'),
  'rules.unplaced': counted('项', '仅镇街的文档：查出而地点不详的事项数，不在清单中'),
}

const ROWS: Fields = {
  clashes: listed(
    '按种类，同种按配置的次序',
    '按记录计的数与来源自报的合计（records.expect）不一致之处，或一份文档中各项与总数不符（超出所印位数的舍入）之处，显示为口径待核。由程序填写，来源不写',
  ),
  'clashes.[].kind': '记录的种类，如 work-order',
  'clashes.[].part': '文档中的部分，如 open',
  'clashes.[].title': '不符的是什么；与来源自报的合计不一致时不写',
  'clashes.[].ours': counted('该部分的单位', '按记录计的数，或各项之和；计不出则为 null'),
  'clashes.[].theirs': counted('该部分的单位', '来源自报的数，或总数；返回中没有则为 null'),
  rows: listed(
    '不限',
    '由记录计数的文档，一种记录一项：读到与计入的行数、未计入的行错在哪里；由几个请求映射的文档缺了可选的请求时，另有一项。由程序填写，来源不写',
  ),
  'rows.[].kind': '记录的种类，如 work-order；由几个请求映射的文档为其数据集',
  'rows.[].read': counted('行', '读到的行数'),
  'rows.[].used': counted('条', '计入的不同记录数'),
  'rows.[].dirty': '未计入的行超过了配置的比例',
  'rows.[].faults': listed(
    '损失行数多的在前，照计的在后',
    '有错的字段：使行未被计入的至多 8 个，照计而点名的至多 8 个',
  ),
  'rows.[].faults.[].field': '字段',
  'rows.[].faults.[].message': '首行错在哪里',
  'rows.[].faults.[].rows': counted(
    '行',
    '因此未计入的行数；0 为没有取得的可选请求（requests），它所供的未知',
  ),
  'rows.[].faults.[].first': counted('行', '首行在返回中的位置，从 0 起'),
  'rows.[].faults.[].keys': listed(
    '编号从小到大',
    '这些行照计，这里是其中若干行的编号；未被计入的行没有此项',
  ),
}

/** The items of a document's envelope; what the envelope itself means stands in `DOCUMENT_FIELDS`. */
export const ENVELOPE_FIELDS: Fields = {
  ...ABSENCE,
  ...PUBLISHED,
  ...EXCEPTIONS,
  ...RULES,
  ...ROWS,
}
