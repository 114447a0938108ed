import { atWorkBy, type AtWork } from '../kit/at-work'
import type { HotlineDemo } from './seed'

/** What the city is made from, with the days on which its offices work. */
export type HotlineCity = AtWork<HotlineDemo>

export const atWork = atWorkBy<HotlineDemo>()
