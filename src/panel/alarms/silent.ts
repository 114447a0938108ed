import { isFields } from '../../lib/fields'

/** Domains that the collecting document names: those it could not see, and those of them that the city never connected. */
export interface Silent {
  readonly unseen: ReadonlySet<string>
  readonly absent: ReadonlySet<string>
}

/** @param operation of the collecting document; it is read by shape, so that no screen knows a domain */
export function silentIn(operation: unknown): Silent {
  const ids = (part: string) => {
    const listed = isFields(operation) ? operation[part] : undefined
    return new Set(Array.isArray(listed) ? listed.filter((id) => typeof id === 'string') : [])
  }
  return { unseen: ids('unseen'), absent: ids('absent') }
}
