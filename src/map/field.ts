import { boxOf, edges, inside, type Ring } from './rings'

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

function addLand(nearest: Nearest, rings: readonly Ring[], dy: number): void {
  const { cell } = nearest
  const box = boxOf(rings)
  for (let row = Math.ceil((box.y0 + dy) / cell); row * cell <= box.y1 + dy; row++)
    for (let column = Math.ceil(box.x0 / cell); column * cell <= box.x1; column++)
      if (inside(rings, [column * cell, row * cell - dy]))
        nearest.offer(column, row, column * cell, row * cell)
  for (const ring of rings)
    for (const [a, b] of edges(ring)) {
      const steps = Math.max(1, Math.ceil((Math.hypot(b[0] - a[0], b[1] - a[1]) * 2) / cell))
      for (let step = 0; step < steps; step++) {
        const x = a[0] + ((b[0] - a[0]) * step) / steps
        const y = a[1] + ((b[1] - a[1]) * step) / steps + dy
        const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)]
        for (const [c, r] of [[0, 0], [1, 0], [0, 1], [1, 1]] as const) nearest.offer(column + c, row + r, x, y) // prettier-ignore
      }
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

/** Distance to land over a width × height area, where land is every area swept down by `slab`. */
export function distanceField(
  width: number,
  height: number,
  cell: number,
  areas: readonly (readonly Ring[])[],
  slab: number,
): Field {
  const [columns, rows] = [Math.ceil(width / cell) + 1, Math.ceil(height / cell) + 1]
  const nearest = new Nearest(columns, rows, cell)
  for (const rings of areas) for (const dy of [0, slab]) addLand(nearest, rings, dy)
  spread(nearest)
  const distance = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      distance[row * columns + column] = nearest.at(column, row)
  return { cell, columns, rows, distance }
}
