/** Which pictures stand where, as a link says it: `7`, `9,river`, `4,all,12` (held there), `7,,,4401…0017` (that one fills the screen), `,,,,types` (that page stands beside them). */
export interface Chosen {
  /** How many tiles; null as the room has it. */
  readonly tiles: number | null
  /** Key of the plan or the source whose cameras are gone through, or `all`; null as the hour has it. */
  readonly group: string | null
  /** Where the round is held; null while it goes on. */
  readonly held: number | null
  /** What names the camera that fills the screen; null while none does. */
  readonly whole: string | null
  /** Which page of what is said of all cameras stands beside them; null as its panel has it. */
  readonly page: string | null
}

/** Every camera of the register. */
export const ALL = 'all'

export function readChosen(text: string | undefined): Chosen {
  const [tiles = '', group = '', held, whole = '', page = ''] = (text ?? '').split(',')
  return {
    tiles: /^\d{1,2}$/.test(tiles) ? Number(tiles) : null,
    group: group || null,
    held: held !== undefined && /^\d{1,6}$/.test(held) ? Number(held) : null,
    whole: written(whole),
    page: page || null,
  }
}

/** A camera is named by whatever its platform calls it. Half an escape, as in a link that was cut, names none. */
function written(name: string): string | null {
  try {
    return decodeURIComponent(name) || null
  } catch {
    return null
  }
}

/** Null where nothing is chosen. */
export function writeChosen({ tiles, group, held, whole, page }: Chosen): string | null {
  const parts = [
    tiles ?? '',
    group ?? '',
    held ?? '',
    whole === null ? '' : encodeURIComponent(whole),
    page ?? '',
  ]
  return parts.join(',').replace(/,+$/, '') || null
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** A step through `total` that meets every place once and neighbours late: near the golden section of it. */
function strideOf(total: number): number {
  let stride = Math.max(1, Math.round(total * 0.618))
  while (gcd(stride, total) !== 1) stride++
  return stride
}

/** How many steps a round of `total` cameras takes with `tiles` of them at once. */
export const stepsOf = (total: number, tiles: number): number => (tiles === 0 ? 0 : Math.ceil(total / tiles))

/** So many neighbours in the register are asked for together. */
export const BLOCK = 4

/** Whose turn it is: the `nth` camera of the block that begins at the place `from` in the register. */
export interface Turn {
  readonly from: number
  readonly nth: number
}

/**
 * Whose turns stand on `tiles` at a step of a round through a register of `total`, `inOrder` or spread. A register goes town by town and street by
 * street: one that is gone through in its order shows the same street on every tile. Over a round every place has one turn, so that no camera comes
 * again while others have not been seen, and spread each block has its second turn when all of them have had their first.
 */
export function turnsAt(step: number, tiles: number, total: number, inOrder = false): Turn[] {
  if (total === 0) return []
  const count = Math.min(tiles, total)
  const turnOf = inOrder ? inOrderOf : spreadOf
  return Array.from({ length: count }, (_, i) => turnOf((step * tiles + i) % total, total))
}

const inOrderOf = (turn: number): Turn => ({ from: turn - (turn % BLOCK), nth: turn % BLOCK })

function spreadOf(turn: number, total: number): Turn {
  const [whole, last] = [Math.floor(total / BLOCK), total % BLOCK]
  // The last block has fewer turns than the others.
  const early = last * (whole + 1)
  const [blocks, done, at] = turn < early ? [whole + 1, 0, turn] : [whole, last, turn - early]
  return { from: BLOCK * (((at % blocks) * strideOf(blocks)) % blocks), nth: done + Math.floor(at / blocks) }
}
