import { useCallback, type ReactNode } from 'react'
import { rowsLink, type PartOf } from '../panel/rows-link'
import { useMetric, useScreen, type Screen } from '../panel/screen-context'

type Link = Parameters<Screen['open']>[0]

/** The records behind a figure of what is of all these parts, where the dictionary names them and a field tells each part. */
export function useRowsLink(metric: string): (...parts: readonly PartOf[]) => Link {
  const known = useMetric(metric).rows !== undefined
  return useCallback(
    (...parts) => {
      const told = parts.flatMap((part) => (part ? [part] : []))
      return known && told.length === parts.length ? rowsLink(metric, ...told) : null
    },
    [known, metric],
  )
}

/** Opens what the row of a chart leads to, by its key. */
export function usePick(rows: readonly { readonly key: string; readonly lead: Link }[]) {
  const { open } = useScreen()
  return (key: string) => {
    const lead = rows.find((row) => row.key === key)?.lead ?? null
    if (lead !== null) open(lead)
  }
}

/** The same of the columns of a chart, which go by their places; undefined where none of them leads anywhere. */
export function usePickAt(leads: readonly Link[]) {
  const { open } = useScreen()
  if (leads.every((lead) => lead === null)) return undefined
  return (key: string) => {
    const lead = leads[Number(key)] ?? null
    if (lead !== null) open(lead)
  }
}

interface RowLeadProps {
  /** What it opens; null where nothing is known of it. */
  readonly to: Link
  readonly className: string | undefined
  /** The row in words, where its figures alone do not say it. */
  readonly label?: string
  /** How many records that are, where no figure in the row says it. */
  readonly count?: number
  readonly children: ReactNode
}

/** A row that as a whole leads to what it speaks of. */
export function RowLead({ to, className, label, count, children }: RowLeadProps) {
  const { open } = useScreen()
  if (to === null)
    return (
      <p className={className} aria-label={label}>
        {children}
      </p>
    )
  return (
    <button
      type="button"
      className={className}
      aria-label={label}
      data-lead={to}
      data-value={count}
      onClick={() => open(to)}
    >
      {children}
    </button>
  )
}
