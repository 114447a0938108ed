import type { HallOperation } from './schema'
import { FAULT_WORDS } from './words'

export interface TownFaults {
  readonly code: string
  readonly name: string
  readonly online: number
  readonly total: number
  /** `离线 2 · 缺纸 1`. */
  readonly kinds: string
  /** Epoch ms of the oldest fault. */
  readonly since: number
}

/** Faults gathered by town, most first, then the oldest first. */
export function townFaults(
  { faults }: NonNullable<HallOperation['terminals']>,
  towns: HallOperation['towns'],
): TownFaults[] {
  return towns
    .flatMap(({ code, name, terminals, terminalsOffline }) => {
      const own = faults.filter((f) => f.town.code === code)
      if (own.length === 0 || terminals === null) return []
      const kinds = [...new Set(own.map((f) => f.kind))]
      return [
        {
          code,
          name,
          online: terminals - (terminalsOffline ?? 0),
          total: terminals,
          kinds:
            kinds.length === 1 && kinds[0]
              ? `${FAULT_WORDS[kinds[0]]} ${own.length}`
              : kinds
                  .map((kind) => `${FAULT_WORDS[kind]} ${own.filter((f) => f.kind === kind).length}`)
                  .slice(0, 2)
                  .join(' · '),
          since: Math.min(...own.map((f) => Date.parse(f.since))),
        },
      ]
    })
    .sort((a, b) => b.total - b.online - (a.total - a.online) || a.since - b.since)
}
