import type { ExceptionItem } from '../../contract/exception'
import { stateOf, type Alarm, type AlarmState } from '../../panel/alarms/journal'
import type { NumberedException } from '../../panel/use-exceptions'

export type ListName = 'open' | 'aside' | 'returned'

/** One row of the list of the desk. */
export interface Entry {
  readonly item: ExceptionItem
  /** Its number on the wall; undefined of what is on no list there. */
  readonly no: number | undefined
  readonly state: AlarmState
  readonly alarm: Alarm | undefined
}

/** What the room has of a list: the open ones as they are numbered everywhere, the others by when they end or ended. */
export function entriesOf(
  list: ListName,
  open: readonly NumberedException[],
  alarms: Readonly<Record<string, Alarm>>,
): readonly Entry[] {
  if (list === 'open')
    return open.map((item) => {
      const alarm = alarms[item.id]
      return { item, no: item.no, state: item.noticed ? 'acknowledged' : 'raised', alarm }
    })
  const state: AlarmState = list === 'aside' ? 'shelved' : 'returned'
  return Object.values(alarms)
    .filter((alarm) => stateOf(alarm) === state)
    .toSorted((a, b) => endOf(a) - endOf(b))
    .map((alarm) => ({ item: alarm.item, no: undefined, state, alarm }))
}

const endOf = ({ shelf, endedAt }: Alarm) => shelf?.until ?? endedAt ?? 0

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** Those of which every word of `find` is said: what, where, whose, of which domain. */
export function foundIn(
  entries: readonly Entry[],
  find: string,
  nameOf: (domain: string) => string,
): readonly Entry[] {
  const wanted = plain(find).split(/\s+/).filter(Boolean)
  return entries.filter(({ item }) => {
    const said = plain(
      [item.what, item.place?.name, item.owner, item.action, item.subject, nameOf(item.domain)].join(' '),
    )
    return wanted.every((word) => said.includes(word))
  })
}

/** Entries of one kind and area; the first is the most urgent of them. */
interface Group {
  readonly key: string
  readonly entries: readonly [Entry, ...Entry[]]
}

/** In a flood what is of one metric and place is one thing to see to, where its most urgent stands. Nothing is left out. */
function groupsOf(entries: readonly Entry[]): readonly Group[] {
  const groups = new Map<string, [Entry, ...Entry[]]>()
  for (const entry of entries) {
    const key = `${entry.item.domain} ${entry.item.metric} ${entry.item.place?.code ?? ''}`
    const known = groups.get(key)
    if (known) known.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups].map(([key, all]) => ({ key, entries: all }))
}

/** A line of the list: an entry, or what leads to the others of its group. */
export interface Line {
  readonly key: string
  readonly entry?: Entry
  readonly group: string
  /** How many others there are. */
  readonly more: number
}

/** The lines of the list as it is shown: in a flood one entry of each group, and all of the one that is unfolded. */
export function linesOf(
  entries: readonly Entry[],
  flooded: boolean,
  unfolded: string | null,
): readonly Line[] {
  const lineOf = (entry: Entry, group: string): Line => ({ key: entry.item.id, entry, group, more: 0 })
  if (!flooded) return entries.map((entry) => lineOf(entry, entry.item.id))
  return groupsOf(entries).flatMap(({ key: group, entries: [first, ...others] }) => {
    const head = lineOf(first, group)
    if (others.length === 0) return [head]
    const rest = unfolded === group ? others.map((entry) => lineOf(entry, group)) : []
    return [head, ...rest, { key: `more ${group}`, group, more: others.length }]
  })
}
