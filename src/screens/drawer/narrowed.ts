import { BY, escaped } from '../../panel/rows-link'

/** Fields and the values that a list of records is narrowed to, as a link says them: `stage=sign&mode=auto`. */
export type Narrowed = Readonly<Record<string, string>>

/** A list of records as a link says it. */
export interface ListShown {
  readonly metric: string
  readonly narrowed: Narrowed
  /** What is looked for in it; empty where nothing is. */
  readonly q: string
  /** The field by which it stands broken down, where the link says so. */
  readonly by?: string | undefined
}

/** Stands for a text that is looked for; no field is called so. */
const SOUGHT = 'q'

/** The metric and the fields of `hotline_open:stage=sign&q=停水`. What is no field and value is passed over. */
export function readNarrowed(text: string): ListShown {
  const [metric = '', fields = ''] = text.split(/:(.*)/s)
  const { [SOUGHT]: q = '', [BY]: by, ...narrowed } = Object.fromEntries(new URLSearchParams(fields))
  return { metric, narrowed, q, ...(by !== undefined && { by }) }
}

/** The same back, in the order of the fields, so that one list has one link. */
export function narrowedText({ metric, narrowed, q, by }: ListShown): string {
  const fields = Object.entries(narrowed)
    .toSorted(([a], [b]) => Number(a > b) - Number(a < b))
    .concat(by === undefined ? [] : [[BY, by]], q === '' ? [] : [[SOUGHT, q]])
    .map(([field, value]) => `${escaped(field)}=${escaped(value)}`)
  return fields.length === 0 ? metric : `${metric}:${fields.join('&')}`
}
