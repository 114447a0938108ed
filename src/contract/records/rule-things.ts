import { MINUTE } from '../../lib/calendar'
import { workingTimeBetween } from '../../lib/working-time'
import type { Condition, Rule } from '../rule'
import type { Courses } from './course'
import {
  fieldOf,
  listView,
  momentOf,
  partOf,
  type FieldReader,
  type FieldValue,
  type RowView,
} from './row-view'
import { holds } from './rule-holds'
import type { Moment } from './summary'

/** What a rule is judged on. */
export interface Ground {
  /** Rows by the name of their kind (`work-order`), of the whole city. */
  readonly views: Readonly<Record<string, RowView>>
  /** How figures went, by name; undefined where nobody knows. */
  readonly courses?: Courses | undefined
  /** Id of the city: the one field that every thing has. */
  readonly city: string
  /** The document's operation, of the whole city; null where there is none. */
  readonly operation: unknown
  /** `region` is not looked at: rules are judged once for the whole city. */
  readonly moment: Omit<Moment, 'region'>
}

/** One thing that a rule speaks of: a row, or rows that are alike. */
export interface Thing {
  readonly name: string | null
  /** Its rows, the one that stands for it first. */
  readonly rows: readonly number[]
  at(row: number, name: string): FieldValue
  /** Of the row that stands for it. */
  field(name: string): FieldValue
  /** What all of its rows say; null where they differ. */
  common(name: string): FieldValue
}

/** A rule that asks for what is not there, or comes to nothing. It costs itself. */
export class RuleMistake extends Error {
  constructor(
    readonly field: string,
    readonly why: 'no-field' | 'no-threshold' | 'unfilled',
  ) {
    super(field)
    this.name = 'RuleMistake'
  }
}

/** A threshold in force. @throws RuleMistake */
export function thresholdOf(metric: string, { moment }: Ground): number {
  const value = moment.limits[metric]
  if (value === undefined) throw new RuleMistake(metric, 'no-threshold')
  return value
}

/** Minutes from one moment to another, all of them or those of working time. */
export const minutesBetween = (a: number, b: number, within: 'calendar' | 'working', { moment }: Ground) =>
  within === 'working' ? workingTimeBetween(moment.calendar, a, b) : (b - a) / MINUTE

/** Whether a document says of a part, or of what that is part of, that there is none. */
function isNone(operation: unknown, path: string): boolean {
  const names = path.split('.')
  return names.some((_, i) => partOf(operation, names.slice(0, i + 1).join('.')) === null)
}

/** The rows of a rule; undefined where the city sends nothing of the kind. */
function rowsOf({ on }: Rule, { views, operation }: Ground): RowView | undefined {
  if (on.records !== undefined) return views[on.records]
  const part = on.part === 'operation' ? operation : partOf(operation, on.each ?? on.part ?? '')
  if (on.each !== undefined) {
    // Where it is said that there is none of it, there is nothing to find; where nothing is said, nobody knows.
    if (isNone(operation, on.each)) return listView([])
    return Array.isArray(part) ? listView(part) : undefined
  }
  return part === undefined || part === null ? undefined : listView([part])
}

const reading = (view: RowView, name: string): FieldReader => {
  const found = fieldOf(view, name)
  if (!found) throw new RuleMistake(name, 'no-field')
  return found
}

const same = (a: FieldValue, b: FieldValue): boolean | null => {
  const [left, right] = [scalar(a), scalar(b)]
  return left === null || right === null ? null : left === right
}

/** A place is its code. */
const scalar = (value: FieldValue) => (typeof value === 'object' && value !== null ? value.code : value)

