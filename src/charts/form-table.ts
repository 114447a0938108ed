import type { EChartsOption } from 'echarts'
import type { Look } from './look'
import { columns } from './forms/columns'
import { dayLine } from './forms/day-line'
import { dotRows } from './forms/dot-rows'
import { histogram } from './forms/histogram'
import { hourColumns } from './forms/hour-columns'
import { rankBars } from './forms/rank-bars'
import { rateLine } from './forms/rate-line'
import { runningTotals } from './forms/running-totals'

const table = { columns, dayLine, dotRows, histogram, hourColumns, rankBars, rateLine, runningTotals }

/** What each form draws, by its name. */
export type FormData = { readonly [Name in keyof typeof table]: Parameters<(typeof table)[Name]>[0] }

/** Every form a chart can have: pure, (data, look) → option. They come with the engine, so views know their names and types only. */
export const FORMS: {
  readonly [Name in keyof FormData]: (data: FormData[Name], look: Look) => EChartsOption
} = table
