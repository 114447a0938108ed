import type { Clash } from './document'

type Known = number | null | undefined

/** Numbers of one document that say the same thing twice: parts that come to a whole, or a part of one. */
export interface Sum<O> {
  /** Where the parts stand below `operation`, `sharing.consumers`. */
  readonly part: string
  /** What is wrong where they differ. */
  readonly says: string
  /** The parts may come to less than the whole. */
  readonly most?: true
  /** Each pair that is compared; a part or a whole that is not there, or not known, says nothing. */
  of(operation: O): readonly (readonly [parts: readonly Known[] | undefined, whole: Known])[]
}

/**
 * Where the numbers of a document that should agree do not, beyond the rounding they are printed with: of each sum the first such
 * pair, as what the parts come to (`ours`) and the whole (`theirs`). Nobody but the source can tell which of the two is wrong, so
 * both are shown, and the document with them.
 */
export function clashesIn<O>(kind: string, operation: O, sums: readonly Sum<O>[]): Clash[] {
  return sums.flatMap((sum) =>
    sum
      .of(operation)
      .flatMap(([parts, whole]) => {
        const known = parts?.flatMap((part) => part ?? [])
        if (!known || whole === null || whole === undefined) return []
        // Nobody says how it is split: that is not the same as a split into nothing.
        if (known.length === 0 && parts?.length !== 0) return []
        const ours = known.reduce((all, part) => all + part, 0)
        const off = sum.most ? ours - whole : Math.abs(ours - whole)
        if (off <= slackOf([...known, whole])) return []
        return [{ kind, part: sum.part, title: sum.says, ours: tidy(ours), theirs: whole }]
      })
      .slice(0, 1),
  )
}

/** What rounding may add up to. Binary fractions are a little off. */
function slackOf(numbers: readonly number[]): number {
  const zeros = numbers.every((n) => n % 100 === 0) ? 2 : ZEROS
  const units = numbers.map((n) => lastPlace(n, zeros))
  // Parts told to the last one come to a whole that is: that it ends in noughts is chance.
  if (units.slice(0, -1).every((unit) => unit === 1)) units.push(Math.min(1, units.pop() ?? 1))
  // Whole numbers whose last digit is printed are exact, all but the whole beside parts that are not.
  const half = units.reduce((all, unit) => all + (unit === 1 ? 0 : unit / 2), 0)
  return Math.max(half, (units.at(-1) ?? 0) / 2) + 1e-9
}

/** From here on a number that ends in so many zeros was printed in 万 or 亿; two will do where all numbers beside it end so too. */
const [ABBREVIATED, ZEROS] = [10_000, 3]

/** Digits that are printed at least: 10.0 亿, not 10 亿 ± half an 亿. */
const SHOWN = 3

/** Place of the last printed digit: 0.01 of 53.75, 1,000,000 of 21.46 亿, 1 of a count. */
function lastPlace(value: number, least: number): number {
  const [, decimals] = String(value).split('.')
  if (decimals !== undefined) return 10 ** -decimals.length
  const zeros = /0*$/.exec(String(value))?.[0].length ?? 0
  if (Math.abs(value) < ABBREVIATED || zeros < least) return 1
  return 10 ** Math.min(zeros, String(Math.abs(value)).length - SHOWN)
}

/** Without the crumbs of binary fractions. */
const tidy = (value: number) => Number(value.toPrecision(12))
