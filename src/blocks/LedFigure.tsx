import { exactText } from '../lib/format'
import { Figure } from './Figure'
import { RowsLead } from './RowsLead'

interface LedFigureProps {
  readonly metric: string
  /** Where the number is of a part of what the metric counts: fields and their values as a link says them, `mode=auto`. */
  readonly part?: string
  readonly value: number | null
}

/** A number in a line of text, every digit of it, that leads to the records it counts. */
export function LedFigure({ metric, part, value }: LedFigureProps) {
  const text = value === null ? '—' : exactText(value)
  return (
    <span data-inline={text.length}>
      {part === undefined ? (
        <RowsLead metric={metric}>
          <Figure metric={metric} value={value} as="plain" />
        </RowsLead>
      ) : (
        <RowsLead metric={metric} of={`:${part}`}>
          <b data-value={value ?? ''}>{text}</b>
        </RowsLead>
      )}
    </span>
  )
}
