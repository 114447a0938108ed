/** Where somebody stood in a list when one of its records was opened. */
export interface ListPlace {
  /** The list as a link says it. */
  readonly of: string
  /** Its row of that record, from 0, and what names it. */
  readonly at: number
  readonly key: string
  /** How far it was scrolled, px. */
  readonly offset: number
}

/** Of the last list; it is of use to whoever steps back, and of none to another page. */
let last: ListPlace | null = null

export const keepPlace = (place: ListPlace): void => void (last = place)

/** Where somebody left that list, and left it for one of its records; null where it is opened anew. */
export const placeIn = (of: string): ListPlace | null => (last?.of === of ? last : null)

/** The list that this record was opened from; null where it was none. */
export const listOf = (key: string): string | null => (last?.key === key ? last.of : null)

/** Another list is looked at. */
export function forgetPlace(): void {
  last = null
}