/** What a condition comes to, for one row. */
function testOf(condition: Condition, view: RowView, ground: Ground): (row: number) => boolean {
  const read = reading(view, condition.field)
  const { now } = ground.moment
  const number = (value: FieldValue) => (typeof value === 'number' ? value : Number.NaN)
  switch (condition.is) {
    case 'known':
      return (row) => read(row) !== null
    case 'unknown':
      return (row) => read(row) === null
    case 'yes':
      return (row) => read(row) === true
    case 'no':
      return (row) => read(row) === false
    case 'equal':
    case 'unequal': {
      const { value, is } = condition
      const other: FieldReader = typeof value === 'object' ? reading(view, value.field) : () => value
      return (row) => same(read(row), other(row)) === (is === 'equal')
    }
    case 'one-of': {
      const values = new Set<FieldValue>(condition.value)
      return (row) => values.has(scalar(read(row)))
    }
    case 'above':
    case 'below':
    case 'at-least':
    case 'at-most': {
      const { value } = condition
      const compare = holds[condition.is]
      if (typeof value === 'object' && 'field' in value) {
        const other = reading(view, value.field)
        return (row) => compare(number(read(row)), number(other(row)))
      }
      const fixed = typeof value === 'number' ? value : thresholdOf(value.metric, ground)
      return (row) => compare(number(read(row)), fixed)
    }
    case 'before':
    case 'after': {
      const { value, is } = condition
      const other = value === 'now' ? () => now : reading(view, value.field)
      const compare = is === 'before' ? holds.below : holds.above
      return (row) => compare(momentOf(read(row)), momentOf(other(row)))
    }
    default: {
      const compare = condition.is === 'longer-than' ? holds.above : holds.below
      return (row) => {
        const from = momentOf(read(row))
        return (
          !Number.isNaN(from) && compare(minutesBetween(from, now, condition.in, ground), condition.value)
        )
      }
    }
  }
}

/** Rows for which the conditions of a rule hold. */
function found({ on: { where = [], anyOf } }: Rule, view: RowView, ground: Ground): number[] {
  const all = where.map((condition) => testOf(condition, view, ground))
  const any = anyOf?.map((list) => list.map((condition) => testOf(condition, view, ground)))
  const rows: number[] = []
  for (let row = 0; row < view.size; row++)
    if (
      all.every((test) => test(row)) &&
      (any === undefined || any.some((list) => list.every((test) => test(row))))
    )
      rows.push(row)
  return rows
}

const textOf = (value: FieldValue): string | null => {
  const one = scalar(value)
  return one === null ? null : String(one)
}

/** Fields that no source has to send. */
type BuiltIn = (name: string, rows: readonly number[]) => FieldValue | undefined

function thingOf(view: RowView, name: string | null, rows: readonly number[], builtIn: BuiltIn): Thing {
  const [first = 0] = rows
  const readers = new Map<string, FieldReader>()
  const read = (field: string): FieldReader => {
    const own = builtIn(field, rows)
    const reader = readers.get(field) ?? (own === undefined ? reading(view, field) : () => own)
    readers.set(field, reader)
    return reader
  }
  return {
    name,
    rows,
    at: (row, field) => read(field)(row),
    field: (field) => read(field)(first),
    common(field) {
      const value = read(field)(first)
      return rows.every((row) => scalar(read(field)(row)) === scalar(value)) ? value : null
    },
  }
}

/** What a rule finds: each thing once, with the ids of its records. Undefined where the city sends nothing that it looks at. */
export function thingsOf(rule: Rule, ground: Ground) {
  const view = rowsOf(rule, ground)
  if (!view) return undefined
  const { group, first } = rule.on
  const rows = found(rule, view, ground)
  // Rows of a list have no column that names them; where the rule names none of theirs either, they go by their `key`.
  const key = view.key ?? rule.subject ?? (rule.on.each === undefined ? undefined : 'key')
  const naming = key === undefined || key === null ? undefined : reading(view, key)
  const idOf = (row: number): string | null => (naming ? textOf(naming(row)) : null)
  const builtIn: BuiltIn = (name, own) =>
    name === 'city' ? ground.city : group && name === 'count' ? own.length : undefined
  if (!group) {
    const subject = rule.subject === undefined ? undefined : reading(view, rule.subject)
    return {
      idOf,
      things: rows.map((row) => thingOf(view, subject ? textOf(subject(row)) : idOf(row), [row], builtIn)),
    }
  }
  const readers = group.map((name) => reading(view, name))
  const groups = new Map<string, number[]>()
  for (const row of rows) {
    const name = readers.map((read) => textOf(read(row)) ?? '').join('|')
    const one = groups.get(name)
    if (one) one.push(row)
    else groups.set(name, [row])
  }
  const order = first === undefined ? undefined : reading(view, first)
  const rank = (row: number) => {
    const value = order?.(row) ?? null
    const number = momentOf(value)
    return Number.isNaN(number) ? Number.POSITIVE_INFINITY : number
  }
  return {
    idOf,
    things: [...groups].map(([name, own]) =>
      thingOf(view, name || null, order ? own.toSorted((a, b) => rank(a) - rank(b)) : own, builtIn),
    ),
  }
}
