import type { Field } from './field'
import type { Point } from './rings'

type Edge = number

/** Which sides of a cell the line crosses, by the 4 corners above the level (marching squares): N 0, E 1, S 2, W 3. */
const CROSSINGS: readonly (readonly (readonly [number, number])[])[] = [
  [], [[3, 0]], [[0, 1]], [[3, 1]], [[1, 2]], [[3, 0], [1, 2]], [[0, 2]], [[3, 2]],
  [[2, 3]], [[2, 0]], [[0, 1], [2, 3]], [[2, 1]], [[1, 3]], [[1, 0]], [[0, 3]], [],
] // prettier-ignore

/** The lines along which the field equals `level`, as chains of points; closed ones repeat their first point. */
function isolines(field: Field, level: number): Point[][] {
  const { columns, rows, cell, distance } = field
  const points = new Map<Edge, Point>()
  const next = new Map<Edge, Edge>()
  const value = (column: number, row: number) => distance[row * columns + column] ?? 0

  const crossing = (column: number, row: number, side: number): Edge => {
    const [c, r] = [column + (side === 1 ? 1 : 0), row + (side === 2 ? 1 : 0)]
    const along = side % 2 === 0
    const edge = (r * columns + c) * 2 + (along ? 0 : 1)
    if (!points.has(edge)) {
      const [a, b] = [value(c, r), along ? value(c + 1, r) : value(c, r + 1)]
      const t = a === b ? 0.5 : (level - a) / (b - a)
      points.set(edge, along ? [(c + t) * cell, r * cell] : [c * cell, (r + t) * cell])
    }
    return edge
  }

  for (let row = 0; row + 1 < rows; row++)
    for (let column = 0; column + 1 < columns; column++) {
      let corners = 0
      if (value(column, row) > level) corners |= 1
      if (value(column + 1, row) > level) corners |= 2
      if (value(column + 1, row + 1) > level) corners |= 4
      if (value(column, row + 1) > level) corners |= 8
      for (const [from, to] of CROSSINGS[corners] ?? [])
        next.set(crossing(column, row, from), crossing(column, row, to))
    }
  return chain(next, points)
}

function chain(next: Map<Edge, Edge>, points: Map<Edge, Point>): Point[][] {
  const ends = new Set(next.values())
  const lines: Point[][] = []
  // Lines cut by the border start where nothing leads; only closed ones are left after them.
  for (const start of [...[...next.keys()].filter((edge) => !ends.has(edge)), ...next.keys()]) {
    const line: Point[] = []
    let edge: Edge | undefined = next.has(start) ? start : undefined
    while (edge !== undefined) {
      const point = points.get(edge)
      if (point) line.push(point)
      const following = next.get(edge)
      next.delete(edge)
      edge = following
    }
    if (line.length > 3) lines.push(line)
  }
  return lines
}

const print = ([x, y]: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`
const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

/** SVG path of one shoreline. Every second net crossing is enough for a curve this soft. */
export function shorePath(field: Field, level: number): string {
  return isolines(field, level)
    .map((line) => {
      const kept = line.filter((_, index) => index % 2 === 0 || index === line.length - 1)
      const [first, ...rest] = kept
      if (!first) return ''
      let [path, before] = [`M${print(first)}`, first]
      for (const point of rest) {
        path += `Q${print(before)} ${print(middle(before, point))}`
        before = point
      }
      return `${path}L${print(before)}`
    })
    .join('')
}
