import { useScreen } from '../../panel/screen-context'
import type { Readings } from '../../panel/reading'

const known = new Map<string, Promise<Readings>>()

/** How the records of a domain are read: the same promise as long as it is not lost, so that a component may wait for it. */
export function useReadings(domain: string): Promise<Readings> {
  const { domains } = useScreen()
  const begun = known.get(domain)
  if (begun) return begun
  const coming = domains.readingsOf(domain).catch((error: unknown) => {
    known.delete(domain)
    throw error
  })
  known.set(domain, coming)
  return coming
}
