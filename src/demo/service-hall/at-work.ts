import { atWorkBy, type AtWork } from '../kit/at-work'
import type { HallDemo } from './seed'

/** What the city is made from, with the days on which its offices work. */
export type HallCity = AtWork<HallDemo>

export const atWork = atWorkBy<HallDemo>()
