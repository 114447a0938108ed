import * as z from 'zod/mini'
import { list, resourceId, slug, text } from '../contract/primitives'
import { sourceConfig } from './source'
import { sitePath } from './way'

/** Where a session is renewed, and where a person signs in. A wall never goes there: it keeps its data and tries again. */
const session = z.strictObject({
  /** POST here renews the session by its cookie; answers 2xx or 401. */
  renewUrl: z.optional(sitePath),
  /** Sign-in page for screens with a person in front of them. */
  loginUrl: z.optional(sitePath),
})
export type SessionConfig = z.infer<typeof session>

const CITY = '须为城市代号，或 { id, name }：代号为小写字母开头，名称最多 16 字'
const SCENE = '须为场景代号，或 { id, title }：代号为小写字母开头，标题最多 8 字'

/** With its name here the file of a city that is not shown need not be read for it. */
const cityEntry = z.union([slug, z.strictObject({ id: slug, name: text(16) })], CITY)
/** With its dataset here the tab of a city without that is left out before the scene's file is read. */
const sceneEntry = z.union(
  [slug, z.strictObject({ id: slug, title: text(8), dataset: z.optional(slug) })],
  SCENE,
)

/** `public/config.json` (or `config.<profile>.json`): what a site changes, and nothing that must stay secret. */
export const appConfig = z.strictObject({
  $schema: z.optional(z.string()),
  mode: z.enum(['demo', 'live']),
  title: text(12),
  /** Who looks: `duty` staff, or visitors on a `tour`, before whom personal data is masked more strictly. */
  audience: z._default(z.enum(['duty', 'tour']), 'duty'),
  cities: list(cityEntry, 40).check(z.minLength(1)),
  scenes: list(sceneEntry, 20).check(z.minLength(1)),
  defaults: z.strictObject({
    city: slug,
    scene: slug,
    theme: z.enum(['dark', 'light']),
  }),
  /** One source per resource. A dataset without a source is 未接入 and says so; nothing stands in for it. */
  sources: z.record(resourceId, sourceConfig),
  /** Who says where the pictures of cameras are: judged by `config/picture-providers` when somebody looks at one, and costing only them. */
  pictures: z.optional(z.unknown()),
  session: z.optional(session),
  duty: z.nullable(z.strictObject({ chief: text(8), shift: text(16) })),
})
export type AppConfig = z.infer<typeof appConfig>
