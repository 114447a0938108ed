import * as z from 'zod/mini'
import { list, slug, text } from '../contract/primitives'
import type { Json } from '../lib/json'

/** Canvas shapes a scene can be laid out for; the stage takes the one nearest to the window. A phone scrolls: its rows are as tall as they say. */
export const ASPECTS = ['portrait', '4:3', '16:9', '21:9', '32:9', '48:9', 'phone'] as const
export type Aspect = (typeof ASPECTS)[number]

/** Grid tracks and named areas in design units (u); `*` after a number lets the track grow. */
const layout = z
  .strictObject({
    columns: list(z.number().check(z.gt(0)), 24),
    rows: list(z.number().check(z.gt(0)), 24),
    areas: list(text(400), 24),
  })
  .check(
    z.refine((l) => l.areas.length === l.rows.length, { path: ['areas'], error: '行数与 rows 不一致' }),
    z.refine((l) => l.areas.every((row) => row.trim().split(/\s+/).length === l.columns.length), {
      path: ['areas'],
      error: '每行区域数须与 columns 一致',
    }),
  )

/** The most characters a specification may take as JSON: a panel's settings, not its data. */
const SPEC_MAX = 4000

/** The panel judges what it says; here only its kind and its size are. */
const spec: z.ZodMiniType<Json> = z
  .json()
  .check(z.refine((value) => JSON.stringify(value).length <= SPEC_MAX, `spec 最多 ${SPEC_MAX} 字符`))

const cell = z.strictObject({
  panel: slug,
  /** What the panel is about, where one panel serves several subjects. */
  of: z.optional(slug),
  /** Stands in place of the panel's own title. */
  title: z.optional(text(16)),
  spec: z.optional(spec),
})
/** One place of a scene: which panel stands there, and how it is set up. */
export type Cell = z.infer<typeof cell>

const arrangement = z.strictObject({
  /** Area name → panel id or cell, in reading order (also the order on a phone and for the keyboard). */
  panels: z.record(slug, z.union([slug, cell], '须为面板代号，或 { panel, of?, title?, spec? }')),
  layouts: z.partialRecord(z.enum(ASPECTS), layout),
  /** The shapes that are laid out otherwise in a city without some of the domains: less of it can need anybody, so the list is smaller. */
  partly: z.optional(z.partialRecord(z.enum(ASPECTS), layout)),
  /** What stands, in this order, in the places of the domains that a city does not have: one for each, over all of its places. */
  instead: z.optional(list(z.union([slug, cell], '须为面板代号，或 { panel, of?, title?, spec? }'), 12)),
})
export type Arrangement = z.infer<typeof arrangement>

/** `public/config/scenes/<id>.json`: one named layout of panels, re-laid out per canvas shape. */
export const sceneConfig = z
  .strictObject({
    $schema: z.optional(z.string()),
    id: slug,
    title: text(8),
    /** Dataset the scene is about: where a city has none, `absent` is shown, and without it the scene is no tab. */
    dataset: z.nullable(slug),
    present: arrangement,
    absent: z.optional(arrangement),
    /** The scene file that stands in its place at night, at the weekend and on holidays; read when that time comes, and no tab of its own. */
    rest: z.optional(slug),
  })
  .check(z.refine((scene) => scene.rest !== scene.id, { path: ['rest'], error: '不能是场景自己' }))
export type SceneConfig = z.infer<typeof sceneConfig>
