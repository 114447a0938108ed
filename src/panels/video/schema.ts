import * as z from 'zod/mini'
import { documentSchema } from '../../contract/document'
import { measure, rateMeasure } from '../../contract/measure'
import { count, list, moment, rate, regionCode, slug, text } from '../../contract/primitives'
import { demo } from './schema-demo'

/** What can be wrong with a channel. Only 断链 takes it offline: 黑屏, 遮挡 and 偏移 spoil its picture, 存储异常 its recording. */
export const FAULT_TYPES = ['断链', '黑屏', '遮挡', '偏移', '存储异常'] as const
export type FaultType = (typeof FAULT_TYPES)[number]

export const FAULT_STATES = ['待派单', '已派单', '处理中', '待复核'] as const
export type FaultState = (typeof FAULT_STATES)[number]

const stock = { channels: count, offline: count }
const offlineWithin = <T extends { channels: number; offline: number }>() =>
  z.refine<T>((row) => row.offline <= row.channels, { path: ['offline'], error: '离线路数大于总路数' })

const source = z
  .strictObject({ key: slug, label: text(8), group: z.enum(['key', 'sector']), ...stock })
  .check(offlineWithin())
export type VideoSource = z.infer<typeof source>

const deviceType = z.strictObject({ key: slug, label: text(8), ...stock }).check(offlineWithin())
export type DeviceType = z.infer<typeof deviceType>

const town = z
  .strictObject({
    code: regionCode,
    name: text(16),
    cameras: count,
    offline: count,
    /** The town's own usual number offline at this hour (P10–P90 of the last 14 days). */
    low: count,
    high: count,
  })
  .check(
    z.refine((t) => t.offline <= t.cameras, { path: ['offline'], error: '离线路数大于总路数' }),
    z.refine((t) => t.low <= t.high, { path: ['low'], error: '下限大于上限' }),
  )
export type VideoTown = z.infer<typeof town>

const fault = z.strictObject({
  key: text(40),
  place: text(8),
  town: regionCode,
  townName: text(16),
  source: text(8),
  channels: count,
  type: z.enum(FAULT_TYPES),
  since: moment,
  state: z.enum(FAULT_STATES),
  owner: text(16),
  /** The open exception this fault is the subject of. */
  exception: z.nullable(text(48)),
})
export type VideoFault = z.infer<typeof fault>

const ageBand = z.strictObject({ key: slug, label: text(8), count })

const plan = z
  .strictObject({
    key: slug,
    name: text(10),
    channels: count,
    viewed: count,
    dwellSeconds: count,
    running: z.boolean(),
  })
  .check(z.refine((p) => p.viewed <= p.channels, { path: ['viewed'], error: '已看路数大于计划' }))
export type PatrolPlan = z.infer<typeof plan>

/** A rate of quality, with what fails it: the failing number gets the space. */
const quality = z.strictObject({ metric: slug, rate: rateMeasure, failing: measure })
export type Quality = z.infer<typeof quality>

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const near = (a: number | null, b: number) => a !== null && Math.abs(a - b) < 0.01
const offlineOf = (rows: readonly { offline: number }[]) => sum(rows.map((row) => row.offline))
const channelsOf = (rows: readonly { channels: number }[]) => sum(rows.map((row) => row.channels))

export const operation = z
  .strictObject({
    channels: measure,
    offline: measure,
    onlineRate: rateMeasure,
    /** 路次 since midnight: a channel that drops twice counts twice. */
    dropped: measure,
    restored: measure,
    sources: list(source, 20),
    types: list(deviceType, 8),
    towns: list(town, 400),
    /** Online rate on the hour over the last 24 hours, then at the data time. */
    trend: list(z.strictObject({ at: moment, rate: z.nullable(rate) }), 26),
    faults: list(fault, 40),
    /** Every open fault of any type, of which `faults` lists those that weigh most. */
    open: z.strictObject({ total: count, states: z.record(z.enum(FAULT_STATES), count) }),
    ageing: list(ageBand, 8),
    patrol: z.strictObject({ shift: text(6), from: moment, to: moment, plans: list(plan, 12) }),
    quality: list(quality, 6),
    demo: z.optional(demo),
  })
  .check(
    z.refine((o) => channelsOf(o.sources) === o.channels.value, {
      path: ['sources'],
      error: '各来源路数之和不等于总路数',
    }),
    z.refine((o) => offlineOf(o.sources) === o.offline.value, {
      path: ['sources'],
      error: '各来源离线之和不等于离线路数',
    }),
    z.refine((o) => channelsOf(o.types) === o.channels.value && offlineOf(o.types) === o.offline.value, {
      path: ['types'],
      error: '各设备类型之和不等于全部',
    }),
    // ≤: a live platform may hold channels that are not placed in any town yet.
    z.refine((o) => offlineOf(o.towns) <= (o.offline.value ?? 0), {
      path: ['towns'],
      error: '各镇街离线之和大于离线路数',
    }),
    z.refine((o) => sum(o.ageing.map((a) => a.count)) === o.offline.value, {
      path: ['ageing'],
      error: '离线时长分布之和不等于离线路数',
    }),
    z.refine((o) => o.channels.value === 0 || near(o.onlineRate.value, onlineOf(o)), {
      path: ['onlineRate'],
      error: '在线率与离线路数不符',
    }),
    z.refine((o) => sum(Object.values(o.open.states)) === o.open.total && o.faults.length <= o.open.total, {
      path: ['open'],
      error: '各状态故障之和不等于故障总数',
    }),
    z.refine((o) => o.trend.every((p, i) => i === 0 || p.at > (o.trend[i - 1]?.at ?? '')), {
      path: ['trend'],
      error: '时间未按先后排列',
    }),
  )
export type VideoOperation = z.infer<typeof operation>

function onlineOf({
  channels,
  offline,
}: {
  channels: { value: number | null }
  offline: { value: number | null }
}) {
  const whole = channels.value ?? 0
  return ((whole - (offline.value ?? 0)) / whole) * 100
}

export const schema = documentSchema('video', operation)
export type VideoDocument = z.infer<typeof schema>
