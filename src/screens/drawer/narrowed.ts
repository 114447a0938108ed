/** Fields and the values that a list of records is narrowed to, as a link says them: `stage=sign&mode=auto`. */
export type Narrowed = Readonly<Record<string, string>>

/** The metric and the fields of `hotline_open:stage=sign`. What is no field and value is passed over. */
export function readNarrowed(text: string): { readonly metric: string; readonly narrowed: Narrowed } {
  const [metric = '', fields = ''] = text.split(/:(.*)/s)
  return { metric, narrowed: Object.fromEntries(new URLSearchParams(fields)) }
}

/** The same back, in the order of the fields, so that one list has one link. */
export function narrowedText(metric: string, narrowed: Narrowed): string {
  const fields = new URLSearchParams(
    Object.entries(narrowed).toSorted(([a], [b]) => Number(a > b) - Number(a < b)),
  )
  return fields.size === 0 ? metric : `${metric}:${fields.toString()}`
}
