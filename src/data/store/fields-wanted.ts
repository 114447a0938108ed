import type { FieldRule, FieldRules } from '../../config/field-rule'
import type { ShapeRules } from '../../config/source'
import type { AnyKind, Column } from '../../contract/records/kind'
import { own } from '../json'
import type { GoneField, Looks } from '../rows-told'
import { namesAsked } from '../shape/sample'
import { fieldsOf } from './field-values-seen'

const LOOKS: Readonly<Record<Column['type'], Looks>> = {
  time: 'time',
  number: 'number',
  flag: 'flag',
  place: 'text',
  code: 'text',
  text: 'text',
}

const lastOf = (way: string) => way.slice(way.lastIndexOf('.') + 1)

const waysOf = (rule: FieldRule): readonly string[] => {
  if (typeof rule === 'string') return [rule]
  const { from, code, name } = rule
  return [from ?? [], code ?? [], name ?? []].flat()
}

/** The rules of fields, where rows are mapped by them. */
const rulesOf = ({ map, records }: ShapeRules): FieldRules | undefined =>
  map === undefined ? records?.fields : undefined

/** Whether a mapping looks at what stands at a way, above it or below: by its rules, by the names in an expression, or as the contract. */
export function usedBy(kind: AnyKind, rules: ShapeRules): (way: string) => boolean {
  const { map } = rules
  const fields = rulesOf(rules)
  const inner = Object.values(fields ?? {}).map((rule) => (typeof rule === 'string' ? '' : (rule.map ?? '')))
  const names = namesAsked([map ?? '', inner].flat().join('\n'))
  // What rows are joined by.
  const keys = Object.entries(rules.records?.requests ?? {}).flatMap(([name, { key, to = key }]) => [
    `${name}.${key}`,
    to,
  ])
  const ways = fields
    ? [...keys, ...Object.values(fields).flatMap(waysOf)]
    : map === undefined
      ? Object.keys(kind.columns)
      : []
  return (way) =>
    names.has(lastOf(way)) ||
    ways.some((used) => used === way || used.startsWith(`${way}.`) || way.startsWith(`${used}.`))
}

/** Every name and way that any of the rows has. */
function namesIn(rows: readonly unknown[]): ReadonlySet<string> {
  const known = new Set<string>()
  for (const way of fieldsOf(rows).keys())
    for (const [i, name] of way.split('.').entries())
      known.add(name).add(
        way
          .split('.')
          .slice(0, i + 1)
          .join('.'),
      )
  return known
}

/** Places that the mapping names and none of the rows has. */
export function goneFrom(rows: readonly unknown[], kind: AnyKind, rules: ShapeRules): readonly GoneField[] {
  const known = namesIn(rows)
  const fields = rulesOf(rules)
  const people = peopleGone(known, rules)
  if (rules.map !== undefined) return people
  const columnOf = (column: string, way: string, codes: readonly string[]): GoneField => ({
    way,
    column,
    looks: codes.length > 0 ? 'text' : LOOKS[kind.columns[column]?.type ?? 'text'],
    codes,
    needed: fields !== undefined,
  })
  if (!fields) {
    const columns = Object.keys(kind.columns).filter((column) => !known.has(column))
    return [...columns.map((column) => columnOf(column, column, [])), ...people]
  }
  const asked = Object.entries(fields).flatMap(([column, rule]) =>
    lostOf(rule, known).map((way) => columnOf(column, way, codesOf(rule, rules))),
  )
  return [...asked, ...people]
}

/** Of several places for one value one will do; a town needs both of its places. */
function lostOf(rule: FieldRule, known: ReadonlySet<string>): readonly string[] {
  const places = waysOf(rule)
  // JSON that came as a text is opened on the way.
  const lost = places.filter(
    (way) => !known.has(way) && !(way.includes('.') && known.has(way.split('.')[0] ?? '')),
  )
  const both = typeof rule !== 'string' && rule.code !== undefined
  return both || lost.length === places.length ? lost : []
}

function codesOf(rule: FieldRule, { enums }: ShapeRules): readonly string[] {
  return typeof rule === 'string' ? [] : Object.keys(rule.codes ?? own(enums, rule.table ?? '') ?? {})
}

/** Fields that are declared to hold a person. One that was renamed is masked no longer, unless it looks like a person. */
const peopleGone = (known: ReadonlySet<string>, { personal }: ShapeRules) =>
  Object.entries(personal)
    .filter(([way, as]) => as !== 'drop' && as !== 'public' && !known.has(way) && !known.has(lastOf(way)))
    .map(([way, as]): GoneField => ({
      way,
      column: undefined,
      looks: as === 'phone' ? 'phone' : 'text',
      codes: [],
      needed: false,
    }))
