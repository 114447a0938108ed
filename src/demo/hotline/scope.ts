import type { Moment } from '../kit/seed'
import { dayBefore, HORIZON_DAYS, ordersOf, type SimOrder } from './orders'
import type { HotlineCity } from './at-work'

/** The orders of one city as one question sees them. */
export interface Scope {
  readonly city: string
  readonly demo: HotlineCity
  readonly now: number
  /** For each town of the demo: does it lie in the region asked for? */
  readonly inScope: readonly boolean[]
  /** Orders of the day `back` days ago that are in scope. */
  readonly day: (back: number) => readonly SimOrder[]
}

/** The scope of `moment`. */
export function scopeOf(city: string, demo: HotlineCity, { now, region }: Moment): Scope {
  const inScope = demo.towns.map((town) => region === null || town.code.startsWith(region))
  const day = (back: number) => {
    const orders = ordersOf(city, demo, dayBefore(now, back))
    return region === null ? orders : orders.filter((o) => inScope[o.town] === true)
  }
  return { city, demo, now, inScope, day }
}

/** Every order that may still be open. */
export const recentIn = ({ day }: Scope): readonly SimOrder[] =>
  Array.from({ length: HORIZON_DAYS + 1 }, (_, back) => day(back)).flat()

export const openIn = ({ now }: Scope, recent: readonly SimOrder[]): readonly SimOrder[] =>
  recent.filter((o) => o.accepted <= now && o.closed > now)
