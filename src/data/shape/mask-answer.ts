import type { Personal } from '../../config/source'
import { isRecord, own } from '../json'
import { maskIdentifier, maskKey, maskText } from './mask'
import { maskAs, type Audience } from './mask-personal'

export interface MaskRules {
  /** Field name → kind of personal data below it, at any depth. */
  readonly personal: Readonly<Record<string, Personal>>
  readonly audience: Audience
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

/**
 * `value` without dangerous keys and with every person in it masked: declared and known fields by their kind (numbers too),
 * all other text by its content. A rule reaches everything below its field. What was given is left as it was.
 */
export function maskAnswer(value: unknown, { personal, audience }: MaskRules): unknown {
  function ruleOf(key: string, above: Rule): Rule {
    const named = own(personal, key) ?? own(KNOWN, key)
    if (named !== undefined || (above !== 'plain' && above !== 'identifier')) return named ?? above
    return IDENTIFIERS.has(key) ? 'identifier' : 'plain'
  }

  function mask(item: unknown, rule: Rule): unknown {
    if (Array.isArray(item)) return item.map((each) => mask(each, rule))
    if (!isRecord(item)) return maskScalar(item, rule, audience)
    const masked: Record<string, unknown> = {}
    for (const key of Object.keys(item)) {
      const below = ruleOf(key, rule)
      if (below !== 'drop' && !isDangerous(key)) masked[maskKey(key)] = mask(item[key], below)
    }
    return masked
  }

  return mask(value, 'plain')
}

function maskScalar(item: unknown, rule: Rule, audience: Audience): unknown {
  if (rule === 'plain') return typeof item === 'string' ? maskText(item) : item
  if (rule === 'identifier') return typeof item === 'string' ? maskIdentifier(item) : item
  // A field named `drop` never gets here with a value of its own; its parent has left it out.
  if (rule === 'drop' || (typeof item !== 'string' && typeof item !== 'number')) return item
  // A quoted count, and nothing but that.
  if (rule === 'number') return typeof item === 'string' && !/^[\d.+-]*$/.test(item) ? maskText(item) : item
  return maskAs(rule, String(item), audience)
}
