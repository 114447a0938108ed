import { pointsReader } from '../../contract/points'
import { codeColumn } from '../../contract/records/kind'
import { POINT_STATES } from './codes'
import { DEVICE_TYPES } from './records'

/** Where cameras stand and how they are, of a site that keeps no register of them here. */
const points = pointsReader({
  id: 'video.points',
  states: POINT_STATES,
  about: {
    id: '通道编号（GB/T 28181 的 20 位编码），按原样',
    name: '通道名称',
    state: 'online 在线、impaired 在线而画面或录像有故障、offline 离线',
  },
  groups: {
    source: codeColumn(null, { about: '来源单位，如 公安' }),
    type: codeColumn(DEVICE_TYPES, { about: '设备类型，同通道记录的 type' }),
  },
})

export const readers = [points]
