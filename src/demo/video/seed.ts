import * as z from 'zod/mini'
import { count, list, regionCode, slug, text } from '../../contract/primitives'

const share = z.number().check(z.gte(0), z.lte(1))
const hour = z.int().check(z.gte(0), z.lte(23))

/** A department whose cameras were brought together, and how its network behaves in the demo. */
const source = z.strictObject({
  key: slug,
  label: text(8),
  /** key: 重点公共区域; sector: 重点行业. The two have different targets. */
  group: z.enum(['key', 'sector']),
  /** null: the town's own office looks after its cameras. */
  owner: z.nullable(text(12)),
  /** Channels by town, in the order of `towns`; all sources together are the published total. */
  channels: list(count, 400),
  /** Expected share of channels cut off, with a bad picture, without recording, and wrongly registered. */
  offline: share,
  picture: share,
  storage: share,
  mislabelled: share,
  /** Weights of the device types, in the order of `types`. */
  types: z.array(z.number().check(z.gte(0))).check(z.minLength(1), z.maxLength(8)),
  places: list(text(8), 12),
})

/** Cameras behind one uplink or power feed: they fail together. */
const group = z.strictObject({
  key: slug,
  source: slug,
  town: regionCode,
  label: text(4),
  channels: count,
  /** Chance that it fails on a given day. */
  chance: share,
})

const plan = z.strictObject({
  key: slug,
  name: text(10),
  channels: count,
  dwellSeconds: z.int().check(z.gte(5), z.lte(600)),
  cells: z.int().check(z.gte(1), z.lte(64)),
  rounds: z.int().check(z.gte(1), z.lte(12)),
})

/** Parameters of the demo; a live document has none. */
export const demo = z.strictObject({
  seed: z.int(),
  towns: list(z.strictObject({ code: regionCode, name: text(16) }), 400),
  types: list(z.strictObject({ key: slug, label: text(8) }), 8),
  sources: list(source, 12),
  groups: list(group, 40),
  /** Clip → places that it stands for; a camera elsewhere has no picture. */
  clips: z.record(slug, list(text(8), 40)),
  shifts: list(z.strictObject({ name: text(6), from: hour, to: hour }), 4),
  plans: list(plan, 12),
})
export type VideoDemo = z.infer<typeof demo>
