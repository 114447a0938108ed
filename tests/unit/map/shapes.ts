/** GeoJSON made up for tests. */
export type Corners = readonly (readonly number[])[]

export const square = (x: number, y: number, size = 1): number[][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

export const rectangle = (x: number, y: number, w: number, h: number): number[][] => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
  [x, y],
]

export const town = (code: unknown, ring: Corners, more: object = {}) => ({
  type: 'Feature',
  properties: { code, name: `镇${String(code)}`, ...more },
  geometry: { type: 'Polygon', coordinates: [ring] },
})

export const collection = (features: readonly unknown[], more: object = {}) => ({
  type: 'FeatureCollection',
  features,
  ...more,
})

/** Code of the n-th town of a made-up district. */
export const codeOf = (n: number): string => String(990101001 + n)

/**
 * `columns` × `rows` towns whose borders have `corners` corners a side, far more than a screen shows: what a survey office
 * exports. Neighbours share their borders corner by corner.
 */
export function surveyed(columns: number, rows: number, corners: number) {
  const known = new Map<string, number[][]>()
  const side = (x0: number, y0: number, x1: number, y1: number): number[][] => {
    const back = known.get([x1, y1, x0, y0].join())
    if (back) return back.toReversed()
    const points = Array.from({ length: corners + 1 }, (_, i) => {
      const t = i / corners
      const bend = Math.sin(t * Math.PI) * 0.012 * Math.sin(i * 12.9898 + x0 * 78.233 + y0 * 37.719)
      return [x0 + (x1 - x0) * t + (y1 === y0 ? 0 : bend), y0 + (y1 - y0) * t + (x1 === x0 ? 0 : bend)]
    })
    known.set([x0, y0, x1, y1].join(), points)
    return points
  }
  const at = (n: number) => Math.round(n * 10) / 10
  return collection(
    Array.from({ length: columns * rows }, (_, i) => {
      const [x0, y0] = [at(113 + (i % columns) * 0.1), at(23 + Math.floor(i / columns) * 0.1)]
      const [x1, y1] = [at(x0 + 0.1), at(y0 + 0.1)]
      const ring = [side(x0, y0, x1, y0), side(x1, y0, x1, y1), side(x1, y1, x0, y1), side(x0, y1, x0, y0)]
      const open = ring.flatMap((points) => points.slice(0, -1))
      return town(codeOf(i), [...open, open[0] ?? []])
    }),
  )
}
