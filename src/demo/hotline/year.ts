import { DAY, dayNumber, dayStart, isoTime } from '../../lib/calendar'
import { hash32 } from '../../lib/random'
import { OUTCOMES, type Outcome } from '../../domains/hotline/codes'
import type { Piece, RowsMoment } from '../kit/domain'
import type { HotlineCity } from './at-work'
import { deptOf, titleOf } from './lists'
import { LIMIT_DAYS, ordersOnce, type SimOrder } from './orders'

/** Fourteen months and a little: a year, and what came before its season. */
const DAYS = 430
/** Days of one piece. */
const PIECE = 30

/** The orders of fourteen months up to yesterday as of last midnight, oldest first, a month at a time; `cursor` is the days left. */
export function yearOrders(city: string, demo: HotlineCity, { now }: RowsMoment, cursor: string): Piece {
  const today = dayStart(now)
  const back = Math.min(DAYS, Math.max(1, Number(cursor) || DAYS))
  const after = Math.max(0, back - PIECE)
  const orders = Array.from({ length: back - after }, (_, i) =>
    ordersOnce(city, demo, today - (back - i) * DAY),
  ).flat()
  return { rows: tableOf(city, demo, orders, today), asOf: today, next: after === 0 ? null : String(after) }
}

function outcomeOf({ accepted, replied, closed }: SimOrder, now: number): Outcome {
  const due = accepted + LIMIT_DAYS * DAY
  if (closed <= now) return replied > due ? 'late' : 'closed'
  return replied > now && due < now ? 'overdue' : 'open'
}

/** Towns and categories in which topics rise: the largest, where a rise is one and no chance. */
const [TOWNS, CATEGORIES] = [6, 3]
/** A rise begins every week and lasts two. */
const WEEK = 7

const largest = (weights: readonly { readonly weight: number }[], most: number): readonly number[] =>
  weights
    .map(({ weight }, place) => ({ weight, place }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ place }) => place)

/** Whatever a city complains of, now and then a street complains of one thing: what the orders of a place and category are then about. */
function risesOf(city: string, demo: HotlineCity) {
  const [towns, categories] = [largest(demo.towns, TOWNS), largest(demo.categories, CATEGORIES)]
  const rises = new Map<number, readonly [town: number, category: number]>()
  const riseOf = (week: number) => {
    const drawn = (what: string, from: readonly number[]) =>
      from[hash32('hotline-rise', what, city, String(week)) % Math.max(1, from.length)] ?? 0
    const found = rises.get(week) ?? [drawn('town', towns), drawn('category', categories)]
    rises.set(week, found)
    return found
  }
  return ({ accepted, town, category }: SimOrder): boolean => {
    const week = Math.floor(dayNumber(accepted) / WEEK)
    return [week, week - 1].some((begun) => riseOf(begun)[0] === town && riseOf(begun)[1] === category)
  }
}

/** Few words, said once each. */
function coded(orders: readonly SimOrder[], wordOf: (order: SimOrder) => string) {
  const places = new Map<string, number>()
  const at = orders.map((order) => {
    const word = wordOf(order)
    const place = places.get(word) ?? places.size
    places.set(word, place)
    return place
  })
  return { values: [...places.keys()], at }
}

function tableOf(city: string, demo: HotlineCity, orders: readonly SimOrder[], now: number): Piece['rows'] {
  const rises = risesOf(city, demo)
  // What is still open stands on the wall under its own title.
  const topicOf = (order: SimOrder) =>
    titleOf(demo, order.closed <= now && rises(order) ? { ...order, title: 0 } : order)
  return {
    orderNo: orders.map(({ orderNo }) => orderNo),
    acceptedAt: orders.map(({ accepted }) => isoTime(accepted)),
    category: {
      values: demo.categories.map(({ label }) => label),
      at: orders.map(({ category }) => category),
    },
    topic: coded(orders, topicOf),
    dept: coded(orders, (order) => deptOf(demo, order, now)),
    town: {
      values: demo.towns.map(({ code, name }) => ({ code, name })),
      at: orders.map(({ town }) => town),
    },
    outcome: { values: OUTCOMES, at: orders.map((order) => OUTCOMES.indexOf(outcomeOf(order, now))) },
    repeat: { values: [false, true], at: orders.map(({ repeat }) => Number(repeat)) },
  }
}
