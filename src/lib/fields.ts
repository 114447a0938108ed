/** An object of unknown make. */
export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (value: unknown, field: string): unknown => (isFields(value) ? value[field] : undefined)

/** The object at `field`, null where there is none. */
export function recordIn(value: unknown, field: string): Fields | null {
  const found = at(value, field)
  return isFields(found) ? found : null
}

/** The objects of the list at `field`; none where it is no list. */
export function listIn(value: unknown, field: string): readonly Fields[] {
  const found = at(value, field)
  return Array.isArray(found) ? found.filter(isFields) : []
}

/** The text at `field`, null where there is none. */
export function textIn(value: unknown, field: string): string | null {
  const found = at(value, field)
  return typeof found === 'string' ? found : null
}

/** The number at `field`, null where there is none. */
export function numberIn(value: unknown, field: string): number | null {
  const found = at(value, field)
  return typeof found === 'number' && Number.isFinite(found) ? found : null
}
