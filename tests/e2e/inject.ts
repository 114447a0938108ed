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

/** What mask and contract make of a document, as on its way through the data worker. */
const isLetIn = (reader: AnswerReader, document: unknown): boolean =>
  reader.parse(normalise(maskAnswer(document, { personal: {}, audience: 'duty' }))).success

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
  return [...kinds].flatMap(([kind, slots]) => {
    const before = slots.map(({ holder, key }) => holder[key])
    const taken = payloads.some((payload) => {
      slots.forEach(({ holder, key }, i) => {
        holder[key] = payload(i)
      })
      return isLetIn(reader, document)
    })
    if (taken) return [kind]
    slots.forEach(({ holder, key }, i) => {
      holder[key] = before[i]
    })
    return []
  })
}
