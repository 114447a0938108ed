import * as z from 'zod/mini'
import { codeTable, envelope, sitePath } from './way'

// Nothing of the contract is used here: what is shared with it would come with the first view's scripts.
const list = <T extends z.ZodMiniType>(item: T, max: number) => z.array(item).check(z.maxLength(max))
const name = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, '须为小写字母开头的字母、数字、连字符'))

/** What names a camera there, in the order in which its record says it: `device/channel`. */
const parts = list(z.string().check(z.regex(/^[a-z][a-zA-Z]{0,19}$/, '须为字母，小写开头')), 6).check(
  z.minLength(1),
)

/** Every `{part}` in it is filled in, and `{city}`. */
const below = sitePath.check(z.refine((url) => !url.startsWith('/'), '须在本站路径之下，不得以 / 开头'))
/** Those that a player is there for (`video/source`); written here too, since a file of both would come with the first view's names. */
const FORM = /(?:\/whep\/?|\/webrtc|\.(?:flv|m3u8|mp4|jpe?g|png|webp))(?:\?|$)/
const address = below.check(z.refine((url) => FORM.test(url), '须以 /whep、.flv、.m3u8、.mp4、.jpg 之一结尾'))

/** A server whose addresses follow from what names a camera. */
const template = z.strictObject({
  kind: z.literal('template'),
  parts,
  addresses: list(address, 6).check(z.minLength(1)),
})

/** A platform that has to be asked, each time: it calls the camera up, or signs an address that ends. */
const ask = z.strictObject({
  kind: z.literal('ask'),
  parts,
  url: below,
  timeoutMs: z._default(z.int().check(z.gte(500), z.lte(60_000)), 20_000),
  /** Asked again after so long as long as somebody looks, so that the camera goes on sending. */
  againSeconds: z.optional(z.int().check(z.gte(10), z.lte(86_400))),
  envelope: z.optional(envelope),
  /** JSONata over the answer: `{ addresses, ttlSeconds? }`, best first. Default: it is so already. */
  map: z.optional(
    z.union([
      z.string().check(z.minLength(1), z.maxLength(20_000)),
      list(z.string().check(z.maxLength(400)), 400),
    ]),
  ),
  enums: z._default(z.record(name, codeTable), {}),
})

/** Where the pictures of a camera are, of which its record says only the provider and what names it there: `wvp:3402…/3402…`. */
const provider = z.discriminatedUnion('kind', [template, ask]).check((ctx) => {
  const { value } = ctx
  const known = new Set([...value.parts, 'city'])
  const fields: readonly (readonly [PropertyKey[], string])[] =
    value.kind === 'ask'
      ? [[['url'], value.url]]
      : value.addresses.map((url, i) => [['addresses', i], url] as const)
  for (const [path, url] of fields)
    for (const [, name = ''] of url.matchAll(/\{(\w*)\}/g))
      if (!known.has(name))
        ctx.issues.push({ code: 'custom', path, input: url, message: `{${name}} 不在 parts 中` })
})
export type Provider = z.infer<typeof provider>

/** The part `pictures` of a site's configuration. */
export const providersConfig = z.strictObject({ providers: z.record(name, provider) })

type Issues = readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]

/** Every wrong field in one line. (What says it of the other files is in the first view, and this is not.) */
const inLine = (issues: Issues, below: readonly PropertyKey[]): string =>
  issues.map(({ path, message }) => `${[...below, ...path].map(String).join('.')} ${message}`).join('；')

const listed = z.strictObject({ providers: z.record(name, z.unknown()) })

export interface ReadProviders {
  readonly providers: Readonly<Record<string, Provider>>
  /** What is wrong, by provider: one that is costs the pictures of its own cameras. */
  readonly wrong: Readonly<Record<string, string>>
  /** What is wrong with the whole of it; null where nothing is. */
  readonly fault: string | null
}

/** Reads the part `pictures` of a site's configuration; every field that is wrong is named. */
export function readProviders(pictures: unknown): ReadProviders {
  const outer = listed.safeParse(pictures ?? { providers: {} })
  if (!outer.success) return { providers: {}, wrong: {}, fault: inLine(outer.error.issues, ['pictures']) }
  const providers: Record<string, Provider> = {}
  const wrong: Record<string, string> = {}
  for (const [name, one] of Object.entries(outer.data.providers)) {
    const parsed = provider.safeParse(one)
    if (parsed.success) providers[name] = parsed.data
    else wrong[name] = inLine(parsed.error.issues, ['pictures', 'providers', name])
  }
  return { providers, wrong, fault: null }
}
