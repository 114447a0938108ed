import * as z from 'zod/mini'
import { shifts } from './duty'
import { sitePath } from './way'
import { list, regionCode, slug, text } from '../contract/primitives'

/** `public/config/cities/<id>.json`. */
export const cityConfig = z.strictObject({
  $schema: z.optional(z.string()),
  id: slug,
  name: text(16),
  short: text(6),
  /** 区, 市 or 县: how the whole is spoken of (全区态势). */
  tier: z.enum(['区', '市', '县']),
  code: regionCode,
  /** Region map (GeoJSON). The shipped one is a schematic; an approved map replaces it here. */
  map: sitePath.check(z.regex(/\.json$/, '须为 .json 路径')),
  /** Towns that a field of a source may be searched for (`find: "town"`), as an address writes them. */
  towns: z._default(list(z.strictObject({ code: regionCode, name: text(16) }), 400), []),
  /** Offices that a field may be searched for (`find: "dept"`). */
  departments: z._default(list(text(24), 400), []),
  /** Panels this city shows in place of others, e.g. where it published something else. */
  replace: z._default(z.record(slug, slug), {}),
  /** Who is on duty when; it takes the place of `duty` of the site. */
  duty: z.optional(shifts),
  /** Duty line of an office, by its name: said with what it is responsible for. */
  contacts: z.optional(z.record(text(24), text(24))),
})
export type CityConfig = z.infer<typeof cityConfig>
