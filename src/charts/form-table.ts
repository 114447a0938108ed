import type { EChartsOption } from 'echarts'
import type { Look } from './look'
import { keepTrying } from '../lib/keep-trying'
import type { laterForms } from './later-forms'
import { columns } from './forms/columns'
import { dayLine } from './forms/day-line'
import { dotRows } from './forms/dot-rows'
import { rankBars } from './forms/rank-bars'
import { rateLine } from './forms/rate-line'

const first = { columns, dayLine, dotRows, rankBars, rateLine }

type Table = typeof first & typeof laterForms

/** What each form draws, by its name. */
export type FormData = { readonly [Name in keyof Table]: Parameters<Table[Name]>[0] }

/** Every form a chart can have: pure, (data, look) → option. They come with the engine, so views know their names and types only. */
export type Forms = {
  readonly [Name in keyof FormData]: (data: FormData[Name], look: Look) => EChartsOption
}

let coming: Promise<Forms> | undefined

/** All forms: those that only a scene draws come when the first pictures stand. */
export const allForms = (): Promise<Forms> =>
  (coming ??= keepTrying(() => import('./later-forms')).then(({ laterForms: later }) => ({
    ...first,
    ...later,
  })))

/** The forms of the first view, and whether one is among them. */
export const firstForms: Partial<Forms> = first
