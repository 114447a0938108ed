import * as z from 'zod/mini'
import { documentSchema } from '../../contract/document'
import { course, measure, rateMeasure } from '../../contract/measure'
import type { Whole } from '../../contract/parts'
import { count, list, moment, rate, regionCode, slug, text, together } from '../../contract/primitives'
import { documentReader } from '../../contract/reader'
import { FAULT_STATES, FAULT_TYPES } from './codes'

const stock = { channels: count, offline: count }
const offlineWithin = <T extends { channels: number; offline: number }>() =>
  z.refine<T>((row) => row.offline <= row.channels, { path: ['offline'], error: '离线路数大于总路数' })

const source = z
  .object({
    key: slug,
    label: text(8),
    /** Decides which target holds; a source without a group has none. */
    group: z.optional(z.enum(['key', 'sector'])),
    ...stock,
  })
  .check(offlineWithin())
export type VideoSource = z.infer<typeof source>

const deviceType = z.object({ key: slug, label: text(8), ...stock }).check(offlineWithin())
export type DeviceType = z.infer<typeof deviceType>

const town = z
  .object({
    code: regionCode,
    name: text(16),
    cameras: count,
    offline: count,
    /** The town's own usual number offline at this hour (P10–P90 of the last 14 days). */
    low: z.optional(count),
    high: z.optional(count),
    /** Offline on each of the last 24 whole hours, over its usual number at that hour. */
    course: z.optional(course),
  })
  .check(
    z.refine((t) => t.offline <= t.cameras, { path: ['offline'], error: '离线路数大于总路数' }),
    z.refine((t) => together(t.low, t.high, (low, high) => low <= high), {
      path: ['low'],
      error: '下限大于上限',
    }),
  )
export type VideoTown = z.infer<typeof town>

const fault = z.object({
  key: text(40),
  place: text(8),
  town: z.optional(regionCode),
  townName: z.optional(text(16)),
  source: z.optional(text(8)),
  channels: count,
  type: z.enum(FAULT_TYPES),
  since: moment,
  state: z.optional(z.enum(FAULT_STATES)),
  owner: z.optional(text(16)),
  /** The open exception this fault is the subject of. */
  exception: z.optional(z.nullable(text(48))),
})
export type VideoFault = z.infer<typeof fault>

const ageBand = z.object({ key: slug, label: text(8), count })

const plan = z
  .object({
    key: slug,
    name: text(10),
    channels: count,
    viewed: count,
    dwellSeconds: z.optional(count),
    running: z.optional(z.boolean()),
  })
  .check(z.refine((p) => p.viewed <= p.channels, { path: ['viewed'], error: '已看路数大于计划' }))
export type PatrolPlan = z.infer<typeof plan>

/** A rate of quality, with what fails it: the failing number gets the space. */
const quality = z.object({ metric: slug, rate: rateMeasure, failing: z.optional(measure) })
export type Quality = z.infer<typeof quality>

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const offlineOf = (rows: readonly { offline: number }[]) => sum(rows.map((row) => row.offline))
const channelsOf = (rows: readonly { channels: number }[]) => sum(rows.map((row) => row.channels))

/** Every part is optional: what a city's platform does not know is left out of the document. */
export const operation = z
  .object({
    channels: z.optional(measure),
    offline: z.optional(measure),
    onlineRate: z.optional(rateMeasure),
    /** 路次 since midnight: a channel that drops twice counts twice. */
    dropped: z.optional(measure),
    restored: z.optional(measure),
    sources: z.optional(list(source, 20)),
    types: z.optional(list(deviceType, 8)),
    towns: z.optional(list(town, 400)),
    /** Online rate on the hour over the last 24 hours, then at the data time. */
    trend: z.optional(list(z.object({ at: moment, rate: z.nullable(rate) }), 26)),
    faults: z.optional(list(fault, 40)),
    /** Every open fault of any type, of which `faults` lists those that weigh most. */
    open: z.optional(z.object({ total: count, states: z.optional(z.record(z.enum(FAULT_STATES), count)) })),
    ageing: z.optional(list(ageBand, 8)),
    patrol: z.optional(
      z.object({
        shift: z.optional(text(6)),
        from: z.optional(moment),
        to: z.optional(moment),
        plans: list(plan, 12),
      }),
    ),
    quality: z.optional(list(quality, 6)),
  })
  .check(
    z.refine((o) => together(o.sources, o.channels?.value, (rows, all) => channelsOf(rows) === all), {
      path: ['sources'],
      error: '各来源路数之和不等于总路数',
    }),
    z.refine((o) => together(o.sources, o.offline?.value, (rows, all) => offlineOf(rows) === all), {
      path: ['sources'],
      error: '各来源离线之和不等于离线路数',
    }),
    z.refine((o) => together(o.types, o.channels?.value, (rows, all) => channelsOf(rows) === all), {
      path: ['types'],
      error: '各设备类型之和不等于全部',
    }),
    z.refine((o) => together(o.types, o.offline?.value, (rows, all) => offlineOf(rows) === all), {
      path: ['types'],
      error: '各设备类型离线之和不等于离线路数',
    }),
    // ≤: a live platform may hold channels that are not placed in any town yet.
    z.refine((o) => together(o.towns, o.offline?.value, (rows, all) => offlineOf(rows) <= all), {
      path: ['towns'],
      error: '各镇街离线之和大于离线路数',
    }),
    z.refine(
      (o) => together(o.ageing, o.offline?.value, (rows, all) => sum(rows.map((a) => a.count)) === all),
      {
        path: ['ageing'],
        error: '离线时长分布之和不等于离线路数',
      },
    ),
    z.refine(
      (o) => together(o.onlineRate?.value, onlineOf(o), (rate_, online) => Math.abs(rate_ - online) < 0.01),
      {
        path: ['onlineRate'],
        error: '在线率与离线路数不符',
      },
    ),
    z.refine(
      ({ open }) => together(open?.states, open?.total, (states, all) => sum(Object.values(states)) === all),
      {
        path: ['open'],
        error: '各状态故障之和不等于故障总数',
      },
    ),
    z.refine((o) => together(o.faults, o.open?.total, (rows, all) => rows.length <= all), {
      path: ['open'],
      error: '故障清单多于故障总数',
    }),
    z.refine(({ trend = [] }) => trend.every((p, i) => i === 0 || p.at > (trend[i - 1]?.at ?? '')), {
      path: ['trend'],
      error: '时间未按先后排列',
    }),
  )
export type VideoOperation = z.infer<typeof operation>
export type WholeVideo = Whole<VideoOperation>

interface Stock {
  readonly channels?: { readonly value: number | null } | undefined
  readonly offline?: { readonly value: number | null } | undefined
}

/** The online rate the counts come to; null where they do not say. */
function onlineOf({ channels, offline }: Stock): number | null {
  const whole = channels?.value ?? 0
  const down = offline?.value ?? null
  return whole === 0 || down === null ? null : ((whole - down) / whole) * 100
}

export const schema = documentSchema('video', operation)
export type VideoDocument = z.infer<typeof schema>

export const readers = [documentReader({ id: 'video', schema })]
