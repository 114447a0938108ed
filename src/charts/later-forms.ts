import { histogram } from './forms/histogram'
import { hourColumns } from './forms/hour-columns'
import { runningTotals } from './forms/running-totals'

export { RowButtons } from './RowButtons'

/** Forms that no overview draws. */
export const laterForms = { histogram, hourColumns, runningTotals }
