import { radiusOf, spotOf } from './hit'
import type { Level, Mark, Marked, Placed } from './marks'
import { type Extent, type MapView, windowOf } from './view'

/** Colours by what is drawn with them. */
export interface Colours {
  readonly ground: string
  readonly raised: string
  readonly quiet: string
  readonly text: string
  readonly brand: string
  readonly font: string
}

/** How a state is drawn: nothing to be seen of it, a cross, a hollow ring. */
export type Shape = 'dot' | 'cross' | 'ring'

export interface Painting {
  readonly placed: Placed
  readonly marked: Marked
  readonly view: MapView
  readonly extent: Extent
  /** By state. */
  readonly shapes: readonly Shape[]
  readonly colours: Colours
  /** The thing that is open or pointed at; null for none. */
  readonly picked: number | null
  /** Pixels per u. */
  readonly ratio: number
}

/** Room drawn around what is on the screen, in u: it comes in while a map is moved. */
export const MARGIN = 120

/** Draws points and marks, the worst state last. The canvas is `MARGIN` larger than the screen on every side. */
export function paint(context: CanvasRenderingContext2D, painting: Painting): void {
  const { view, extent, ratio, marked } = painting
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, extent.width + 2 * MARGIN, extent.height + 2 * MARGIN)
  context.translate(MARGIN, MARGIN)
  paintSingle(context, painting)
  const most = Math.max(1, ...marked.marks.map(({ count }) => count))
  for (const mark of marked.marks) {
    if (mark.kind === 'town' && marked.level === 'towns') paintTown(context, painting, mark, most)
    else paintMark(context, painting, mark)
  }
  paintPicked(context, painting, view)
}

function paintSingle(context: CanvasRenderingContext2D, painting: Painting): void {
  const { placed, marked, view, extent, shapes, colours } = painting
  const { x0, x1, y0, y1 } = windowOf(view, extent, MARGIN)
  const byState = shapes.map((): number[] => [])
  for (const i of marked.single) {
    const [x, y] = [placed.x[i] ?? 0, placed.y[i] ?? 0]
    if (x < x0 || x > x1 || y < y0 || y > y1) continue
    byState[placed.state[i] ?? 0]?.push(x * view.k + view.x, y * view.k + view.y)
  }
  for (const [state, spots] of byState.entries()) {
    const shape = shapes[state] ?? 'dot'
    if (shape === 'dot') dots(context, spots, colours)
    else outlines(context, spots, shape, colours)
  }
}

/** Squares, as they cost a tenth of discs and look the same at this size. */
function dots(context: CanvasRenderingContext2D, spots: readonly number[], { quiet }: Colours): void {
  context.fillStyle = quiet
  for (let i = 0; i < spots.length; i += 2)
    context.fillRect((spots[i] ?? 0) - 1.8, (spots[i + 1] ?? 0) - 1.8, 3.6, 3.6)
}

const [RING, CROSS] = [5, 4.2]

function outlines(
  context: CanvasRenderingContext2D,
  spots: readonly number[],
  shape: Shape,
  { ground, text }: Colours,
): void {
  const path = new Path2D()
  for (let i = 0; i < spots.length; i += 2) {
    const [x, y] = [spots[i] ?? 0, spots[i + 1] ?? 0]
    if (shape === 'ring') {
      path.moveTo(x + RING, y)
      path.arc(x, y, RING, 0, 2 * Math.PI)
    } else {
      path.moveTo(x - CROSS, y - CROSS)
      path.lineTo(x + CROSS, y + CROSS)
      path.moveTo(x - CROSS, y + CROSS)
      path.lineTo(x + CROSS, y - CROSS)
    }
  }
  context.strokeStyle = ground
  context.lineWidth = 5
  context.stroke(path)
  context.fillStyle = ground
  if (shape === 'ring') context.fill(path)
  context.strokeStyle = text
  context.lineWidth = 2
  context.stroke(path)
}

const spacings = new WeakMap<Placed['tiles'], number>()

/** How far the middles of neighbours are from each other: half of the towns stand closer. In u. */
function spacingOf(tiles: Placed['tiles']): number {
  const known = spacings.get(tiles)
  if (known !== undefined) return known
  const nearest = tiles.map(({ label: [x, y] }, i) =>
    tiles.reduce(
      (least, { label }, j) => (i === j ? least : Math.min(least, Math.hypot(label[0] - x, label[1] - y))),
      Number.POSITIVE_INFINITY,
    ),
  )
  const middle = nearest.toSorted((a, b) => a - b)[Math.floor(nearest.length / 2)] ?? 0
  const spacing = Number.isFinite(middle) ? middle : 100
  spacings.set(tiles, spacing)
  return spacing
}

/** A town's disc lies below its name and count: a part of the room that a town has, its area by count. */
function paintTown(
  context: CanvasRenderingContext2D,
  { placed: { tiles }, marked: { level }, view, colours }: Painting,
  mark: Mark,
  most: number,
): void {
  const [x, y] = spotOf(mark, level, view)
  const largest = 0.42 * spacingOf(tiles)
  context.beginPath()
  context.arc(x, y, Math.max(4, largest * Math.sqrt(mark.count / most)), 0, 2 * Math.PI)
  context.globalAlpha = 0.28
  context.fillStyle = colours.quiet
  context.fill()
  context.globalAlpha = 1
}

/** A disc for several things near each other, with the share that is in the worst state as a piece of its edge; a plate for those of a town without a place. */
function paintMark(
  context: CanvasRenderingContext2D,
  { marked: { level }, view, colours }: Painting,
  mark: Mark,
): void {
  const { kind, count, states } = mark
  const [x, y] = spotOf(mark, level, view)
  const radius = radiusOf(count)
  context.beginPath()
  if (kind === 'town') context.rect(x - radius, y - 14, 2 * radius, 28)
  else context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = colours.raised
  context.fill()
  context.lineWidth = 1.5
  context.strokeStyle = colours.quiet
  context.stroke()
  if (kind === 'group') paintShare(context, [x, y, radius], states, colours)
  paintCount(context, [x, y], count, colours)
}

function paintShare(
  context: CanvasRenderingContext2D,
  [x, y, radius]: readonly [number, number, number],
  states: readonly number[],
  { text }: Colours,
): void {
  const all = states.reduce((a, b) => a + b, 0)
  const share = (states.at(-1) ?? 0) / Math.max(1, all)
  if (share === 0) return
  context.beginPath()
  // A share that is there is seen, however small.
  context.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * Math.max(share, 0.03))
  context.lineWidth = 4
  context.strokeStyle = text
  context.stroke()
}

function paintCount(
  context: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  count: number,
  { text, font }: Colours,
): void {
  context.font = `20px ${font}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = text
  context.fillText(count > 9999 ? `${Math.round(count / 1000)}k` : String(count), x, y + 1)
}

/** The one that is meant has a ring around it, whatever lies on it. */
function paintPicked(
  context: CanvasRenderingContext2D,
  { picked, placed, marked, colours }: Painting,
  view: MapView,
): void {
  if (picked === null || !isSingle(marked.level) || Number.isNaN(placed.x[picked] ?? Number.NaN)) return
  context.beginPath()
  const [x, y] = [(placed.x[picked] ?? 0) * view.k + view.x, (placed.y[picked] ?? 0) * view.k + view.y]
  context.arc(x, y, 11, 0, 2 * Math.PI)
  context.lineWidth = 3
  context.strokeStyle = colours.brand
  context.stroke()
}

const isSingle = (level: Level) => level !== 'towns'
