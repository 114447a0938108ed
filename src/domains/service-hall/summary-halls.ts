import { dayStart, DAY, HOUR } from '../../lib/calendar'
import { hash32 } from '../../lib/random'
import type { Book } from '../../contract/records/counting'
import type { PlaceValue } from '../../contract/records/read-row'
import type { Moment } from '../../contract/records/summary'
import { SLUG } from '../../contract/forms'
import { counter as counterKind, hall as hallKind, ticket as ticketKind } from './records'
import { order, queueOf, shortened, type Queue } from './summary-queue'

/** When a hall is open on a workday, ms from midnight. */
export interface Hours {
  readonly opens: number
  readonly closes: number
  readonly noon: readonly [number, number] | null
}

/** One hall with its rows in the tables of tickets and counters. */
export interface Hall {
  /** As its records call it. */
  readonly id: string
  /** As its document calls it. */
  readonly key: string
  readonly name: string
  readonly short: string
  readonly town: PlaceValue | null
  /** Null where nobody says. */
  readonly main: boolean | null
  /** Null where nobody says. */
  readonly hours: Hours | null
  /** Taken today up to now. */
  readonly today: Uint32Array
  /** Taken on the same weekday last week up to this time of day. */
  readonly lastWeek: Uint32Array
  readonly counters: Uint32Array
}

/** The halls of a moment and place. Undefined tables are kinds that the city does not send. */
export interface Scope {
  readonly moment: Moment
  readonly book: Book
  readonly queue: Queue | undefined
  readonly halls: readonly Hall[]
  /** Every hall of the city. */
  readonly all: readonly Hall[]
  /** The main hall of the scope, or of the city where the scope has none. */
  readonly focus: Hall | undefined
}

export function scopeOf(book: Book, moment: Moment): Scope {
  const tickets = book.of(ticketKind)
  const queue = tickets && queueOf(tickets, moment.now)
  const all = hallsOf(book, queue, moment.now)
  const halls = all.filter(
    ({ town }) => moment.region === null || town?.code.startsWith(moment.region) === true,
  )
  return { book, moment, queue, all, halls, focus: mainOf(halls.length > 0 ? halls : all) }
}

/** The one that is called main, else the largest, else the first. */
function mainOf(halls: readonly Hall[]): Hall | undefined {
  const size = ({ counters, today, lastWeek }: Hall) => counters.length * 1e6 + today.length + lastWeek.length
  return halls.toSorted(
    (a, b) => Number(b.main) - Number(a.main) || size(b) - size(a) || order(a.id, b.id),
  )[0]
}

interface Groups {
  readonly today: readonly number[]
  readonly lastWeek: readonly number[]
}

/** Every hall that is listed, issues tickets or has counters; main halls first. */
function hallsOf(book: Book, queue: Queue | undefined, now: number): readonly Hall[] {
  const groups = queue ? ticketsByHall(queue, now) : new Map<string, Groups>()
  const counters = countersByHall(book)
  const listed = listedHalls(book)
  const ids = new Set([...listed.keys(), ...groups.keys(), ...counters.keys()])
  return [...ids]
    .map((id): Hall => {
      const own = listed.get(id)
      const { today = [], lastWeek = [] } = groups.get(id) ?? {}
      const name = own?.name ?? id
      return {
        id,
        key: SLUG.test(id) ? id : `h${hash32(id).toString(36)}`,
        name: shortened(name, 20),
        short: shortened(own?.short ?? name, 8),
        town: own?.town ?? null,
        main: own?.main ?? null,
        hours: own?.hours ?? null,
        today: Uint32Array.from(today),
        lastWeek: Uint32Array.from(lastWeek),
        counters: Uint32Array.from(counters.get(id) ?? []),
      }
    })
    .toSorted((a, b) => Number(b.main) - Number(a.main) || order(a.id, b.id))
}

function ticketsByHall({ tickets, taken }: Queue, now: number): Map<string, Groups> {
  const { at, values } = tickets.code('hall')
  const groups = values.map(() => ({ today: [] as number[], lastWeek: [] as number[], any: false }))
  const today = dayStart(now)
  const week = 7 * DAY
  for (let row = 0; row < tickets.size; row++) {
    const group = groups[at[row] ?? 0]
    const moment = taken[row] ?? Number.NaN
    if (!group || !(moment <= now)) continue
    group.any = true
    if (moment >= today) group.today.push(row)
    else if (moment >= today - week && moment <= now - week) group.lastWeek.push(row)
  }
  return new Map(
    groups.flatMap(({ any, ...own }, i) => {
      const id = values[i] ?? null
      return any && id !== null ? [[id, own] as const] : []
    }),
  )
}

function countersByHall(book: Book): Map<string, number[]> {
  const byHall = new Map<string, number[]>()
  const counters = book.of(counterKind)
  if (!counters) return byHall
  const { at, values } = counters.code('hall')
  for (let row = 0; row < counters.size; row++) {
    const id = values[at[row] ?? 0] ?? null
    const own = id === null ? undefined : byHall.get(id)
    if (own) own.push(row)
    else if (id !== null) byHall.set(id, [row])
  }
  return byHall
}

type Listed = Pick<Hall, 'town' | 'main' | 'hours'> & {
  readonly name: string | null
  readonly short: string | null
}

function listedHalls(book: Book): Map<string, Listed> {
  const halls = book.of(hallKind)
  const listed = new Map<string, Listed>()
  if (!halls) return listed
  const [ids, names, shorts] = [halls.text('hall'), halls.text('name'), halls.text('short')]
  const [town, main] = [halls.place('town'), halls.flag('main')]
  const [opens, closes] = [halls.number('opens'), halls.number('closes')]
  const [from, to] = [halls.number('noonFrom'), halls.number('noonTo')]
  const ms = (column: Float64Array, row: number) => (column[row] ?? Number.NaN) * HOUR
  for (let row = 0; row < halls.size; row++) {
    const [open, close] = [ms(opens, row), ms(closes, row)]
    const noon = [ms(from, row), ms(to, row)] as const
    listed.set(ids[row] ?? '', {
      name: names[row] ?? null,
      short: shorts[row] ?? null,
      town: town.values[town.at[row] ?? 0] ?? null,
      main: (main[row] ?? 0) === 0 ? null : main[row] === 2,
      hours: open < close ? { opens: open, closes: close, noon: noon[0] < noon[1] ? noon : null } : null,
    })
  }
  return listed
}
