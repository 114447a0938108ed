import type { Schema } from '../../../src/contract/reader'
import { clashesIn, type Sum } from '../../../src/contract/sums'

/** What `contract` refuses in `operation`, and otherwise those of its numbers that do not come to each other. */
export function objectionsTo<O>(
  operation: object,
  contract: Schema<O>,
  sums: readonly Sum<O>[],
): readonly object[] {
  const parsed = contract.safeParse(operation)
  return parsed.success ? clashesIn('counted', parsed.data, sums) : parsed.error.issues
}

/** The same as the contract reads it. @throws Error with what there is to object to */
export function agreeing<O>(operation: object, contract: Schema<O>, sums: readonly Sum<O>[]): O {
  const parsed = contract.safeParse(operation)
  const wrong = objectionsTo(operation, contract, sums)
  if (parsed.success && wrong.length === 0) return parsed.data
  throw new Error(JSON.stringify(wrong))
}
