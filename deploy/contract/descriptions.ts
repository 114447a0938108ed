import { ENVELOPE_FIELDS } from './envelope'
import { counted, listed, type Fields } from './field'

/**
 * What an editor shows while somebody writes a configuration or a document. Kept here and not in the schemas, so that no browser
 * downloads it. `*` is any key of a record, `[]` any item of a list; a path that ends in `?` need not exist.
 */
export const CONFIG_FIELDS: Readonly<Record<string, string>> = {
  $schema: '编辑器据此补全与校验，写 "./contract/config.schema.json"',
  mode: 'demo：模拟数据，处处标明；live：只用接口数据，任何时候都不掺入模拟',
  title: '页头标题',
  audience: '谁在看。duty：值班；tour：参观，个人信息再隐去一级',
  cities: '可选城市，对应 config/cities/<id>.json：只写代号，或连名称一起写（启动时少读一个文件）',
  'cities.[].id': '城市代号',
  'cities.[].name': '城市名称，列表中显示',
  scenes: '场景及其先后，对应 config/scenes/<id>.json：只写代号，或连标题一起写（启动时少读一个文件）',
  'scenes.[].id': '场景代号',
  'scenes.[].title': '场景标题，页头中显示',
  defaults: '网址未指明时的城市、场景与主题',
  'defaults.city': '默认城市，须在 cities 中',
  'defaults.scene': '默认场景，须在 scenes 中',
  'defaults.theme': 'dark：深色；light：浅色',
  sources: '数据源，一个数据集一项；没有写的数据集显示“未接入”',
  'sources.*': '一个数据集从哪里来、怎样变成契约文档；至少有 poll、derive、act 之一',
  'sources.*.poll': '定时读取一个地址',
  'sources.*.poll.url':
    '本站路径，须与页面同源，不得含密钥。可用 {city} 城市、{region} 行政区划代码（未选镇街时为全市代码）、{dataset} 数据集，例如 api/{city}/{dataset}/{region}',
  'sources.*.poll.everyMs': '读取间隔，毫秒；有推送时自动放宽，从不停止',
  'sources.*.poll.timeoutMs': '单次读取的时限，毫秒',
  'sources.*.poll.maxBytes': '单次读取的上限，字节；超过即中止',
  'sources.*.derive':
    '由其他数据集汇成，不需要接口；只适用于 exceptions 与 city-overview。与 poll 并用时，只汇总接口没有给出的部分',
  'sources.*.derive.everyMs': '旧版的汇总间隔，不再起作用：所依据的数据一变就重新汇总',
  'sources.*.act':
    '办理一件事的地址：以 POST 发出，带 Idempotency-Key，返回回执；单独成一个来源，例如 hotline.supervise',
  'sources.*.act.url': '本站路径；{city}、{region}、{id} 会被填入',
  'sources.*.act.timeoutMs': '单次办理的时限，毫秒',
  'sources.*.act.maxBytes': '回执的上限，字节',
  'sources.*.push': '推送只通知“有变化”，数据仍由 poll 读取；断开时照常轮询',
  'sources.*.push.kind': 'sse：服务器发送事件；mqtt：MQTT over WebSocket',
  'sources.*.push.url': '本站路径，例如 api/stream；可用 {city} {dataset}。同一地址只建一条连接',
  'sources.*.push.topic': '本数据集的主题；可用 {city} {dataset}',
  'sources.*.envelope': '接口在 HTTP 200 里用业务码报错时的写法，例如 {code, msg, data}',
  'sources.*.envelope.code': '业务码所在，用点号分层，例如 code',
  'sources.*.envelope.ok': '表示成功的业务码，例如 [0, 200]',
  'sources.*.envelope.auth': '表示会话失效的业务码，例如 [401, 50014]',
  'sources.*.envelope.message': '错误说明所在，例如 msg',
  'sources.*.envelope.data': '数据所在，例如 data；不写则为整个返回',
  'sources.*.map':
    '字段映射（JSONata），一段文字或逐行的列表；结果是一份契约文档，至少 { "asOf": …, "operation": {…} }，其余由本配置补齐。除 JSONata 自身的函数外可用 $cnTime $iso $num $percent $cn $enum $measure $rate $rows $groupCount $receivedAt $city $region 等；列表用 $rows，或以 [] 结尾，否则单条会变成对象',
  'sources.*.enums': '$enum(表, 码) 用的码表：表名 → 码 → 值',
  'sources.*.enums.*': '一张码表：对方的码 → 契约中的值；else 是表外各码的值，null 表示未知',
  'sources.*.personal':
    '含个人信息的字段，在映射之前脱敏：对方的字段名 → 种类。name 姓名、phone 电话、id 证件号、plate 车牌、address 地址、company 单位、text 自由文字、drop 整个去掉；number 只是像电话的数量，不脱敏；public 物或单位的名称，原样显示。可写路径 who.nm',
  'sources.*.personal.*':
    'name 姓名、phone 电话、id 证件号、plate 车牌、address 地址、company 单位、text 自由文字、drop 去掉、number 数量（不脱敏）、public 物或单位的名称（不脱敏）',
  'sources.*.zone': '没有写时区的时间按哪个时区读，例如 +08:00',
  'sources.*.crs': '来源坐标所用的坐标系；程序内一律为 WGS-84',
  'sources.*.about': '数据由谁提供；有 map 时必填',
  'sources.*.about.name': '来源系统的名称，面板上显示',
  'sources.*.about.owner': '责任单位',
  'sources.*.about.cadenceSeconds': '来源自身的更新周期，秒；超过 2 倍为延迟，5 倍为过期',
  'sources.*.records':
    '此源给出记录，一行一件，种类即源的代号（如 hotline.work-order）；该域文档中的各数由程序按行计数。记录是全市的，地址中不写 {region}',
  'sources.*.records.from': '列表所在，用点号分层，例如 data.list；不写则返回本身就是列表',
  'sources.*.records.total': '来源所称的总行数所在；收到的少于它则整份拒绝，不少算',
  'sources.*.records.next': '下一页游标所在；地址中有 {cursor} 时必填',
  'sources.*.records.asOf': '记录的数据时间所在；不写则为应答时间',
  'sources.*.records.size': '每页行数，填入地址中的 {size}；少于它的一页即末页',
  'sources.*.records.firstPage': '首页的页码，0 或 1',
  'sources.*.records.maxRows': '超过此行数则拒绝，不少算',
  'sources.*.records.keepDays': '成为历史（如办结）超过此天数的记录不再保留；也是首次取数时 {since} 的起点',
  'sources.*.records.wholeEveryMs': '地址中有 {since} 时，每隔此毫秒数仍全部重读一次：被删除的行不在变更之中',
  'sources.*.records.expect':
    '来源自报的合计：与按记录计的数不一致（超出舍入）时显示口径待核及两个数，不影响其他',
  'sources.*.records.expect.*': '该合计在返回中的位置，用点号分层；键是文档中的部分，如 open、returns.count',
  'sources.*.records.dirtyShare': '未计入的行超过此比例（0–1）时，在数据健康中说明',
  'sources.*.records.optional': '为 true 时，读不到这些记录，文档仍由其余的计数',
  'sources.*.records.fields': '记录的列 → 在来源行中的字段；与 map 二选一',
  'sources.*.records.fields.*':
    '字段名，或一条规则 {from, …}；镇街写 {code, name}，或从地址中找 {from, find: "town"}',
  'sources.*.records.fields.*.from': '字段名，用点号分层；写几个则取第一个有值的',
  'sources.*.records.fields.*.value': '每行都相同的值',
  'sources.*.records.fields.*.map': '只算这一个字段的 JSONata：对一行，或对 from 处的值',
  'sources.*.records.fields.*.as':
    '按什么读：time 时间、number 数、text 文字、flag 是否、json 文本中的 JSON；不写则按该列的类型',
  'sources.*.records.fields.*.table': '按 enums 中的哪张码表换成文字',
  'sources.*.records.fields.*.find':
    '在较长的文字（如地址）中找城市配置里的名称：town 镇街，dept 部门；找到两个不同的算未知',
  'sources.*.records.fields.*.blank': '除空值、短横、无、暂无外，还有哪些写法表示未知',
  'sources.*.records.fields.*.default': '未知或没有此字段时的值；表外的码永远不用它',
  'sources.*.records.fields.*.signed': '为 true 时 −1 是一个数，而不是未知',
  'sources.*.records.fields.*.zone': '没有写时区的时间按哪个时区读；默认同来源的 zone',
  'sources.*.records.fields.*.format': '时间的书写格式，例如 dd/MM/yyyy HH:mm',
  'sources.*.records.fields.*.codes': '对方的码 → 文字；表外的码点名，只损失该行，除非写了 else',
  'sources.*.records.fields.*.codes.*': '一个码的文字',
  'sources.*.records.fields.*.optional': '为 true 时，没有此字段的行视为未知，而不是缺损',
  'sources.*.records.fields.*.code': '行政区划代码的字段',
  'sources.*.records.fields.*.name': '镇街名称的字段',
  'sources.*.staleAfterMs': '数据过期的年龄，毫秒；默认为更新周期的 5 倍',
  session: '会话失效时怎么办；大屏保留现有数据并重试，从不跳到登录页',
  'session.renewUrl': '以 POST 续期会话的本站路径，凭 Cookie；返回 2xx 或 401',
  'session.loginUrl': '有人操作的屏幕可去的登录页，本站路径',
  duty: '页头的值班信息；null 为不显示',
  'duty.chief': '带班领导，须已脱敏，例如 李**',
  'duty.shift': '班次，例如 中班 08–20 时',
}

