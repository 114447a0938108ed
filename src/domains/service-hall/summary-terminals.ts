import { isoTime } from '../../lib/calendar'
import { rowsIn } from '../../contract/records/summary'
import type { TERMINAL_FAULTS } from './codes'
import type { HallOperation } from './contract'
import { terminal as terminalKind } from './records'
import type { Present } from './summary-figures'
import type { Hall, Scope } from './summary-halls'
import { order } from './summary-queue'
import { words } from './summary-words'

const MOST_FAULTS = 80
const MOST_TOWNS = 400

type Fault = (typeof TERMINAL_FAULTS)[number]

const isFault = (code: string | null): code is Fault =>
  code === 'offline' || code === 'paper' || code === 'reader' || code === 'printer'

/** An identifier where room is short: its end tells it from the others. */
export const keyOf = (id: string) => (id.length > 24 ? `…${id.slice(-23)}` : id)

interface Town {
  readonly code: string
  readonly name: string
  terminals: number
  broken: number
  halls: number
  waiting: number
}

/** Terminals of the scope with everything that does not work, and the towns that have one or a hall. */
export function townPart(
  scope: Scope,
  present: ReadonlyMap<Hall, Present>,
): Pick<HallOperation, 'terminals' | 'towns'> {
  const towns = new Map<string, Town>()
  const townOf = ({ code, name }: { readonly code: string; readonly name: string }): Town => {
    const known = towns.get(code)
    const town = known ?? { code, name: name || code, terminals: 0, broken: 0, halls: 0, waiting: 0 }
    if (!known) towns.set(code, town)
    return town
  }
  const terminals = terminalsOf(scope, townOf)
  for (const hall of scope.halls) {
    if (!hall.town) continue
    const town = townOf(hall.town)
    town.halls++
    town.waiting += present.get(hall)?.waiting ?? 0
  }
  const rows = [...towns.values()].toSorted((a, b) => order(a.code, b.code)).slice(0, MOST_TOWNS)
  const waiting = [...present.values()].reduce((n, one) => n + one.waiting, 0)
  // What stands in no town cannot be told by town: the towns would not come to the city.
  const [byTown, ofTerminals] = [
    scope.queue !== undefined && sum(rows, 'waiting') === waiting,
    terminals !== undefined && sum(rows, 'terminals') === terminals.total,
  ]
  return {
    ...(terminals && { terminals }),
    ...(rows.length > 0 && {
      towns: rows.map((town) => ({
        code: town.code,
        name: town.name,
        halls: town.halls,
        ...(byTown && { waiting: town.halls === 0 ? null : town.waiting }),
        ...(ofTerminals && { terminals: town.terminals, terminalsOffline: town.broken }),
      })),
    }),
  }
}

const sum = (rows: readonly Town[], of: 'waiting' | 'terminals') => rows.reduce((n, row) => n + row[of], 0)

function terminalsOf(
  { book, moment: { region, now } }: Scope,
  townOf: (place: { readonly code: string; readonly name: string }) => Town,
): NonNullable<HallOperation['terminals']> | undefined {
  const table = book.of(terminalKind)
  // A city without terminals has none that work and none that do not.
  if (!table || table.size === 0) return undefined
  const [ids, since, place] = [table.text('terminalNo'), table.time('faultAt'), table.place('town')]
  const [fault, unit] = [table.code('fault'), table.code('unit')]
  const rows = rowsIn(table.size, place, region)
  const faults: { readonly id: string; readonly since: number; readonly kind: Fault; readonly town: Town }[] =
    []
  let broken = 0
  for (const row of rows) {
    const where = place.values[place.at[row] ?? 0]
    const town = where ? townOf(where) : undefined
    if (town) town.terminals++
    const kind = fault.values[fault.at[row] ?? 0] ?? null
    const began = since[row] ?? Number.NaN
    if (!isFault(kind) || began > now) continue
    broken++
    if (!town) continue
    town.broken++
    // Since when is what the list is ordered and judged by.
    if (!Number.isNaN(began)) faults.push({ id: ids[row] ?? '', since: began, kind, town })
  }
  return {
    // Where they are not all counted alike they are pieces.
    unit: (unit.values.length === 2 ? unit.values[1] : null) ?? words.terminals,
    total: rows.length,
    online: rows.length - broken,
    faults: faults
      .toSorted((a, b) => a.since - b.since || order(a.id, b.id))
      .slice(0, MOST_FAULTS)
      .map(({ id, since: at, kind, town: { code, name } }) => ({
        key: keyOf(id),
        town: { code, name },
        kind,
        since: isoTime(at),
      })),
  }
}
