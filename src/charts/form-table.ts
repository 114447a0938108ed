import type { EChartsOption } from 'echarts'
import type { Look } from './look'
import { keepTrying } from '../lib/keep-trying'
import type * as later from './later-forms'
import { columns } from './forms/columns'
import { dayLine } from './forms/day-line'
import { dotRows } from './forms/dot-rows'
import { rankBars } from './forms/rank-bars'
import { rateLine } from './forms/rate-line'

const first = { columns, dayLine, dotRows, rankBars, rateLine }

type Table = typeof first & typeof later.laterForms

/** What each form draws, by its name. */
export type FormData = { readonly [Name in keyof Table]: Parameters<Table[Name]>[0] }

/** Every form a chart can have: pure, (data, look) → option. They come with the engine, so views know their names and types only. */
export type Forms = {
  readonly [Name in keyof FormData]: (data: FormData[Name], look: Look) => EChartsOption
}

/** What follows from the data of each form. */
export type FormTable<Out> = {
  readonly [Name in keyof FormData]?: (data: FormData[Name], look: Look) => Out
}

type Later = typeof later

let coming: Promise<Forms> | undefined

/** What no first picture needs comes when the first pictures stand: forms that only a scene draws, rows that can be pressed. */
export const laterParts = (): Promise<Later> => keepTrying(() => import('./later-forms'))

/** All forms. */
export const allForms = (): Promise<Forms> =>
  (coming ??= laterParts().then(({ laterForms }) => ({ ...first, ...laterForms })))

/** The forms of the first view, and whether one is among them. */
export const firstForms: Partial<Forms> = first
