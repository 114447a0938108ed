import type { ReactNode } from 'react'
import { countText, exactText, rateText } from '../lib/format'
import { useMetric } from '../panel/screen-context'

export interface FigureProps {
  /** Metric id of the dictionary. */
  readonly metric: string
  /** Of which part of the place the figure is, where several stand beside each other: the id of a hall, a source, a kind. */
  readonly of?: string | undefined
  /** Null or absent is unknown: printed as —, never as 0. */
  readonly value: number | null | undefined
  /** How it is printed: a count (from 10,000 on in 万), a rate with its decimals (two within a point of the metric's threshold), or every digit. */
  readonly as?: 'count' | 'rate' | 'plain'
  /** Follows the number without a space, also where it is unknown: %. */
  readonly unit?: string
  /** Decimals of a raw value that was worked out here, and so has more of them than mean anything. */
  readonly digits?: number
  readonly className?: string | undefined
  /** What is printed in place of the number, where the printed form is of another kind (2 时 13 分). */
  readonly children?: ReactNode
}

/** The one way a figure stands on a screen: what it is and its raw value for whoever reads the page by program, its printed form for people. */
export function Figure({
  metric,
  of,
  value,
  as = 'count',
  unit = '',
  digits,
  className,
  children,
}: FigureProps) {
  const raw = digits === undefined ? value : value?.toFixed(digits)
  const target = useMetric(metric).threshold?.value
  return (
    <b className={className} data-metric={metric} data-of={of} data-value={raw ?? ''}>
      {children ?? (
        <>
          {printed(value ?? null, as, target)}
          {unit}
        </>
      )}
    </b>
  )
}

function printed(
  value: number | null,
  as: NonNullable<FigureProps['as']>,
  target: number | undefined,
): string {
  if (as === 'rate') return rateText(value, target)
  if (as === 'count') return countText(value)
  return value === null ? '—' : exactText(value)
}
