import type { HallOperation } from '../contract'
import styles from './Terminals.module.css'

const SIZES = [28, 24, 20, 16, 14, 12, 10, 8, 7, 6] as const
const SMALLEST = 6
const GAP = 3

export interface TerminalFieldProps {
  readonly terminals: NonNullable<HallOperation['terminals']>
  readonly towns: HallOperation['towns']
  /** Width in design units the field has. */
  readonly width: number
  /** Height in design units the field may take. */
  readonly tall: number
}

/** One mark a terminal, town after town where they are counted; those that do not work are hollow. */
export function TerminalField({ terminals, towns, width, tall }: TerminalFieldProps) {
  const groups = groupsOf(terminals, towns)
  // So many that they could not be told apart are counted in words only.
  const count = groups.reduce((n, { all }) => n + all, 0)
  if (!(rowsFor(count, width, SMALLEST) * (SMALLEST + GAP) <= 2 * tall)) return null
  const marks = marksOf(groups)
  const size = SIZES.find((s) => rowsFor(marks.length, width, s) * (s + GAP) - GAP <= tall) ?? SMALLEST
  const columns = columnsFor(width, size)
  const h = rowsFor(marks.length, width, size) * (size + GAP) - GAP
  return (
    <svg
      className={styles.field}
      viewBox={`0 0 ${width} ${Math.max(size, h)}`}
      style={{ height: `calc(${Math.max(size, h)} * var(--u))` }}
      aria-hidden="true"
    >
      {marks.map(({ key, works }, i) => {
        const x = (i % columns) * (size + GAP)
        const y = Math.floor(i / columns) * (size + GAP)
        return works ? (
          <rect key={key} x={x} y={y} width={size} height={size} rx="1.5" fill="var(--brand-dim)" />
        ) : (
          <rect
            key={key}
            x={x + 0.9}
            y={y + 0.9}
            width={size - 1.8}
            height={size - 1.8}
            rx="1.5"
            fill="none"
            stroke="var(--tx-1)"
            strokeWidth="1.8"
          />
        )
      })}
    </svg>
  )
}

/** By town where the towns count theirs, else all together. */
function groupsOf(
  { total, online }: TerminalFieldProps['terminals'],
  towns: TerminalFieldProps['towns'] = [],
) {
  const counted = towns.filter((town) => typeof town.terminals === 'number')
  return counted.length > 0
    ? counted.map((t) => ({ code: t.code, all: t.terminals ?? 0, broken: t.terminalsOffline ?? 0 }))
    : [{ code: 'all', all: total, broken: total - online }]
}

const marksOf = (groups: ReturnType<typeof groupsOf>) =>
  groups.flatMap(({ code, all, broken }) =>
    Array.from({ length: all }, (_, i) => ({ key: `${code}-${i}`, works: i >= broken })),
  )

const columnsFor = (width: number, size: number) => Math.max(1, Math.floor((width + GAP) / (size + GAP)))
const rowsFor = (n: number, width: number, size: number) =>
  Math.max(1, Math.ceil(n / columnsFor(width, size)))
