/** What is said of one field of a contract. The words stand here and not in the schemas, so that no browser downloads them. */
export interface Field {
  /** What it means. */
  readonly about: string
  /** Of a number, or of the numbers of a measure or a series. */
  readonly unit?: string
  /** How the items of a list stand, and whether that matters. */
  readonly order?: string
}

/**
 * Fields by dotted path. `*` is any key of a record, `[]` any item of a list; a path that ends in `?` need not exist. What has
 * neither unit nor order is its meaning alone.
 */
export type Fields = Readonly<Record<string, string | Field>>

/** A number, or something made of numbers. */
export const counted = (unit: string, about: string): Field => ({ about, unit })

/** A list, and how its items stand. */
export const listed = (order: string, about: string): Field => ({ about, order })

/** A list of numbers. */
export const series = (unit: string, order: string, about: string): Field => ({ about, unit, order })

/** The same fields below `path`. */
export const under = (path: string, fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [`${path}.${name}`, field]))

export const fieldOf = (told: string | Field): Field => (typeof told === 'string' ? { about: told } : told)

/** As an editor shows it. */
export function wordsOf(told: string | Field): string {
  const { about, unit, order } = fieldOf(told)
  return [about, unit && `单位：${unit}`, order && `顺序：${order}`].filter(Boolean).join('。')
}

/** What stands in `fields/<domain>.ts`. */
export interface DomainFields {
  /** Of the document's `operation`. */
  readonly operation: Fields
  /** Of the answers of its other resources, by id. */
  readonly answers?: Readonly<Record<string, Fields>>
  /** Of what is sent with its actions that are no button of a record, by id. */
  readonly sends?: Readonly<Record<string, Fields>>
}
