import type { AnyKind, Column } from '../../src/contract/records/kind'
import { isCoded, type Field } from './fields'
import { matchColumns, matchPlace, outside, type Match } from './match'
import { isPlain } from './personal'

/** What a person has to write in its place. */
export const OPEN = '?'

type Json = Readonly<Record<string, unknown>>

/** What is proposed for the columns of a kind. */
export interface Rules {
  readonly fields: Readonly<Record<string, string | Json>>
  /** One line each: what a person must decide, and what was decided by less than a name. */
  readonly notes: readonly string[]
  /** Fields that the rules read, and the columns they are read into. */
  readonly used: ReadonlyMap<Field, string>
}

const headOf = (about: string) => about.split(/[，；：。（]/)[0] ?? about
const ways = (fields: readonly Field[]) => fields.map(({ way }) => way).join('、')

const READ_AS_FLAG = /^(?:true|false|t|f|yes|no|y|n|1|0|是|否)$/i
/** Numbers of things are no codes of words, however few they are. */
const THING = /编号|代号|编码/

/** Whether the words of a field need a table to become what the column holds. */
function needsTable(field: Field, column: Column): boolean {
  const words = [...field.words.keys()]
  if (words.length === 0 || !isCoded(field)) return false
  if (column.type === 'flag') return words.some((word) => !READ_AS_FLAG.test(word))
  if (column.type === 'number') return field.number === null
  if (column.type !== 'code') return false
  if (column.of !== null) return words.some((word) => !column.of?.includes(word))
  return !THING.test(column.about) && words.some((word) => !/\p{Script=Han}/u.test(word) && word.length <= 8)
}

function wanted(column: Column): string {
  if (column.type === 'flag') return '，填 true 或 false'
  if (column.type === 'number') return `，填 ${column.low}–${column.high} 的数`
  return column.type === 'code' && column.of !== null ? `，只能是 ${column.of.join('、')}` : ''
}

interface Told {
  readonly rule: string | Json
  readonly notes: readonly string[]
}

/** The rule of a column that is read from `field`. */
function ruleOf(name: string, field: Field, column: Column): Told {
  const { way, times, present, rows, words } = field
  const rule: Record<string, unknown> = { from: way }
  const notes: string[] = []
  if (present < rows) {
    rule['optional'] = true
    notes.push(
      `${name}：${rows - present} 行没有 ${way}，已按 optional 处理；若是被截断的行，请删去 optional`,
    )
  }
  if (times?.format != null) {
    rule['format'] = times.format
    notes.push(`${name}：${way} 按 ${times.format} 读，请确认日与月的先后`)
  }
  if (times !== null && times.unknown.length > 0) {
    rule['blank'] = times.unknown
    notes.push(`${name}：${way} 的 ${times.unknown.join('、')} 按没有时间处理`)
  }
  if (times !== null && times.wrong > 0)
    notes.push(`${name}：${way} 有 ${times.wrong} 行不是时间，这些行会被剔除`)
  const far = column.type === 'number' && field.number ? outside(field.number, column) : 0
  if (far > 0) notes.push(`${name}：${way} 有 ${far} 行超出允许的范围，这些行会被剔除`)
  if (needsTable(field, column)) {
    const plain = [...words.keys()].filter((word) => isPlain(word) && word.length <= 60)
    rule['codes'] = Object.fromEntries(plain.toSorted().map((word) => [word, OPEN]))
    notes.push(
      `? ${name}（${headOf(column.about)}）：写明 ${way} 的每个编码是什么${wanted(column)}；没出现过的编码也要补上`,
    )
  }
  return { rule: Object.keys(rule).length === 1 ? way : rule, notes }
}

function openRule(match: Match, column: Column, kind: AnyKind): string | null {
  const called = `? ${match.column}（${headOf(column.about)}）：`
  const [field, ...others] = match.fields
  if (field === undefined) return `${called}必填，没有找到，请写明是哪个字段`
  if (others.length > 0) return `${called}可能是 ${ways(match.fields)} 之一`
  if (match.or.length > 0) {
    const names = match.or.map((other) => `${other}（${headOf(kind.columns[other]?.about ?? '')}）`)
    return `${called}${field.way} 也可能是 ${names.join('、')}，定下后写到那一列`
  }
  if (match.before === null) return null
  const { column: other, rows, of } = match.before
  return `${called}像是 ${field.way}，但 ${of} 行中有 ${rows} 行早于 ${other}，这样的行会被剔除`
}

function placeRule(
  name: string,
  fields: readonly Field[],
  column: Column,
): (Told & { used: readonly Field[] }) | null {
  const place = matchPlace(fields, name, column.about)
  if (place === null) return null
  const { code, name: called, find } = place
  if (code && called) return { rule: { code: code.way, name: called.way }, notes: [], used: [code, called] }
  if (find === null) return null
  const note = `${name}：从 ${find.way} 中找镇街，public/config/cities/<city>.json 须有 towns`
  return {
    rule: { from: find.way, find: 'town', ...(find.present < find.rows ? { optional: true } : {}) },
    notes: [note],
    used: [find],
  }
}

/** Rules for the columns of `kind`, from what the fields are called and what stands in them; `?` where a person must decide. */
export function draftRules(all: readonly Field[], kind: AnyKind): Rules {
  const fields: Record<string, string | Json> = {}
  const notes: string[] = []
  const used = new Map<Field, string>()
  const places = new Map(
    Object.entries(kind.columns).flatMap(([name, column]) => {
      const found = column.type === 'place' ? placeRule(name, all, column) : null
      for (const field of found?.used ?? []) used.set(field, name)
      return found ? [[name, found]] : []
    }),
  )
  const matches = matchColumns(
    all.filter((field) => !used.has(field)),
    kind,
  )
  for (const [name, column] of Object.entries(kind.columns)) {
    const match = matches.find((each) => each.column === name)
    const [field] = match?.fields ?? []
    const open = match ? openRule(match, column, kind) : null
    const told =
      match === undefined ? places.get(name) : open === null && field ? ruleOf(name, field, column) : null
    for (const each of match?.fields ?? []) used.set(each, name)
    if (told) fields[name] = told.rule
    else if (match) fields[name] = OPEN
    if (open !== null) notes.push(open)
    if (match?.guessed === true && field)
      notes.push(`${name}：由内容推断为 ${field.way}，名称并不相像，请核对`)
    notes.push(...(told?.notes ?? []))
  }
  const missing = Object.keys(kind.columns).filter((name) => !(name in fields))
  const offered = new Set(matches.flatMap(({ or }) => or))
  const left = missing.filter((name) => !offered.has(name))
  if (left.length > 0) notes.push(`没有对上的列：${left.join('、')}；没有就不写，用到它的面板会写明未提供`)
  return { fields, notes, used }
}
