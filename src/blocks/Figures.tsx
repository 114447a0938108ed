import type { Measure } from '../contract/measure'
import { FigureRow } from '../ui/Row'
import styles from './Figures.module.css'
import { MetricFigure } from './MetricFigure'
import { useRoom } from './use-fit'

export interface FigureItem {
  readonly metric: string
  /** Absent where the source does not provide the figure: it is left out, never shown as a 0. */
  readonly measure: Measure | undefined
  readonly tone?: 'p1' | 'p2' | undefined
  readonly label?: string | undefined
}

export interface ProvidedItem extends FigureItem {
  readonly measure: Measure
}

/** The figures that are there. */
export const provided = (items: readonly FigureItem[]): readonly ProvidedItem[] =>
  items.flatMap((item) => (item.measure === undefined ? [] : [{ ...item, measure: item.measure }]))

/** Head of a card: the first figure large, the others beside it, the last at the right edge. */
export function FigureLine({ items }: { readonly items: readonly FigureItem[] }) {
  const shown = provided(items)
  return (
    <FigureRow>
      {shown.map(({ label, ...item }, i) => (
        <MetricFigure
          key={item.metric}
          {...item}
          {...(label !== undefined && { label })}
          size={i === 0 ? 'key' : 'pair'}
          align={i > 0 && i === shown.length - 1 ? 'end' : 'start'}
        />
      ))}
    </FigureRow>
  )
}

/** Two or three figures of one rank side by side, for a low card. */
export function FigurePair({ items }: { readonly items: readonly FigureItem[] }) {
  return (
    <FigureRow>
      {provided(items).map(({ label, ...item }, i, all) => (
        <MetricFigure
          key={item.metric}
          {...item}
          {...(label !== undefined && { label })}
          size="pair"
          align={i > 0 && i === all.length - 1 ? 'end' : 'start'}
        />
      ))}
    </FigureRow>
  )
}

/** Least width and height of a figure with its label and comparison, in u. */
const WIDTH = 300
const HEIGHT = 96

const fitting = (room: number, least: number) => Math.max(1, Math.floor(room / least))

/**
 * A card of a source that knows figures and nothing to draw: as many as fit, all large, spread over the space; all of them where
 * nothing is laid out.
 */
export function FigureGrid({ items }: { readonly items: readonly FigureItem[] }) {
  const [ref, room] = useRoom()
  const all = provided(items)
  const columns = room ? fitting(room.width, WIDTH) : all.length
  const shown = room ? all.slice(0, columns * fitting(room.height, HEIGHT)) : all
  return (
    <div
      ref={ref}
      className={styles.grid}
      style={{ gridTemplateColumns: `repeat(${Math.min(columns, Math.max(1, shown.length))}, 1fr)` }}
    >
      {shown.map(({ label, ...item }) => (
        <MetricFigure key={item.metric} {...item} {...(label !== undefined && { label })} size="key" />
      ))}
    </div>
  )
}
