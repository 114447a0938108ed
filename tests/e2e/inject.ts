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
export type Payload = (index: number) => unknown

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

const contentOf = ({ holder, key }: Slot): unknown => holder[key]

const fill = (slots: readonly Slot[], content: Payload) =>
  slots.forEach(({ holder, key }, i) => {
    holder[key] = content(i)
  })

type Kinds = ReadonlyMap<string, { readonly slots: readonly Slot[]; readonly before: readonly unknown[] }>

/** Puts `payload` into all `kinds` at once and takes it out of those that are refused; returns those that kept it. */
function takers(reader: AnswerReader, document: unknown, kinds: Kinds, payload: Payload): string[] {
  const kept = new Map(kinds)
  const takeOut = (kind: string) => {
    const { slots, before } = kinds.get(kind) ?? { slots: [], before: [] }
    fill(slots, (i) => before[i])
    kept.delete(kind)
  }
  for (const { slots } of kept.values()) fill(slots, payload)
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
    fill(kinds.get(kind)?.slots ?? [], payload)
    if (refused(reader, document) === null) return true
    takeOut(kind)
    return false
  })
}
