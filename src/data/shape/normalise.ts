import { RowProblem } from '../../contract/records/row-problem'
import type { Point } from './crs'
import { offsetOf } from './zone'

export interface Habits {
  /** Zone of times written without one. */
  readonly zone?: string
  /** Brings every `{lng, lat}` to WGS-84; left out where they are. */
  readonly convert?: ((point: Point) => Point) | undefined
}

/**
 * Brings a masked answer to our habits before the contract reads it: ISO times with a zone, WGS-84 coordinates. Everything else is
 * left for the contract to judge. This is the only place where points of an answer are converted, so none can be converted twice.
 */
export function normalise(value: unknown, { zone = '+08:00', convert }: Habits = {}): unknown {
  const bring = (item: unknown): unknown => {
    if (typeof item === 'string') return isoText(item, zone)
    if (Array.isArray(item)) return item.map(bring)
    if (typeof item !== 'object' || item === null || item instanceof RowProblem) return item
    const brought = Object.fromEntries(Object.entries(item).map(([key, below]) => [key, bring(below)]))
    const { lng, lat } = brought
    return convert && typeof lng === 'number' && typeof lat === 'number'
      ? { ...brought, ...convert({ lng, lat }) }
      : brought
  }
  return bring(value)
}

const TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?$/

/** `2026-11-18 10:42:00`, with or without seconds, fraction and zone, as ISO 8601 with a zone; other text as it is. */
function isoText(text: string, zone: string): string {
  const time = TIME.exec(text)
  if (!time) return text
  const [, day, minute, second = ':00', offset = zone] = time
  return `${day}T${minute}${second}${offsetOf(offset)}`
}
