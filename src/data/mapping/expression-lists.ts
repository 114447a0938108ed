import { at, isRecord, isScalar, own } from '../json'
import { strict } from './expression-strict'
import { ForeignValueError } from './expression-values'
import { words } from './words'

/** A function that mappings can call. */
export type Helper = (...values: unknown[]) => unknown

/** `helper` where it is given something; of nothing, nothing. */
export const optional =
  (helper: Helper): Helper =>
  (value, ...rest) =>
    value === undefined ? undefined : helper(value, ...rest)

/** JSONata adds an entry to an empty list it groups; whoever counts that list next would count one thing that is not there. */
export function sealed<T>(list: T[]): T[] {
  if (list.length === 0) Object.defineProperty(list, 'push', { value: () => 0, configurable: true })
  return list
}

/**
 * What mappings call with a list, each also as it is called of a list that a filter was laid over. `aside`: what is mapped are records.
 * `empty`: the whole answer is an empty list.
 */
export function listHelpers(aside: boolean, empty: boolean): Readonly<Record<string, Helper>> {
  const there = (list: unknown) => (list === undefined && empty ? sealed([]) : list)
  const rows = rowMapper(aside)
  const called: Readonly<Record<string, Helper>> = {
    rows: (list, each) => optional(rows)(there(list), each),
    groupCount: (list, key) => optional(groupCount)(there(list), key),
    require: (list, ...fields) => requireFields(there(list), fields),
    count,
  }
  return {
    ...called,
    ...Object.fromEntries(
      Object.entries(called).map(([name, helper]) => [strict(name), ofFiltered(helper, empty)]),
    ),
    [strict('list')]: filtered,
  }
}

/** Nothing that a filter left of a list is an empty list; of a list that is not there, nothing. */
function filtered(list: unknown, whole: unknown, first: unknown): unknown {
  if (list !== undefined) return list
  return whole !== undefined || (Array.isArray(first) && first.length === 0) || first === null
    ? sealed([])
    : undefined
}

/** A helper of a list that a filter was laid over. `field` is where the list begins, if it must be there. */
const ofFiltered =
  (helper: Helper, empty: boolean): Helper =>
  (field, list, whole, first, ...rest) => {
    if (typeof field === 'string' && first === undefined && !empty)
      throw new ForeignValueError(words.noSuchField(field))
    return helper(filtered(list, whole, first), ...rest)
  }

/** `$count`; JSONata's own finds one thing in null. */
const count = (list: unknown) => (list === undefined || list === null ? 0 : listOf(list).length)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** Stands in the place of a row that ended in `error`. */
export class SetAside {
  constructor(readonly error: unknown) {}
}

/** What no single row is to blame for: an expression that runs too long, too deep or too wide. */
const WHOLE = new Set(['D1011', 'D1012', 'D2014', 'D2015'])

const isOfRow = (error: unknown) =>
  error instanceof ForeignValueError ||
  (isRecord(error) && typeof error.code === 'string' && !WHOLE.has(error.code))

/** `$rows`. With `aside`, a row that cannot be used costs itself: not an item of a row, which is part of one. */
function rowMapper(aside: boolean): Helper {
  let within = 0

  async function itemOf(each: (...values: unknown[]) => unknown, row: unknown, i: number): Promise<unknown> {
    within++
    try {
      return await each(row, i)
    } catch (error) {
      if (aside && within === 1 && isOfRow(error)) return new SetAside(error)
      throw error
    } finally {
      within--
    }
  }

  return async (list, each) => {
    if (list === null) return sealed([])
    if (!isFunction(each)) throw new ForeignValueError(words.secondFunction)
    const items: unknown[] = []
    for (const [i, row] of listOf(list).entries()) {
      const item = await itemOf(each, row, i)
      if (item !== undefined) items.push(item)
    }
    return sealed(items)
  }
}

const isFunction = (value: unknown): value is (...values: unknown[]) => unknown => typeof value === 'function'

/** In JSONata a wrong path gives nothing, and nothing counts 0: this says so instead. */
function requireFields(rows: unknown, fields: readonly unknown[]): unknown[] {
  if (rows === undefined) throw new ForeignValueError(words.noList)
  const list = rows === null ? [] : listOf(rows)
  list.forEach((row, i) => {
    const lacking = fields
      .map(String)
      .find((field) => !isRecord(row) || (own(row, field) ?? at(row, field)) === undefined)
    if (lacking !== undefined) throw new ForeignValueError(words.noField(i + 1, lacking))
  })
  return sealed([...list])
}

function groupCount(rows: unknown, key: unknown): unknown {
  if (rows === null) return sealed([])
  if (typeof key !== 'string') throw new ForeignValueError(words.secondName)
  const counts = new Map<string, number>()
  const list = listOf(rows)
  const values = list.map((row) => (isRecord(row) ? (own(row, key) ?? at(row, key)) : undefined))
  if (list.length > 0 && values.every((value) => value === undefined))
    throw new ForeignValueError(words.noSuchField(key))
  for (const value of values) {
    const name = isScalar(value) && value !== '' ? String(value) : words.unnamed
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ key: name, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}
