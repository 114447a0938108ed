import type { Personal } from '../../config/source'
import { isRecord, own } from '../json'
import { RowProblem } from '../../contract/records/row-problem'
import type { ForeignText } from './foreign-text'
import { maskIdentifier, maskKey, maskText } from './mask'
import { maskAs, type Audience } from './mask-personal'

export interface MaskRules {
  /**
   * Field → kind of personal data below it, at any depth: by its name, or by the end of its way (`who.nm`), which comes before the name
   * alone; of two ways the longer.
   */
  readonly personal: Readonly<Record<string, Personal>>
  readonly audience: Audience
  /**
   * Texts of fields that hold nobody (`public`). The answer as it came puts them in, where its text looked like somebody's; what is
   * made of the answer leaves them as they are.
   */
  readonly open?: Set<string>
  /** Where texts hold more than text: HTML entities in them are read, JSON in them is masked field by field. */
  readonly foreign?: ForeignText | undefined
  /** This is the answer as it came, and no document that was made of it. */
  readonly first?: boolean
}

/** Field names whose meaning nobody has to declare. */
const KNOWN: Readonly<Record<string, Personal>> = {
  caller: 'name',
  contactName: 'name',
  chief: 'name',
  applicant: 'name',
  phone: 'phone',
  mobile: 'phone',
  telephone: 'phone',
  contactPhone: 'phone',
  idCard: 'id',
  plateNo: 'plate',
  // Not personal, but no screen has any business with them (WVP lists carry camera passwords).
  password: 'drop',
  gbPassword: 'drop',
}

/** Field names whose digits are identifiers of things, not of people. */
const IDENTIFIERS = new Set(['id', 'code', 'orderNo', 'metric', 'subject', 'contract', 'repeatOf'])

/** Keys that would let JSON reach an object's prototype, or pass for a function inside JSONata. */
const isDangerous = (key: string) =>
  key === '__proto__' || key === 'constructor' || key === 'prototype' || key.startsWith('_jsonata_')

type Rule = Personal | 'identifier' | 'plain'

type Fields = Readonly<Record<string, unknown>>

/** What becomes of a field: the rule for what is below it, and its name. */
interface FieldRule {
  readonly rule: Rule
  readonly name: string
}

/** Fields remembered; tables keyed by a person's number have no end of them. */
const MOST_FIELDS = 500

/**
 * `value` without dangerous keys and with every person in it masked: declared and known fields by their kind (numbers too),
 * all other text by its content. A rule reaches everything below its field. What was given is left as it was.
 */
export function maskAnswer(value: unknown, rules: MaskRules): unknown {
  const { personal } = rules
  const ways = Object.entries(personal)
    .filter(([name]) => name.includes('.'))
    .toSorted(([a], [b]) => b.length - a.length)

  function ruleOf(key: string, above: Rule, way: string): Rule {
    const byWay = ways.find(([end]) => way === end || way.endsWith(`.${end}`))?.[1]
    const named = byWay ?? own(personal, key) ?? own(KNOWN, key)
    if (named !== undefined || (above !== 'plain' && above !== 'identifier')) return named ?? above
    return IDENTIFIERS.has(key) ? 'identifier' : 'plain'
  }

  // The rows of a list have the same fields: what becomes of one is worked out once, unless ways say more than names.
  const known = new Map<Rule, Map<string, FieldRule>>()
  function fieldOf(key: string, above: Rule, to: string): FieldRule {
    const below = known.get(above) ?? new Map<string, FieldRule>()
    known.set(above, below)
    const before = ways.length === 0 ? below.get(key) : undefined
    const found = before ?? { rule: isDangerous(key) ? 'drop' : ruleOf(key, above, to), name: maskKey(key) }
    if (before === undefined && below.size < MOST_FIELDS) below.set(key, found)
    return found
  }

  function maskFields(item: Fields, above: Rule, way: string): Fields {
    const masked: Record<string, unknown> = {}
    for (const key of Object.keys(item)) {
      const to = ways.length === 0 ? '' : way === '' ? key : `${way}.${key}`
      const { rule, name } = fieldOf(key, above, to)
      if (rule !== 'drop') masked[name] = mask(item[key], rule, to)
    }
    return masked
  }

  function mask(item: unknown, rule: Rule, way: string): unknown {
    if (Array.isArray(item)) return item.map((each) => mask(each, rule, way))
    if (item instanceof RowProblem) return item
    if (isRecord(item)) return maskFields(item, rule, way)
    const { foreign } = rules
    if (!foreign || typeof item !== 'string') return maskScalar(item, rule, rules)
    const inside = foreign.openJson(item)
    if (inside !== undefined) return JSON.stringify(mask(inside, rule, way))
    return maskScalar(foreign.withoutEntities(item), rule, rules)
  }

  return mask(value, 'plain', '')
}

function maskScalar(item: unknown, rule: Rule, rules: MaskRules): unknown {
  const { open, first, audience } = rules
  if (typeof item === 'string' && first !== true && open?.has(item) === true) return item
  if (rule === 'plain') return typeof item === 'string' ? maskText(item) : item
  if (rule === 'identifier') return typeof item === 'string' ? maskIdentifier(item) : item
  // A field named `drop` never gets here with a value of its own; its parent has left it out.
  if (rule === 'drop' || (typeof item !== 'string' && typeof item !== 'number')) return item
  if (rule === 'public') {
    if (typeof item === 'string') open?.add(item)
    return item
  }
  // A quoted count, and nothing but that.
  if (rule === 'number') return typeof item === 'string' && !/^[\d.+-]*$/.test(item) ? maskText(item) : item
  return maskAs(rule, String(item), audience)
}
