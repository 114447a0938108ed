/** A field of the records behind a figure, and what it is of those that the figure counts; null where that is not known whole. */
export type PartOf = readonly [field: string, value: string] | null

/** Stands in a link for the field by which a list is broken down from the beginning; no field is called so. */
export const BY = 'by'

/** The whole of a list of which only some parts had room, as a link says it: broken down by `field`, with all of its values. */
export const wholeBy = (field: string): string => `:${BY}=${field}`

/** Only what would be read as something else is escaped: the link escapes the whole of it once more. */
export const escaped = (text: string) => text.replaceAll(/[%&=+]/g, encodeURIComponent)

/** The rows behind a figure that are of all these parts, as a link says them: `hotline_open:stage=sign`. */
export const rowsLink = (
  metric: string,
  ...parts: readonly (readonly [field: string, value: string])[]
): `rows:${string}` =>
  `rows:${metric}:${parts.map(([field, value]) => `${escaped(field)}=${escaped(value)}`).join('&')}`

/** The part that a label names: what it had to shorten is not known, and what `none` stands for is unknown in the records. */
export const partCalled = (field: string, label: string, none: string): PartOf =>
  label.endsWith('…') ? null : [field, label === none ? 'null' : label]

/** The part that a row of a list tells by the name under which it stands there; null where another row has the same. */
export const partListed = (name: string, all: readonly { readonly name: string }[]): PartOf =>
  all.filter((one) => one.name === name).length === 1 ? ['listed', name] : null
