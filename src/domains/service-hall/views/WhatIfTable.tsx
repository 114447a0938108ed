import { clockText } from '../../../lib/calendar'
import { words } from '../insight-words'
import styles from '../insight.module.css'
import type { Variant, WhatIf } from '../what-if'
import { backText, minutesText } from './what-if-verdict'

/** One row for each number of counters: how long people wait then, drawn and in numbers. */
export function WhatIfTable({ of }: { readonly of: WhatIf }) {
  const { variants, limit, enough } = of
  const { head, means } = words
  const most = scaleOf(of)
  const closes = clockText(Date.parse(of.closes))
  const columns = [
    [head.p50, means.p50],
    [head.p90, means.p90],
    [head.longest, means.longest],
    ...(limit === null
      ? []
      : [
          [head.coming, means.coming],
          [head.back, means.back],
        ]),
    [head.left, means.left(closes)],
  ] as const
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{head.counters}</th>
          <td className={styles.spread}>{head.spread(limit)}</td>
          {columns.map(([label, title]) => (
            <th key={label} scope="col" title={title}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {variants.map((one) => (
          <tr
            key={one.change}
            data-change={one.change}
            data-present={one.change === 0 || undefined}
            data-enough={one.counters === enough || undefined}
          >
            <th scope="row">
              <b>{one.counters}</b>
              <small>{one.change === 0 ? words.present : words.change(one.change)}</small>
              {one.counters === enough && <small className={styles.enough}>{words.enough}</small>}
            </th>
            <td className={styles.spread}>
              <Spread of={one} limit={limit} most={most} />
            </td>
            <td>{minutesText(one.p50)}</td>
            <td>{minutesText(one.p90)}</td>
            <td>{minutesText(one.longest)}</td>
            {limit !== null && (
              <>
                <td>{minutesText(one.coming)}</td>
                <td>{backText(one, of)}</td>
              </>
            )}
            <td>{leftText(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function leftText({ left }: Variant): string {
  return left > 0 && left < 0.5 ? words.few : String(Math.round(left))
}

/** Minutes across the drawing: the present and the limit are seen whole; what is worse than that runs out of it. */
function scaleOf({ variants, limit }: WhatIf): number {
  const present = variants.find(({ change }) => change === 0)
  return Math.max(1, (limit ?? 0) * 1.5, present?.longest ?? 0) * 1.1
}

interface SpreadProps {
  readonly of: Variant
  readonly limit: number | null
  readonly most: number
}

/** From the middle wait to that of nine in ten, and thin to the longest. The numbers stand beside it. */
function Spread({ of: { p50, p90, longest }, limit, most }: SpreadProps) {
  if (p50 === null || p90 === null || longest === null) return null
  const x = (minutes: number) => Math.min(100, (minutes / most) * 100)
  const span = (from: number, to: number) => ({ left: `${x(from)}%`, width: `${x(to) - x(from)}%` })
  return (
    <div className={styles.axis} aria-hidden="true">
      <i className={styles.whisker} style={span(p50, longest)} />
      <i className={styles.bar} style={span(p50, p90)} />
      {p50 <= most ? (
        <i className={styles.dot} style={{ left: `${x(p50)}%` }} />
      ) : (
        <i className={styles.beyond} />
      )}
      {limit !== null && <i className={styles.limit} style={{ left: `${x(limit)}%` }} />}
    </div>
  )
}
