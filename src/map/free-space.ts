import type { Field } from './field'
import type { Box } from './rings'

/** Answers "is there nothing here?" for boxes on the map: no land, no reserved area, nothing placed before. */
export interface FreeSpace {
  readonly width: number
  readonly height: number
  isFree(box: Box): boolean
  take(box: Box): void
}

/** @param clearance least distance to land; @param taken areas that others draw on */
export function freeSpace(field: Field, clearance: number, taken: readonly Box[]): FreeSpace {
  const { columns, rows, cell, distance } = field
  const [width, height] = [(columns - 1) * cell, (rows - 1) * cell]
  // Summed land cells from the top left corner: any box is then four look-ups.
  const sums = new Uint32Array((columns + 1) * (rows + 1))
  const sum = (column: number, row: number) => sums[row * (columns + 1) + column] ?? 0
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const land = (distance[row * columns + column] ?? 0) < clearance ? 1 : 0
      sums[(row + 1) * (columns + 1) + column + 1] =
        land + sum(column, row + 1) + sum(column + 1, row) - sum(column, row)
    }
  const boxes = [...taken]
  return {
    width,
    height,
    isFree(box) {
      if (box.x0 < 0 || box.y0 < 0 || box.x1 > width || box.y1 > height) return false
      if (
        boxes.some(
          (other) => box.x0 < other.x1 && other.x0 < box.x1 && box.y0 < other.y1 && other.y0 < box.y1,
        )
      )
        return false
      const [c0, r0] = [Math.floor(box.x0 / cell), Math.floor(box.y0 / cell)]
      const [c1, r1] = [Math.ceil(box.x1 / cell) + 1, Math.ceil(box.y1 / cell) + 1]
      return sum(c1, r1) - sum(c0, r1) - sum(c1, r0) + sum(c0, r0) === 0
    },
    take(box) {
      boxes.push(box)
    },
  }
}
