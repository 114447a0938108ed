import type { CityDocument } from '../contract/document'
import type { Figure } from '../contract/figure'
import { group } from '../lib/format'
import styles from './Rail.module.css'
import { words } from './words'

/** A published figure as printed: qualifier, number, unit. */
export function PrintedFigure({ figure }: { readonly figure: Figure }) {
  const { lead, figure: digits, tail } = figure.printed
  return (
    <span
      className={styles.figure}
      data-metric={figure.metric}
      data-value={figure.value}
      data-fact={figure.id}
    >
      {lead !== '' && `${lead} `}
      {group(digits)}
      <span className={styles.unit}>{tail}</span>
    </span>
  )
}

/** `2021` → 2021 年报; `2020上半年` → 2020 上半年. */
export function periodWords(period: string): [string, string] {
  const year = /^\d{4}/.exec(period)?.[0]
  if (year === undefined) return [period, '']
  return [
    year,
    period.includes(words.halfYear)
      ? words.halfYear
      : period.includes(words.floodSeason)
        ? words.floodSeason
        : words.annual,
  ]
}

/** The published figures a panel names, in its order; those the city did not publish are left out. */
export function railFigures(document: CityDocument, metrics: readonly string[]): Figure[] {
  return metrics.flatMap(
    (metric) =>
      document.published.find((f) => f.metric === metric && f.role !== 'baseline' && f.role !== 'target') ??
      [],
  )
}

/** Annual facts on their own surface with their own year: they never share a row, axis or sum with live values. */
export function Rail({ figures }: { readonly figures: readonly Figure[] }) {
  const [first] = figures
  if (!first) return null
  const [year, kind] = periodWords(first.period)
  return (
    <div className={styles.rail} role="group" aria-label={words.publishedIn(year, kind)}>
      <div className={styles.year}>
        <span>{year}</span>
        <span>{kind}</span>
      </div>
      {figures.slice(0, 6).map((figure) => (
        <div key={figure.id} className={styles.fact}>
          <PrintedFigure figure={figure} />
          <span className={styles.label}>{figure.short}</span>
        </div>
      ))}
    </div>
  )
}
