/** Whom a question is asked about. */
export interface Place {
  readonly city: string
  /** Division code of the whole city. */
  readonly code: string
  /** Chosen town, null for the whole city. */
  readonly region: string | null
}

/** Parts of a question besides the place: filters, `sort`, `cursor`, `limit`, `id`. */
export type Parts = Readonly<Record<string, string>>

/**
 * The address grammar, the same for every source: `{city}`, `{region}` (the city's own code when no town is chosen), `{dataset}`
 * (the resource id) and every part of the question fill their places in the template; parts without a place follow as query
 * parameters, in the order of their names. Everything is escaped, so that no city, region or part leads to another path.
 */
export function addressOf(template: string, id: string, place: Place, parts: Parts = {}): string {
  const fixed: Parts = { city: place.city, region: place.region ?? place.code, dataset: id }
  const placed = new Set<string>()
  const path = template.replaceAll(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const value = fixed[name] ?? parts[name]
    placed.add(name)
    // A part that was not asked for: nothing narrows there.
    return value === undefined ? (name in fixed ? whole : '') : encodeURIComponent(value)
  })
  const rest = Object.entries(parts)
    .filter(([name]) => !placed.has(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
  if (rest.length === 0) return path
  return `${path}${path.includes('?') ? '&' : '?'}${rest.join('&')}`
}
