import type { Chosen, Rule } from '../rule'
import type { FieldValue } from './row-view'
import type { Thing } from './rule-things'

/** What a text may name besides the fields of the thing. */
export interface Told {
  /** What was found, the limit, and minutes since it began. */
  readonly observed: number | null
  readonly limit: number | null
  readonly age: number
  /** The rule counts working time: its limit says so wherever it is printed. */
  readonly working: boolean
  /** Who answers for the place; null where there is none, or nobody knows it. */
  readonly office: string | null
}

/** `{age}`, `{office}`, `{limit:time}`, `{rate:1}`. */
const NAMED = /\{([A-Za-z][\w.]*)(?::(time|\d))?\}/g

/** A span as it is spoken of: whole minutes, then hours, then days. A working day is no 24 hours, so working time knows no days. */
function spanOf(minutes: number, working: boolean): string {
  const whole = Math.floor(minutes)
  if (working) return whole < 60 ? `${whole} 工作分钟` : `${printed(whole / 60)} 工作小时`
  if (whole < 60) return `${whole} 分`
  return whole < 48 * 60 ? `${Math.floor(whole / 60)} 时` : `${Math.floor(whole / 1440)} 天`
}

const printed = (value: number) => String(Math.round(value * 10) / 10)

/** The first of the templates that has all its fields; shortened to `most` characters. */
export function textOf(
  template: string | readonly string[],
  { words = {} }: Pick<Rule, 'words'>,
  thing: Thing,
  told: Told,
  most: number,
): string | null {
  for (const one of typeof template === 'string' ? [template] : template) {
    const text = filled(one, words, thing, told, most)
    if (text !== null && text.trim() !== '') return shortened(text.trim(), most)
  }
  return null
}

export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

/** With its fields; where it is too long, the longest of them is shortened rather than what is said of it. */
function filled(
  template: string,
  words: NonNullable<Rule['words']>,
  thing: Thing,
  told: Told,
  most: number,
): string | null {
  const values: string[] = []
  for (const [, name = '', form] of template.matchAll(NAMED)) {
    const value = wordOf(name, form, words, thing, told)
    if (value === null) return null
    values.push(value)
  }
  const put = () => {
    let i = 0
    return template.replace(NAMED, () => values[i++] ?? '')
  }
  const over = put().length - most
  const longest = Math.max(0, ...values.map((value) => value.length))
  if (over > 0 && longest > over + 1) {
    const at = values.findIndex((value) => value.length === longest)
    values[at] = shortened(values[at] ?? '', longest - over)
  }
  return put()
}

function wordOf(
  name: string,
  form: string | undefined,
  words: NonNullable<Rule['words']>,
  thing: Thing,
  told: Told,
): string | null {
  if (name === 'age') return spanOf(told.age, false)
  if (name === 'office') return told.office
  const value = name === 'observed' || name === 'limit' ? told[name] : thing.common(name)
  const table = words[name]
  if (table) {
    const word = written(value, undefined, false)
    return word === null ? null : (table[word] ?? table['*'] ?? null)
  }
  return written(value, form, told.working && (name === 'observed' || name === 'limit'))
}

function written(value: FieldValue, form: string | undefined, working: boolean): string | null {
  if (value === null || value === '') return null
  if (typeof value === 'object') return value.name || value.code
  if (typeof value !== 'number') return String(value)
  if (form === 'time') return spanOf(value, working)
  // Whole ones that are full, unless it says how many decimals.
  return form === undefined ? String(Math.trunc(value)) : value.toFixed(Number(form))
}

/** The same for all, or what a table gives for a field of the thing. Of a group, the row that stands for it is asked. */
export function chosenText(
  chosen: Chosen,
  rule: Pick<Rule, 'words'>,
  thing: Thing,
  told: Told,
  most: number,
): string | null {
  const one: Thing = { ...thing, common: (name) => thing.field(name) }
  if (typeof chosen === 'string' || Array.isArray(chosen)) return textOf(chosen, rule, one, told, most)
  const value = thing.field(chosen.by)
  const name = typeof value === 'object' && value !== null ? value.code : String(value)
  const own = Object.hasOwn(chosen.table, name) ? chosen.table[name] : undefined
  const text = own === undefined ? null : chosenText(own, rule, thing, told, most)
  // What a table of a table does not list is no more known than what the table itself does not.
  return text ?? (chosen.otherwise === undefined ? null : textOf(chosen.otherwise, rule, one, told, most))
}
