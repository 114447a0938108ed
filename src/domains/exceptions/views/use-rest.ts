import { useMemo } from 'react'
import type { CityDocument } from '../../../contract/document'
import { HOUR, MINUTE } from '../../../lib/calendar'
import { onDuty, type OnDuty } from '../../../lib/duty'
import { useAt, useScreen } from '../../../panel/screen-context'
import { useDocuments } from '../../../panel/use-documents'

/** A domain that raises exceptions: what it said last, and whether it says so no more. */
export interface Raised {
  readonly id: string
  readonly name: string
  readonly document: CityDocument | undefined
  readonly broken: boolean
}

/** The domains that the city has, in the order of the configuration, and the shift that is on duty. */
export function useRest(): {
  readonly now: number
  readonly domains: readonly Raised[]
  readonly duty: Duty
} {
  const { domains, city } = useScreen()
  const minute = useAt((now) => Math.floor(now / MINUTE) * MINUTE)
  const resources = useMemo(() => domains.inputsOf('raises'), [domains])
  const statuses = useDocuments(resources)
  const has = statuses
    .filter(({ document }) => document?.absence === undefined)
    .map(({ id, document, fault }) => ({
      id,
      name: domains.nameOf(id),
      document,
      broken: fault !== undefined,
    }))
  return { now: minute, domains: has, duty: dutyAt(onDuty(city.duty ?? [], minute), minute) }
}

/** The shift of a moment; where nobody is named, twelve hours either way. */
export interface Duty extends Pick<OnDuty, 'begin' | 'end'> {
  readonly named: OnDuty | undefined
}

const dutyAt = (named: OnDuty | undefined, now: number): Duty => ({
  named,
  begin: named?.begin ?? now - 12 * HOUR,
  end: named?.end ?? now + 12 * HOUR,
})
