import { RANK, type Severity } from '../contract/severity'
import { words } from './words'

export interface SeverityMarkProps {
  readonly severity: Severity
  /** The exception's number; never a count. Left out where the mark is a legend. */
  readonly no?: number
  /** Edge length in design units; inside an SVG (with `x` and `y`) in those of its viewBox. */
  readonly size: number
  readonly x?: number
  readonly y?: number
  /** No such exception is open: shape without the alarm hue. */
  readonly quiet?: boolean
  /** Keyline for use on the map. */
  readonly halo?: boolean
}

/** Severity as shape, colour and number at once: solid square, solid diamond, hollow ring. Usable in HTML and inside an SVG. */
export function SeverityMark({ severity, no, size, x, y, halo = false, quiet = false }: SeverityMarkProps) {
  const c = size / 2
  const edge = `calc(${size} * var(--u))`
  const place =
    x === undefined ? { style: { width: edge, height: edge } } : { x, y, width: size, height: size }
  const rank = RANK[severity]
  const label = no === undefined ? words.severity[severity] : words.mark(severity, no)
  return (
    <svg
      data-mark={quiet ? undefined : rank}
      className="mk"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      {...place}
      overflow="visible"
    >
      {halo && <Shape rank={rank} c={c} grow={size * 0.12} fill="var(--bg-0)" />}
      <Shape
        rank={rank}
        c={c}
        grow={0}
        fill={quiet ? 'var(--tx-off)' : rank === 3 ? 'var(--p3-bg)' : `var(--p${rank}-mark)`}
      />
      {rank === 3 && (
        <circle
          cx={c}
          cy={c}
          r={c * 0.88}
          fill="none"
          stroke={quiet ? 'var(--tx-off)' : 'var(--p3-mark)'}
          strokeWidth={size * 0.09}
        />
      )}
      {no !== undefined && (
        <text
          x={c}
          y={c + size * (no > 9 ? 0.23 : 0.277)}
          textAnchor="middle"
          fontSize={size * (no > 9 ? 0.62 : 0.77)}
          fontWeight={700}
          fill={rank === 3 ? 'var(--p3)' : `var(--p${rank}-ink)`}
        >
          {no}
        </text>
      )}
    </svg>
  )
}

function Shape({ rank, c, grow, fill }: { rank: 1 | 2 | 3; c: number; grow: number; fill: string }) {
  if (rank === 1) {
    const a = c * 0.9 + grow
    return <rect x={c - a} y={c - a} width={2 * a} height={2 * a} rx={a * 0.2} fill={fill} />
  }
  if (rank === 2) {
    const a = c * 1.12 + grow * 1.3
    return (
      <path
        d={`M${c} ${c - a}L${c + a} ${c}L${c} ${c + a}L${c - a} ${c}Z`}
        fill={fill}
        stroke={fill}
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
    )
  }
  return <circle cx={c} cy={c} r={c * 0.88 + grow} fill={fill} />
}
