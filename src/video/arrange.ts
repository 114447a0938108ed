/** How tiles are arranged, as a link and its button name it: by how many there are. Seven is one large and six small. */
export const ARRANGEMENTS = [1, 4, 7, 9, 16] as const
export type Arrangement = (typeof ARRANGEMENTS)[number]

interface Size {
  readonly width: number
  readonly height: number
}

/** A grid of tiles: CSS tracks, and the area of each tile, `t0` first. */
export interface Grid {
  readonly columns: string
  readonly rows: string
  readonly areas: readonly string[]
  /** Edges of the smallest tile, u. */
  readonly least: Size
}

/** Between tiles, u. */
const GAP = 8
const SHAPE = 16 / 9
/** A name, with what is said of its picture above it, needs this much. */
const LEAST: Size = { width: 224, height: 120 }

const even = (count: number, { width, height }: Size, across: number): Grid => {
  const down = count / across
  return {
    columns: `repeat(${across}, minmax(0, 1fr))`,
    rows: `repeat(${down}, minmax(0, 1fr))`,
    areas: Array.from({ length: down }, (_, y) =>
      Array.from({ length: across }, (_x, x) => `t${y * across + x}`).join(' '),
    ),
    least: { width: (width - GAP * (across - 1)) / across, height: (height - GAP * (down - 1)) / down },
  }
}

/** How far the tiles of a grid are from the shape of a picture; 0 is none. */
const bent = ({ least }: Grid) => Math.abs(Math.log(least.width / least.height / SHAPE))

/** The tiles as many across as leaves them nearest to the shape of a picture, and no place empty. */
const evenly = (count: number, size: Size): Grid =>
  Array.from({ length: count }, (_, i) => i + 1)
    .filter((across) => count % across === 0)
    .map((across) => even(count, size, across))
    .toSorted((a, b) => bent(a) - bent(b))[0] ?? even(count, size, 1)

/** One large with six small ones beside it in a wide room, below it in a tall one. */
function oneAndSix(size: Size): Grid {
  const { width, height } = size
  const wide = width > height * 1.1
  const large = wide ? Math.min(height * SHAPE, width * 0.62) : Math.min(width / SHAPE, height * 0.5)
  const rest = (wide ? width : height) - large - GAP
  // Small ones: two by three, three by two, or in one row, whichever has the shape of pictures.
  const room = wide ? { width: rest, height } : { width, height: rest }
  const small = [1, 2, 3, 6].map((across) => ({ across, grid: even(6, room, across) }))
  const { across, grid } = small.toSorted((a, b) => bent(a.grid) - bent(b.grid))[0] ?? {
    across: 2,
    grid: even(6, room, 2),
  }
  const down = 6 / across
  const cell = (x: number, y: number) => `t${1 + y * across + x}`
  const line = (y: number) => Array.from({ length: across }, (_, x) => cell(x, y)).join(' ')
  const lines = Array.from({ length: down }, (_, y) => line(y))
  const [along, over] = [`calc(${Math.round(large)} * var(--u))`, 'minmax(0, 1fr)']
  return wide
    ? {
        columns: `${along} repeat(${across}, ${over})`,
        rows: `repeat(${down}, ${over})`,
        areas: lines.map((row) => `t0 ${row}`),
        least: grid.least,
      }
    : {
        columns: `repeat(${across}, ${over})`,
        rows: `${along} repeat(${down}, ${over})`,
        areas: [Array.from({ length: across }, () => 't0').join(' '), ...lines],
        least: grid.least,
      }
}

export const gridOf = (count: Arrangement, size: Size): Grid =>
  count === 7 ? oneAndSix(size) : count === 1 ? even(1, size, 1) : evenly(count, size)

const hasRoom = ({ least }: Grid) => least.width >= LEAST.width && least.height >= LEAST.height

/** As many tiles of one size as have room, at most `most`; one always has. */
export function evenIn(most: number, size: Size): Grid & { readonly count: number } {
  const counts = Array.from({ length: most }, (_, i) => most - i)
  const count = counts.find((one) => hasRoom(evenly(one, size))) ?? 1
  return { ...evenly(count, size), count }
}

/** Those whose smallest tile still has room for its caption; one picture always has. */
export const arrangementsIn = (size: Size): Arrangement[] =>
  ARRANGEMENTS.filter((count) => count === 1 || hasRoom(gridOf(count, size)))

/** What stands where nobody has chosen: one large and six small ones where there is room. */
export function usualIn(size: Size): Arrangement {
  const possible = arrangementsIn(size)
  return [7, 4, 1].find((count): count is Arrangement => possible.some((one) => one === count)) ?? 1
}