/** The same for every dataset: the envelope. What stands in it is in `envelope.ts`. */
export const DOCUMENT_FIELDS: Fields = {
  contract: '数据集与主版本。程序读本版与上一版，其余拒绝',
  city: '城市，与地址中的 {city} 相同',
  region: '行政区划代码：全市为本市代码，否则为镇街代码',
  asOf: '数据自身的时间，带时区；实时、延迟、过期都由它判断，不是请求的时间',
  source: '数据由谁提供',
  'source.name': '来源系统的名称',
  'source.owner': '责任单位',
  'source.cadenceSeconds': counted('秒', '来源自身的更新周期；超过 2 倍为延迟，5 倍为过期'),
  'source.simulated': '是否模拟；实时接口一律为 false',
  'source.basis': '仅演示：模拟与什么相加相符',
  absence: '没有运行数据的原因；有它时 operation 须为 null',
  document: '已发布数字所出自的文件；没有则为 null',
  operation:
    '运行数据；没有接口的部分可以不写，缺了它便无可显示的面板写明“数据源未提供”。本期没有数据时为 null',
  ...ENVELOPE_FIELDS,
}

/** The same for every list, record, list of points and receipt; each has some of these. */
export const ANSWER_FIELDS: Fields = {
  contract: '契约与主版本，其余拒绝',
  'asOf?': '数据自身的时间，带时区；不是请求的时间',
  'rows?': listed('按 sort；不写则由接口决定，各页须一致', '本页的行'),
  'total?': counted('行', '符合筛选的总行数；不计数的写 null 或不写'),
  'next?': '下一页的游标，页面原样送回 cursor；末页为 null 或不写',
  'groups?': listed('行数多者在前', '按 group 所问字段的每个值各有几行；没有问 group 则不写'),
  'groups.[].value?': '字段的值；这个字段不知道的行合为 null',
  'groups.[].count?': counted('行', '有这个值的行数'),
  'row?': '这一条；没有这个编号为 null，不要用 404',
  'points?': listed('不限', '全部点位，不分页；页面收到后按列存放（编号、经度、纬度、状态各一列）'),
  'points.[].id?': '点位编号',
  'points.[].lng?': counted('度', '经度，WGS-84（可在 sources 中以 crs 写明其他坐标系）'),
  'points.[].lat?': counted('度', '纬度，WGS-84'),
  'points.[].state?': '状态代码',
  'key?': '请求头 Idempotency-Key 的值，原样送回；不同的视为别的操作的回执',
  'state?': 'done 已办成；pending 已收下，尚未办成；refused 不能办，原因写在 message',
  'at?': '办成或收下的时间，带时区',
  'message?': '给操作的人看的一句话；没有则为 null 或不写',
}
