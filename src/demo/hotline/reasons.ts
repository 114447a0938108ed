import { officeOf } from '../../contract/records/office'
import { unit } from '../../lib/random'
import type { HotlineCity } from './at-work'
import type { SimOrder } from './orders'

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

const one = (of: readonly string[], ...name: readonly string[]): string =>
  of[Math.floor(unit(...name) * of.length)] ?? ''

/** Whom an order was sent to by mistake, and what they say when they send it back. */
export function mistakeOf(demo: HotlineCity, { orderNo, local, town, category }: SimOrder) {
  const owner = demo.categories[category]?.dept ?? ''
  const place = demo.towns[town]
  if (local) return { dept: owner, reason: one(RETURNS.town, 'hotline-return', orderNo) }
  if (place && unit('hotline-mistake', orderNo) < 0.5)
    return { dept: officeOf(place), reason: one(RETURNS.department, 'hotline-return', orderNo) }
  const others = [...new Set(demo.categories.map(({ dept }) => dept))].filter((dept) => dept !== owner)
  return {
    dept: one(others, 'hotline-other', orderNo),
    reason: one(RETURNS.other, 'hotline-return', orderNo),
  }
}

/** Why an order was granted more time. */
export const extensionOf = ({ orderNo }: SimOrder): string => one(EXTENSIONS, 'hotline-extension', orderNo)
