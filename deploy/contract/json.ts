export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at `path`; undefined where it leads nowhere. */
export function at(value: Json, ...path: string[]): Json | undefined {
  let found: Json | undefined = value
  for (const key of path) {
    if (Array.isArray(found)) found = found[Number(key)]
    else found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined
  }
  return found
}

/** Keys in alphabetical order at every depth, so that a file changes only where what it describes does. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]))
}

export const jsonText = (value: Json): string => `${JSON.stringify(sorted(value), null, 2)}\n`

/** JSON text as what JSON can be. @throws SyntaxError */
export const parseJson = (text: string): Json => JSON.parse(text) as Json
