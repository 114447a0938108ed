import { officeOf } from '../../contract/records/office'
import type { HotlineCity } from './at-work'
import { shareOf, type SimOrder } from './orders'

/** What a department says that is asked for what is a town's, a town that is asked for what is a department's, one department of another's. */
const RETURNS = {
  town: ['属地管理事项', '应由属地先行处置'],
  department: ['超出镇街职权', '镇街无执法权'],
  other: ['不属本单位职责', '类别归口有误', '须另定牵头单位'],
} as const

const EXTENSIONS = [
  '现场勘查和设计',
  '多部门会商',
  '等待检测报告',
  '施工受天气影响',
  '诉求人另约时间',
] as const

/** One of a few, by the chance of an order; another `scale` is another choice. */
const one = (of: readonly string[], { chance }: SimOrder, scale: number): string =>
  of[Math.floor(shareOf(chance, scale) * of.length)] ?? ''

/** Whom an order was sent to by mistake, and what they say when they send it back. */
export function mistakeOf(demo: HotlineCity, order: SimOrder) {
  const owner = demo.categories[order.category]?.dept ?? ''
  const place = demo.towns[order.town]
  if (order.local) return { dept: owner, reason: one(RETURNS.town, order, 31) }
  if (place && shareOf(order.chance, 113) < 0.5)
    return { dept: officeOf(place), reason: one(RETURNS.department, order, 31) }
  const others = [...new Set(demo.categories.map(({ dept }) => dept))].filter((dept) => dept !== owner)
  return { dept: one(others, order, 389), reason: one(RETURNS.other, order, 31) }
}

/** Why an order was granted more time. */
export const extensionOf = (order: SimOrder): string => one(EXTENSIONS, order, 61)
