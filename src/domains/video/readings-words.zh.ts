import { words as summary } from './summary-words.zh'

/** How channels and outages are read. */
export const words = {
  camera: {
    name: '视频通道',
    unit: '路',
    labels: {
      id: '通道编号',
      name: '通道名称',
      source: '来源单位',
      group: '适用目标',
      type: '设备类型',
      site: '点位类别',
      town: '镇街',
      offline: '信令',
      offlineSince: '离线自',
      offlineFor: '离线时长',
      seenAt: '最近在线',
      labelled: '标注合格',
      lng: '经度',
      lat: '纬度',
      updatedAt: '来源更新',
    },
    codes: {
      offline: { true: '离线', false: '在线' },
      group: { key: '重点公共区域', sector: '重点行业' },
      type: summary.type,
      offlineFor: summary.age,
    },
    units: {},
  },
  outage: {
    name: '视频故障记录',
    unit: '路次',
    labels: {
      outageNo: '记录编号',
      camera: '通道编号',
      fault: '故障单',
      type: '故障类型',
      place: '故障地点',
      source: '来源单位',
      town: '镇街',
      startedAt: '开始',
      dispatchedAt: '派单',
      acceptedAt: '开始处理',
      repairedAt: '修复待复核',
      endedAt: '恢复',
      owner: '处置单位',
    },
    codes: {},
    units: {},
  },
}
export type Words = typeof words
