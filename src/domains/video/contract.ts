import * as z from 'zod/mini'
import { documentSchema } from '../../contract/document'
import { course, measure, rateMeasure } from '../../contract/measure'
import type { Whole } from '../../contract/parts'
import { count, list, moment, rate, regionCode, slug, text, together } from '../../contract/primitives'
import { documentReader } from '../../contract/reader'
import type { Sum } from '../../contract/sums'
import { FAULT_STATES, FAULT_TYPES } from './codes'

const stock = { channels: count, offline: count }
const source = z.object({
  key: slug,
  label: text(8),
  /** Decides which target holds; a source without a group has none. */
  group: z.optional(z.enum(['key', 'sector'])),
  ...stock,
})
export type VideoSource = z.infer<typeof source>

const deviceType = z.object({ key: slug, label: text(8), ...stock })
export type DeviceType = z.infer<typeof deviceType>

const town = z
  .object({
    code: regionCode,
    name: text(16),
    cameras: count,
    offline: count,
    /** The town's own usual number offline at this hour (P10–P90 of the last weeks). */
    low: z.optional(count),
    high: z.optional(count),
    /** Offline on each of the last 24 whole hours, over its usual number at that hour. */
    course: z.optional(course),
  })
  .check(
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

const plan = z.object({
  key: slug,
  name: text(10),
  channels: count,
  viewed: count,
  dwellSeconds: z.optional(count),
  running: z.optional(z.boolean()),
})
export type PatrolPlan = z.infer<typeof plan>

/** A rate of quality, with what fails it: the failing number gets the space. */
const quality = z.object({ metric: slug, rate: rateMeasure, failing: z.optional(measure) })
export type Quality = z.infer<typeof quality>

/** Every part is optional: what a city's platform does not know is left out of the document. */
export const operation = z
  .object({
    channels: z.optional(measure),
    offline: z.optional(measure),
    onlineRate: z.optional(rateMeasure),
    /** 路次 since midnight, or in the last 24 hours where its period says so: a channel that drops twice counts twice. */
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

const offlineOf = (rows: readonly { offline: number }[] | undefined) => rows?.map((row) => row.offline)
const channelsOf = (rows: readonly { channels: number }[] | undefined) => rows?.map((row) => row.channels)

export const sums: readonly Sum<VideoOperation>[] = [
  {
    part: 'sources',
    says: '各来源路数之和不等于总路数',
    of: (o) => [[channelsOf(o.sources), o.channels?.value]],
  },
  {
    part: 'sources',
    says: '各来源离线之和不等于离线路数',
    of: (o) => [[offlineOf(o.sources), o.offline?.value]],
  },
  { part: 'types', says: '各设备类型之和不等于全部', of: (o) => [[channelsOf(o.types), o.channels?.value]] },
  {
    part: 'types',
    says: '各设备类型离线之和不等于离线路数',
    of: (o) => [[offlineOf(o.types), o.offline?.value]],
  },
  // At most: a live platform may hold channels that are not placed in any town yet.
  {
    part: 'towns',
    says: '各镇街离线之和大于离线路数',
    most: true,
    of: (o) => [[offlineOf(o.towns), o.offline?.value]],
  },
  {
    part: 'ageing',
    says: '离线时长分布之和不等于离线路数',
    of: (o) => [[o.ageing?.map((band) => band.count), o.offline?.value]],
  },
  {
    part: 'onlineRate',
    says: '在线率与离线路数不符',
    of: (o) => [[[onlineOf(o)], o.onlineRate?.value]],
  },
  {
    part: 'open',
    says: '各状态故障之和不等于故障总数',
    of: ({ open }) => [[open?.states && Object.values(open.states), open?.total]],
  },
  {
    part: 'faults',
    says: '故障清单多于故障总数',
    most: true,
    of: (o) => [[o.faults && [o.faults.length], o.open?.total]],
  },
  {
    part: 'offline',
    says: '离线路数大于总路数',
    most: true,
    of: (o) => [[[o.offline?.value], o.channels?.value]],
  },
  {
    part: 'sources',
    says: '来源的离线路数大于总路数',
    most: true,
    of: ({ sources = [] }) => sources.map((row) => [[row.offline], row.channels]),
  },
  {
    part: 'types',
    says: '设备类型的离线路数大于总路数',
    most: true,
    of: ({ types = [] }) => types.map((row) => [[row.offline], row.channels]),
  },
  {
    part: 'towns',
    says: '镇街的离线路数大于总路数',
    most: true,
    of: ({ towns = [] }) => towns.map((row) => [[row.offline], row.cameras]),
  },
  {
    part: 'patrol.plans',
    says: '已看路数大于计划',
    most: true,
    of: ({ patrol }) => (patrol?.plans ?? []).map((plan) => [[plan.viewed], plan.channels]),
  },
]

export const schema = documentSchema('video', operation)
export type VideoDocument = z.infer<typeof schema>

export const readers = [documentReader({ id: 'video', schema, sums })]
