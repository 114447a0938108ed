/** What can be wrong with a channel. Only 断链 takes it offline: 黑屏, 遮挡 and 偏移 spoil its picture, 存储异常 its recording. */
export const FAULT_TYPES = ['断链', '黑屏', '遮挡', '偏移', '存储异常'] as const
export type FaultType = (typeof FAULT_TYPES)[number]

/** The one type that takes a channel offline, and the one that only costs its recording. The others spoil the picture. */
export const CUT_OFF: FaultType = '断链'
export const NO_RECORDING: FaultType = '存储异常'

export const FAULT_STATES = ['待派单', '已派单', '处理中', '待复核'] as const
export type FaultState = (typeof FAULT_STATES)[number]

/** How a camera is as a map shows it: 在线, 在线 with a bad picture or no recording, 离线. */
export const POINT_STATES = ['online', 'impaired', 'offline'] as const
export type PointState = (typeof POINT_STATES)[number]

/** What a channel looks through, as GB/T 28181 tells them apart (PTZType 1–7), and everything else. */
export const DEVICE_TYPES = [
  'ptz',
  'dome',
  'fixed',
  'remote',
  'remote-dome',
  'panorama',
  'split',
  'other',
] as const
export type DeviceTypeCode = (typeof DEVICE_TYPES)[number]
