import { SeverityMark } from '../ui/SeverityMark'
import { useScreen } from './screen-context'
import type { NumberedException } from './use-exceptions'
import { words } from './words'

interface MarkLeadProps {
  readonly of: NumberedException
  /** Edge length in design units. */
  readonly size: number
  readonly halo?: boolean
  readonly className?: string | undefined
}

/** A mark that stands for itself, in no row that leads on: it leads to the reason of its exception. */
export function MarkLead({ of, size, halo = false, className }: MarkLeadProps) {
  const { open } = useScreen()
  return (
    <button
      type="button"
      className={className}
      data-why
      aria-label={words.why(of.what)}
      onClick={() => open(`why:${of.id}`)}
    >
      <SeverityMark severity={of.severity} no={of.no} size={size} halo={halo} />
    </button>
  )
}
