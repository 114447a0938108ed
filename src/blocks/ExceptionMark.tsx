import type { NumberedException } from '../panel/use-exceptions'
import { SeverityMark } from '../ui/SeverityMark'

/** The mark of one exception with its number, `size` in design units; `halo` sets it off from the line it stands on. */
export function ExceptionMark({
  of,
  size = 26,
  halo = false,
}: {
  readonly of: Pick<NumberedException, 'severity'> & { readonly no?: number | undefined }
  readonly size?: number
  readonly halo?: boolean
}) {
  return <SeverityMark severity={of.severity} {...(of.no && { no: of.no })} size={size} halo={halo} />
}
