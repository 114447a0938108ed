import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { AnswerReader } from '../../src/contract/reader'
import { maskAnswer } from '../../src/data/shape/mask-answer'
import { normalise } from '../../src/data/shape/normalise'

const folder = resolve(import.meta.dirname, '../../src/domains')

/** The readers of all documents by the id of their domain, as the data worker judges: to know what will be let in. */
export async function contracts(): Promise<ReadonlyMap<string, AnswerReader>> {
  const domains = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const modules = await Promise.all(
    domains.map(
      ({ name }) =>
        import(resolve(folder, name, 'contract.ts')) as Promise<{ readers: readonly AnswerReader[] }>,
    ),
  )
  return new Map(
    domains.flatMap(({ name }, i) =>
      (modules[i]?.readers ?? []).filter(({ id }) => id === name).map((reader) => [name, reader]),
    ),
  )
}

/** A path without the list positions, as of `Slot`. */
const kindOf = (path: readonly PropertyKey[]) =>
  path.map((key) => (typeof key === 'number' ? '[]' : `.${String(key)}`)).join('')

/** Kinds that mask and contract refuse in a document, as on its way through the data worker; null when it is let in. */
function refused(reader: AnswerReader, document: unknown): ReadonlySet<string> | null {
  const parsed = reader.parse(normalise(maskAnswer(document, { personal: {}, audience: 'duty' })))
  return parsed.success ? null : new Set(parsed.error.issues.map(({ path }) => kindOf(path)))
}

type Node = Record<string, unknown>

interface Slot {
  readonly holder: Node
  readonly key: string
  /** Path without the list positions: fields of one kind are let in or refused together. */
  readonly kind: string
}

/** Every place below `value` whose content is `wanted`. */
function slotsOf(value: unknown, wanted: (item: unknown) => boolean, kind = ''): Slot[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Node
  return Object.entries(holder).flatMap(([key, item]) => {
    const below = Array.isArray(value) ? `${kind}[]` : `${kind}.${key}`
    return [...(wanted(item) ? [{ holder, key, kind: below }] : []), ...slotsOf(item, wanted, below)]
  })
}

/** What to put into the `index`-th place of a kind. */
export type Payload = (index: number, kind: string, before: unknown) => unknown

export interface Aim {
  readonly at?: (item: unknown) => boolean
  /** Keys left alone. */
  readonly spare?: readonly string[]
}

const isText = (item: unknown) => typeof item === 'string'

/**
 * Puts into every kind of field (texts, unless `at` says otherwise) the first of `payloads` that mask and contract let in.
 * Changes `document` and returns the kinds that took one.
 */
export function inject(
  reader: AnswerReader,
  document: unknown,
  payloads: readonly Payload[],
  { at = isText, spare = [] }: Aim = {},
): string[] {
  const kinds = new Map<string, Slot[]>()
  for (const slot of slotsOf(document, at))
    if (!spare.includes(slot.key)) kinds.set(slot.kind, [...(kinds.get(slot.kind) ?? []), slot])
  const left = new Map([...kinds].map(([kind, slots]) => [kind, { slots, before: slots.map(contentOf) }]))
  for (const payload of payloads)
    for (const kind of takers(reader, document, left, payload)) left.delete(kind)
  return [...kinds.keys()].filter((kind) => !left.has(kind))
}

/** As many of `list` as `most`, each its own: what it is known by differs, and nothing else. */
export function copies(list: readonly unknown[], most: number): readonly unknown[] {
  return Array.from({ length: most }, (_, i) => {
    const item = list[i % list.length]
    if (i < list.length || typeof item !== 'object' || item === null) return item
    const own = structuredClone(item) as Node
    for (const [key, value] of Object.entries(own))
      if (typeof value === 'string' && (/^(?:id|key)$/.test(key) || value.includes(FILLER)))
        own[key] = `${i}${value}`.slice(0, Math.max(value.length, 12))
      else if (key === 'code') own[key] = String(900_000_000 + i)
    return own
  })
}

/** What texts are made long with. */
export const FILLER = '国'

/** What the JSON Schema `schema` says as `name` (`maxLength`, `maxItems`) of a kind of field; undefined where it says nothing. */
export function boundOf(schema: unknown, kind: string, name: string): number | undefined {
  const steps = kind.match(/\.[^.[]+|\[\]/g) ?? []
  const find = (node: unknown, [step, ...rest]: readonly string[]): number | undefined => {
    if (typeof node !== 'object' || node === null) return undefined
    const { $ref: ref, properties, items, anyOf = [], [name]: bound } = node as Node
    const { $defs: shared } = schema as { readonly $defs?: Node }
    if (typeof ref === 'string')
      return find(shared?.[ref.replace('#/$defs/', '')], step === undefined ? [] : [step, ...rest])
    const either = (anyOf as readonly unknown[]).map((one) =>
      find(one, step === undefined ? [] : [step, ...rest]),
    )
    const here =
      step === undefined
        ? bound
        : find(step === '[]' ? items : (properties as Node | undefined)?.[step.slice(1)], rest)
    return typeof here === 'number' ? here : either.find((one) => one !== undefined)
  }
  return find(schema, steps)
}

const contentOf = ({ holder, key }: Slot): unknown => holder[key]

const fill = ({ slots, before }: Places, content: Payload) =>
  slots.forEach(({ holder, key, kind }, i) => {
    holder[key] = content(i, kind, before[i])
  })

interface Places {
  readonly slots: readonly Slot[]
  readonly before: readonly unknown[]
}
type Kinds = ReadonlyMap<string, Places>
const NONE: Places = { slots: [], before: [] }

/** Puts `payload` into all `kinds` at once and takes it out of those that are refused; returns those that kept it. */
function takers(reader: AnswerReader, document: unknown, kinds: Kinds, payload: Payload): string[] {
  const kept = new Map(kinds)
  const takeOut = (kind: string) => {
    fill(kinds.get(kind) ?? NONE, (_, __, before) => before)
    kept.delete(kind)
  }
  for (const places of kept.values()) fill(places, payload)
  for (;;) {
    const no = refused(reader, document)
    if (no === null) return [...kept.keys()]
    const named = [...kept.keys()].filter((kind) => no.has(kind))
    if (named.length === 0) break
    named.forEach(takeOut)
  }
  // What is wrong is no field by itself, such as a sum: one after the other.
  const rest = [...kept.keys()]
  rest.forEach(takeOut)
  return rest.filter((kind) => {
    fill(kinds.get(kind) ?? NONE, payload)
    if (refused(reader, document) === null) return true
    takeOut(kind)
    return false
  })
}
