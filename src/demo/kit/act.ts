import type { Fields } from '../../lib/fields'

/** One record that is other from now on. */
export interface Change {
  readonly kind: string
  /** Field that names a record of this kind, and the name of the changed one. */
  readonly key: readonly [field: string, name: string]
  readonly fields: Fields
  /** Until when it is so, epoch ms. */
  readonly until?: number
}

/** What an action is done to. */
export interface Ground {
  /** The id in its address. */
  readonly id: string
  /** When, as records say it (ISO), and in epoch ms. */
  readonly at: string
  readonly now: number
  /** All records of a kind as they stand. */
  readonly rows: (kind: string) => readonly Fields[]
}

/** What an action changes, or why it cannot be done. */
export type Act = (ground: Ground) => readonly Change[] | string

/** By the name of the action: `supervise`. */
export type Acts = Readonly<Record<string, Act>>

/** Sets `fields` in the record of `kind` that `field` names so, where `refused` has nothing against it. */
export function setIn(
  kind: string,
  field: string,
  fields: (at: string) => Fields,
  refused: (row: Fields, at: string) => string | null,
): Act {
  return ({ id, at, rows }) => {
    const row = rows(kind).find((one) => one[field] === id)
    const why = row ? refused(row, at) : `没有编号为 ${id} 的记录`
    return why ?? [{ kind, key: [field, id], fields: fields(at) }]
  }
}
