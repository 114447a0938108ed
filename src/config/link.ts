import type { View } from './view'

/** Parts of a link to write; null takes one out. */
export type LinkChange = Readonly<Partial<Record<keyof View, string | null>>>

/**
 * `search` with some parts changed and every other one kept, those of kiosk managers and proxies too.
 * @param search as `location.search` gives it
 * @returns a query with its question mark, empty where no part is left
 */
export function withParts(search: string, change: LinkChange): string {
  const params = new URLSearchParams(search)
  for (const [part, value] of Object.entries(change)) {
    // Also takes a doubled part out, so that a way out of that fault leads out.
    if (value === null) params.delete(part)
    else params.set(part, value)
  }
  const query = params.toString()
  return query === '' ? '' : `?${query}`
}

/** Another city is another map, with other towns and cameras: neither the region nor what stands open goes along. */
export const withCity = (search: string, city: string): string =>
  withParts(search, { city, region: null, open: null, cameras: null })
