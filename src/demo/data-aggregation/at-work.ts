import { atWorkBy, type AtWork } from '../kit/at-work'
import type { DataDemo } from './seed'

/** What the city is made from, with the days on which its offices work. */
export type DataCity = AtWork<DataDemo>

export const atWork = atWorkBy<DataDemo>()
