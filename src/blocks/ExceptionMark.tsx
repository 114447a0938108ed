import type { NumberedException } from '../panel/use-exceptions'
import { severityLevel } from '../panel/PanelFrame'
import { SeverityMark } from '../ui/SeverityMark'
import { useUnit } from '../ui/unit'

/** The mark of one exception with its number, `size` in design units. */
export function ExceptionMark({
  of,
  size = 26,
}: {
  readonly of: Pick<NumberedException, 'severity' | 'no'>
  readonly size?: number
}) {
  const u = useUnit()
  return <SeverityMark severity={severityLevel(of.severity)} no={of.no} size={size * u} />
}
