import type { Clash } from '../../contract/document'
import { at, isRecord, isScalar } from '../json'
import { readCount } from '../mapping/expression-values'
import type { Totals } from './store'

/**
 * Where what was counted of the records of `kind` and what their source says itself are two numbers, beyond the rounding that either is
 * printed with; and where one of the two is not to be had, which is then null. `operation` is what was counted.
 */
export function clashesOf(kind: string, expected: Totals, operation: object): Clash[] {
  return Object.entries(expected).flatMap(([part, said]) => {
    const counted = at(operation, part)
    const ours = numberIn(isRecord(counted) ? counted['value'] : counted)
    const theirs = numberIn(said)
    const same =
      ours !== null &&
      theirs !== null &&
      Math.abs(ours - theirs) <= Math.max(rounding(ours), rounding(said)) * SLACK
    return same ? [] : [{ kind, part, ours, theirs }]
  })
}

/** Binary fractions are a little off. */
const SLACK = 1 + 1e-9

function numberIn(value: unknown): number | null {
  try {
    return isScalar(value) ? readCount(value) : null
  } catch {
    // Not a number: the source does not say one.
    return null
  }
}

/** Half a unit of the last digit printed: 0.005 亿 of "21.46亿", 0.05 of 66.7, 0.5 of a count. */
function rounding(value: unknown): number {
  const unit = String(value)
    .replaceAll(/\d(?=.*\d)/g, '0')
    .replace(/\d(?=\D*$)/, '1')
  return (numberIn(unit) ?? 0) / 2
}
