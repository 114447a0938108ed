import type { PointState } from '../../codes'

/** A state as the map draws it. */
export function StateSign({ state }: { readonly state: PointState }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" width="1em" height="1em">
      {state === 'online' && <rect x="7" y="7" width="6" height="6" fill="var(--tx-3)" />}
      {state === 'impaired' && <path d="M5 5l10 10M5 15L15 5" stroke="var(--tx-1)" strokeWidth="2.6" />}
      {state === 'offline' && (
        <circle cx="10" cy="10" r="6" fill="none" stroke="var(--tx-1)" strokeWidth="2.6" />
      )}
    </svg>
  )
}
