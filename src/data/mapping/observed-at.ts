import { isoTime } from '../../lib/calendar'
import { isRecord } from '../json'

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** The moment that a text, a TemporalProperty or a DateTime of NGSI-LD holds; undefined where it is none. */
function momentOf(value: unknown): string | undefined {
  if (typeof value === 'string')
    return ISO.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined
  if (!isRecord(value)) return undefined
  return momentOf(value.value ?? value['@value'] ?? value.object)
}

/** Times at which NGSI-LD says something of an entity, the most telling kind first. */
const KINDS: readonly (readonly string[])[] = [
  ['observedAt', 'timestamp', 'TimeInstant'],
  ['dateObserved'],
  ['dateModified', 'dateUpdated', 'dateLastReported'],
  ['modifiedAt'],
  ['createdAt', 'dateCreated'],
]

/**
 * When what NGSI-LD tells was so, ISO: of the times of all entities and properties given, the newest of the most telling kind that
 * any of them has. An observation by a sensor tells more than an attribute that the source sets, and that more than when the broker
 * last stored it. Null where there is none.
 */
export function observedAt(values: readonly unknown[]): string | null {
  const found = KINDS.map(() => new Set<string>())
  const visit = (item: unknown): void => {
    if (Array.isArray(item)) return item.forEach(visit)
    if (!isRecord(item)) return
    for (const [i, names] of KINDS.entries())
      for (const name of names) {
        const moment = momentOf(item[name])
        if (moment !== undefined) found[i]?.add(moment)
      }
    Object.values(item).forEach(visit)
  }
  visit(values)
  const times = [...(found.find((each) => each.size > 0) ?? [])].map((moment) => Date.parse(moment))
  return times.length === 0 ? null : isoTime(Math.max(...times))
}
