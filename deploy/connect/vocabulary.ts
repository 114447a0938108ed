/** What systems call a column, besides its own name and its own description. */
interface Called {
  readonly zh: readonly string[]
  /** Words that mean the same as a word of the column's name. */
  readonly en: readonly string[]
}

/** By the name of the column, of whatever kind. */
export const VOCABULARY: Readonly<Record<string, Called>> = {
  orderNo: {
    zh: ['工单号', '工单编号', '单号', '受理编号', '诉求编号'],
    en: ['order no', 'case no', 'work order no', 'wo no', 'ticket no'],
  },
  id: {
    zh: ['通道编号', '设备编号', '国标编号', '摄像头编号'],
    en: ['device id', 'channel id', 'camera id', 'device code'],
  },
  title: { zh: ['标题', '主题', '工单标题', '诉求标题'], en: ['title', 'subject', 'headline'] },
  type: {
    zh: ['类型', '工单类型', '诉求类型'],
    en: ['type', 'order type', 'kind', 'ptz type', 'device type'],
  },
  category: { zh: ['类别', '分类', '诉求类别', '问题类别'], en: ['category', 'class'] },
  channel: {
    zh: ['渠道', '来源', '来电渠道', '诉求来源', '受理方式'],
    en: ['channel', 'source', 'order source'],
  },
  dept: {
    zh: ['部门', '单位', '承办单位', '承办部门', '主办部门', '责任单位', '办理单位', '处置单位'],
    en: ['dept', 'department', 'org', 'unit', 'dept name'],
  },
  town: {
    zh: ['镇街', '街道', '乡镇', '街镇', '所属镇街', '行政区划', '区划', '所在镇街', '事发镇街'],
    en: ['town', 'street', 'area', 'region', 'division'],
  },
  mode: { zh: ['派单方式', '派发方式'], en: ['mode', 'dispatch mode'] },
  stage: {
    zh: ['状态', '工单状态', '环节', '当前环节', '办理状态', '处理状态'],
    en: ['status', 'state', 'stage', 'order status'],
  },
  acceptedAt: {
    zh: ['受理时间', '登记时间', '来电时间'],
    en: ['accept time', 'receive time', 'register time', 'create time'],
  },
  dispatchedAt: {
    zh: ['派单时间', '派发时间', '交办时间', '转办时间'],
    en: ['dispatch time', 'assign time', 'send time'],
  },
  signedAt: { zh: ['签收时间', '接单时间'], en: ['sign time', 'receipt time'] },
  returnedAt: { zh: ['退单时间', '退回时间'], en: ['return time', 'back time'] },
  returnReason: { zh: ['退单理由', '退单原因', '退回原因'], en: ['return reason', 'back reason'] },
  reassignedAt: { zh: ['改派时间', '转派时间'], en: ['reassign time', 'transfer time'] },
  reassignedFrom: { zh: ['改派前单位', '原承办单位', '原主办单位'], en: ['former dept', 'origin dept'] },
  repliedAt: { zh: ['回复时间', '答复时间', '反馈时间'], en: ['reply time', 'answer time', 'feedback time'] },
  reworkedAt: { zh: ['重办时间', '重新办理时间'], en: ['rework time'] },
  calledBackAt: { zh: ['回访时间'], en: ['callback time', 'visit time', 'revisit time'] },
  closedAt: {
    zh: ['办结时间', '结案时间', '完成时间', '归档时间', '闭环时间'],
    en: ['close time', 'finish time', 'end time', 'complete time'],
  },
  extendedAt: { zh: ['延期时间'], en: ['extend time', 'delay time'] },
  extendReason: { zh: ['延期理由', '延期原因'], en: ['extend reason', 'delay reason'] },
  supervisedAt: { zh: ['督办时间'], en: ['supervise time', 'urge time'] },
  dueAt: {
    zh: ['时限', '时限时间', '截止时间', '办理时限', '办理期限', '到期时间', '限办时间', '期限'],
    en: ['due time', 'limit time', 'deadline', 'expire time'],
  },
  repeatOf: {
    zh: ['重复工单', '重复工单编号', '原工单编号', '关联工单'],
    en: ['repeat no', 'parent no', 'origin no', 'related no'],
  },
  solved: { zh: ['是否解决', '解决情况'], en: ['solve', 'resolve', 'is solve'] },
  satisfaction: { zh: ['满意度', '满意程度'], en: ['satisfaction', 'satisfy', 'score'] },
  updatedAt: {
    zh: ['更新时间', '修改时间', '最后修改时间'],
    en: ['update time', 'modify time', 'change time', 'gmt modify'],
  },
  state: { zh: ['状态'], en: ['state', 'status'] },
  hall: { zh: ['大厅编号', '大厅', '厅编号'], en: ['hall', 'hall code', 'hall no'] },
  line: { zh: ['队列', '队列名称'], en: ['line', 'queue', 'queue name'] },
  business: {
    zh: ['业务', '业务类型', '业务名称', '事项名称'],
    en: ['business', 'biz', 'biz name', 'business name'],
  },
  takenAt: { zh: ['取号时间'], en: ['take time'] },
  calledAt: { zh: ['叫号时间'], en: ['call time'] },
  startAt: { zh: ['开始时间', '办理时间'], en: ['start time', 'begin time'] },
  endAt: { zh: ['结束时间', '办结时间'], en: ['end time', 'finish time'] },
  startedAt: { zh: ['开始时间', '发生时间', '离线时间'], en: ['start time', 'begin time', 'offline time'] },
  endedAt: { zh: ['恢复时间', '结束时间'], en: ['end time', 'recover time', 'restore time'] },
  online: {
    zh: ['在线', '是否在线', '在线状态'],
    en: ['online', 'is online', 'online flag', 'online status', 'status'],
  },
  lng: { zh: ['经度'], en: ['lng', 'lon', 'longitude'] },
  lat: { zh: ['纬度'], en: ['lat', 'latitude'] },
  owner: { zh: ['责任单位', '整改单位', '处置单位'], en: ['owner', 'owner dept', 'duty dept'] },
  raisedAt: { zh: ['提出时间', '创建时间'], en: ['raise time', 'create time'] },
  issueNo: { zh: ['问题编号', '编号'], en: ['issue no', 'biz no', 'problem no'] },
  mounted: { zh: ['是否挂载', '挂载状态'], en: ['mount', 'is mount'] },
  catalogId: { zh: ['目录编号', '目录编码'], en: ['catalog no', 'catalogue no', 'dataset no'] },
}
