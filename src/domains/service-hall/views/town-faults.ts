import type { HallOperation } from '../contract'
import { words } from '../words'

export interface TownFaults {
  readonly code: string
  readonly name: string
  /** How many do not work. */
  readonly broken: number
  /** Null where the source does not count terminals by town. */
  readonly terminals: { readonly online: number; readonly total: number } | null
  /** `离线 2 · 缺纸 1`. */
  readonly kinds: string
  /** Epoch ms of the oldest fault. */
  readonly since: number
}

type Fault = NonNullable<NonNullable<HallOperation['terminals']>['faults']>[number]
type Town = NonNullable<HallOperation['towns']>[number]

function kindsOf(faults: readonly Fault[]): string {
  const kinds = [...new Set(faults.map((f) => f.kind))]
  return kinds
    .map((kind) => words.terminals.fault(kind, faults.filter((f) => f.kind === kind).length))
    .slice(0, 2)
    .join(' · ')
}

function countOf({ terminals, terminalsOffline }: Town): TownFaults['terminals'] {
  return typeof terminals === 'number'
    ? { online: terminals - (terminalsOffline ?? 0), total: terminals }
    : null
}

/** Faults gathered by town, most first, then the oldest first. */
export function townFaults(
  { faults = [] }: NonNullable<HallOperation['terminals']>,
  towns: readonly Town[] = [],
): TownFaults[] {
  const codes = [...new Set(faults.map(({ town }) => town.code))]
  return codes
    .map((code) => {
      const own = faults.filter(({ town }) => town.code === code)
      const town = towns.find((t) => t.code === code)
      return {
        code,
        name: town?.name ?? own[0]?.town.name ?? code,
        terminals: town ? countOf(town) : null,
        kinds: kindsOf(own),
        since: Math.min(...own.map((f) => Date.parse(f.since))),
        broken: town?.terminalsOffline ?? own.length,
      }
    })
    .sort((a, b) => b.broken - a.broken || a.since - b.since)
}
