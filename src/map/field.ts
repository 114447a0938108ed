import type { OutlineIndex } from './outline-index'
import { eachEdge, type Point, type Ring } from './rings'

/** Distance to the nearest land on a square net of points `cell` apart; 0 on land. Row by row. */
export interface Field {
  readonly cell: number
  readonly columns: number
  readonly rows: number
  readonly distance: Float32Array
}

/** For every net point the nearest known land point; Infinity while none is known. */
class Nearest {
  readonly x: Float32Array
  readonly y: Float32Array
  readonly columns: number
  readonly rows: number
  readonly cell: number

  constructor(columns: number, rows: number, cell: number) {
    this.columns = columns
    this.rows = rows
    this.cell = cell
    this.x = new Float32Array(columns * rows).fill(Infinity)
    this.y = new Float32Array(columns * rows).fill(Infinity)
  }

  distance(column: number, row: number, x: number, y: number): number {
    return Math.hypot(x - column * this.cell, y - row * this.cell)
  }

  at(column: number, row: number): number {
    const i = row * this.columns + column
    return this.distance(column, row, this.x[i] ?? Infinity, this.y[i] ?? Infinity)
  }

  offer(column: number, row: number, x: number, y: number): void {
    if (column < 0 || row < 0 || column >= this.columns || row >= this.rows || x === Infinity) return
    if (this.distance(column, row, x, y) >= this.at(column, row)) return
    this.x[row * this.columns + column] = x
    this.y[row * this.columns + column] = y
  }

  /** Passes a point's nearest land on to one neighbour. */
  pass(column: number, row: number, dx: number, dy: number): void {
    const i = row * this.columns + column
    this.offer(column + dx, row + dy, this.x[i] ?? Infinity, this.y[i] ?? Infinity)
  }
}

/** Every net point on land is its own nearest land. Row by row, between the places where the row crosses the outline. */
function addGround(nearest: Nearest, outline: OutlineIndex): void {
  const { cell } = nearest
  const { box } = outline
  for (let row = Math.ceil(box.y0 / cell); row * cell <= box.y1; row++) {
    const cuts = outline.crossings(row * cell).sort((a, b) => a - b)
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const end = cuts[i + 1] ?? -Infinity
      for (let column = Math.ceil((cuts[i] ?? Infinity) / cell); column * cell < end; column++)
        nearest.offer(column, row, column * cell, row * cell)
    }
  }
}

/** Points along an edge, half a cell apart, are the nearest land of the net points around them. */
function addEdge(nearest: Nearest, a: Point, b: Point): void {
  const { cell } = nearest
  const steps = Math.max(1, Math.ceil((Math.hypot(b[0] - a[0], b[1] - a[1]) * 2) / cell))
  for (let step = 0; step < steps; step++) {
    const x = a[0] + ((b[0] - a[0]) * step) / steps
    const y = a[1] + ((b[1] - a[1]) * step) / steps
    const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)]
    nearest.offer(column, row, x, y)
    nearest.offer(column + 1, row, x, y)
    nearest.offer(column, row + 1, x, y)
    nearest.offer(column + 1, row + 1, x, y)
  }
}

function spread(nearest: Nearest): void {
  const { columns, rows } = nearest
  // Danielsson's two sweeps: exact to well under a cell, and linear in the number of cells.
  for (let row = 0; row < rows; row++) {
    for (let c = 0; c < columns; c++) for (const dx of [-1, 0, 1]) nearest.pass(c, row, dx, 1)
    for (let c = 0; c < columns; c++) nearest.pass(c, row, 1, 0)
    for (let c = columns - 1; c >= 0; c--) nearest.pass(c, row, -1, 0)
  }
  for (let row = rows - 1; row >= 0; row--) {
    for (let c = 0; c < columns; c++) nearest.pass(c, row, 1, 0)
    for (let c = columns - 1; c >= 0; c--) nearest.pass(c, row, -1, 0)
    for (let c = 0; c < columns; c++) for (const dx of [-1, 0, 1]) nearest.pass(c, row, dx, -1)
  }
}

export interface Land {
  readonly rings: readonly Ring[]
  readonly outline: OutlineIndex
}

/** Distance to land over a width × height area, where land is every area. */
export function distanceField(width: number, height: number, cell: number, areas: readonly Land[]): Field {
  const [columns, rows] = [Math.ceil(width / cell) + 1, Math.ceil(height / cell) + 1]
  const nearest = new Nearest(columns, rows, cell)
  for (const { rings, outline } of areas) {
    addGround(nearest, outline)
    for (const ring of rings) eachEdge(ring, (a, b) => addEdge(nearest, a, b))
  }
  spread(nearest)
  const distance = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      distance[row * columns + column] = nearest.at(column, row)
  return { cell, columns, rows, distance }
}
