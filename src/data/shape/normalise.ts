import { RowProblem } from '../../contract/records/row-problem'
import type { Point } from '../../lib/crs'
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
    const brought = bringFields(item)
    const { lng, lat }: { lng?: unknown; lat?: unknown } = brought
    return convert && typeof lng === 'number' && typeof lat === 'number'
      ? { ...brought, ...convert({ lng, lat }) }
      : brought
  }
  // Most fields of most rows are as they should be: only what changes costs a copy.
  const bringFields = (item: object): object => {
    let copy: Record<string, unknown> | undefined
    for (const [key, below] of Object.entries(item)) {
      const to = bring(below)
      if (to !== below) (copy ??= { ...item })[key] = to
    }
    return copy ?? item
  }
  return bring(value)
}

const TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?$/

/** `2026-11-18 10:42:00`, with or without seconds, fraction and zone, as ISO 8601 with a zone; other text as it is. */
function isoText(text: string, zone: string): string {
  // Nearly all texts are no time, or one as it should be.
  if (text[4] !== '-' || (text.length === 25 && text[10] === 'T' && text[22] === ':')) return text
  const time = TIME.exec(text)
  if (!time) return text
  const [, day, minute, second = ':00', offset = zone] = time
  return `${day}T${minute}${second}${offsetOf(offset)}`
}
