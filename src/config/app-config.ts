import * as z from 'zod/mini'
import { list, slug, text } from '../contract/primitives'

/** Only same-origin paths: a wall must not reach other hosts, and a secret in a query string would be public. */
export const sitePath = z.string().check(
  z.minLength(1),
  z.maxLength(200),
  // Browsers read a backslash as a slash and skip leading spaces, so both could name another host.
  z.refine((value) => !/^[a-z][a-z0-9+.-]*:|^\/\/|[\\\s]/i.test(value), '只允许本站路径，不允许其他主机'),
  z.refine(
    (value) => !/(token|secret|password|apikey|api_key|access_key)=/i.test(value),
    '地址中不得携带密钥',
  ),
  z.refine((value) => !value.split('/').includes('..'), '地址中不得含 ..'),
)

export const sourceConfig = z.strictObject({
  /** `{city}`, `{region}` and `{dataset}` are filled in. */
  url: sitePath,
  everyMs: z.int().check(z.gte(1000), z.lte(86_400_000)),
  timeoutMs: z._default(z.int().check(z.gte(500), z.lte(120_000)), 8000),
  maxBytes: z._default(z.int().check(z.gte(1000), z.lte(50_000_000)), 2_000_000),
})
export type SourceConfig = z.infer<typeof sourceConfig>

/** `public/config.json` (or `config.<profile>.json`): what a site changes, and nothing that must stay secret. */
export const appConfig = z.strictObject({
  $schema: z.optional(z.string()),
  mode: z.enum(['demo', 'live']),
  title: text(12),
  cities: list(slug, 40).check(z.minLength(1)),
  scenes: list(slug, 20).check(z.minLength(1)),
  defaults: z.strictObject({
    city: slug,
    scene: slug,
    theme: z.enum(['dark', 'light']),
  }),
  /** One source per dataset. A dataset without a source is 未接入 and says so; nothing stands in for it. */
  sources: z.record(slug, sourceConfig),
  duty: z.nullable(z.strictObject({ chief: text(8), shift: text(16) })),
})
export type AppConfig = z.infer<typeof appConfig>
