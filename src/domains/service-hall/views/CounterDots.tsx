import type { WholeHalls } from '../contract'

type Row = Pick<WholeHalls['counters']['rows'][number], 'no' | 'state'>

interface Pitch {
  readonly columns: number
  readonly size: number
  readonly gap: number
}

/** The largest cells with which `n` counters fit `width` units in at most `rows` rows. */
export function pitchOf(n: number, width: number, rows: number): Pitch {
  for (const size of [22, 18, 16, 14, 12, 10, 8]) {
    const gap = size >= 14 ? 4 : 3
    const columns = Math.max(1, Math.floor((width + gap) / (size + gap)))
    const needed = Math.max(1, Math.ceil(n / columns))
    if (needed <= rows) return { columns: Math.ceil((n || 1) / needed), size, gap }
  }
  return { columns: Math.max(1, Math.ceil(n / rows)), size: 8, gap: 3 }
}

export interface CounterDotsProps {
  readonly rows: readonly Row[]
  /** Design units the matrix may take. */
  readonly width: number
  /** Rows of cells a hall of two dozen counters gets; larger ones get more. */
  readonly lines: number
}

/** Capacity at a glance: one cell a counter, solid when open, ‖ when paused, dashed when closed. */
export function CounterDots({ rows, width, lines }: CounterDotsProps) {
  const { columns, size, gap } = pitchOf(
    rows.length,
    width,
    lines + (rows.length > 26 ? 1 : 0) + (rows.length > 50 ? 1 : 0),
  )
  const step = size + gap
  const w = columns * step - gap
  const h = Math.max(1, Math.ceil(rows.length / columns)) * step - gap
  const style = { width: `calc(${w} * var(--u))`, height: `calc(${h} * var(--u))`, flex: 'none' }
  return (
    <svg viewBox={`0 0 ${w} ${h}`} style={style} aria-hidden="true">
      {rows.map((row, i) => (
        <Cell
          key={row.no}
          state={row.state}
          x={(i % columns) * step}
          y={Math.floor(i / columns) * step}
          s={size}
        />
      ))}
    </svg>
  )
}

function Cell({ state, x, y, s }: { readonly state: Row['state']; x: number; y: number; s: number }) {
  if (state === 'serving' || state === 'idle')
    return (
      <rect
        x={x}
        y={y}
        width={s}
        height={s}
        rx={s * 0.16}
        fill={state === 'serving' ? 'var(--bar-mute)' : 'var(--bg-3)'}
      />
    )
  const frame = { x: x + 1, y: y + 1, width: s - 2, height: s - 2, rx: s * 0.16, fill: 'none' }
  // On the smallest cells a dashed line is noise; a faint one still says that nobody sits there.
  if (state === 'closed' && s < 14) return <rect {...frame} stroke="var(--line-2)" strokeWidth="1.4" />
  if (state === 'closed')
    return <rect {...frame} stroke="var(--tx-off)" strokeWidth="1.5" strokeDasharray="3 3" />
  return (
    <g stroke="var(--tx-1)" strokeWidth="1.8">
      <rect {...frame} />
      <path d={`M${x + s * 0.38} ${y + s * 0.3}v${s * 0.4}M${x + s * 0.62} ${y + s * 0.3}v${s * 0.4}`} />
    </g>
  )
}
