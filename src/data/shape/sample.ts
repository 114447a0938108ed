import { isRecord } from '../json'
import type { RowsSeen } from '../rows-told'
import { words } from './words'

export interface Sample {
  /** What a page of records showed. */
  readonly rows?: RowsSeen
  /** What the mapping saw: masked, without the envelope, and cut short. */
  readonly raw: unknown
  /** Names the mapping asks for that stand nowhere in the answer: a wrong path shows here by name. */
  readonly absent: readonly string[]
  /** What was made of it, before the contract judged it. */
  readonly mapped?: unknown
}

/** What an integrator needs to see of an answer when a mapping does not give what it should. */
export function sampleOf(data: unknown, expression: string | undefined): Sample {
  return { raw: excerpt(data), absent: expression === undefined ? [] : absentNames(expression, data) }
}

const ITEMS = 10
const FIELDS = 100
const CHARACTERS = 200
const VALUES = 2000

/** The first items of every list and of every long text of `value`, few enough to show and to keep. */
function excerpt(value: unknown): unknown {
  let left = VALUES
  function cut(item: unknown): unknown {
    if (left-- <= 0) return '…'
    if (typeof item === 'string') return item.length > CHARACTERS ? `${item.slice(0, CHARACTERS)}…` : item
    if (Array.isArray(item)) {
      const shown: unknown[] = item.slice(0, ITEMS).map(cut)
      return item.length > ITEMS ? [...shown, `… ${words.items(item.length)}`] : shown
    }
    if (!isRecord(item)) return item
    const fields = Object.entries(item)
    const shown = fields.slice(0, FIELDS).map(([key, below]) => [key, cut(below)])
    return Object.fromEntries(
      fields.length > FIELDS ? [...shown, ['…', words.items(fields.length)]] : shown,
    ) as unknown
  }
  return cut(value)
}

const WORDS = new Set(['and', 'or', 'in', 'function', 'true', 'false', 'null'])

/** A text, a comment, a variable or call, a quoted name, or a plain name: the tokens of a mapping that can hold letters. */
const TOKENS =
  /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\/\*.*?\*\/|\$[\p{L}\p{N}_]*|`([^`]*)`|([\p{L}_][\p{L}\p{N}_]*)/gsu

function tokensOf(expression: string) {
  const [names, texts] = [new Set<string>(), new Set<string>()]
  for (const [, text, single, quoted, name] of expression.matchAll(TOKENS)) {
    const path = quoted ?? name
    if (path !== undefined) names.add(path)
    texts.add(text ?? single ?? '')
  }
  return { names, texts }
}

/** Names that a mapping asks an answer for; a text may be one too, of a helper that takes names. */
export function namesAsked(expression: string): ReadonlySet<string> {
  const { names, texts } = tokensOf(expression)
  return new Set([...names, ...texts])
}

function absentNames(expression: string, data: unknown): string[] {
  const { names: asked, texts } = tokensOf(expression)
  // Objects the mapping builds may be read by it again.
  const known = new Set([...WORDS, ...texts])
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect)
    else if (isRecord(value))
      for (const [key, below] of Object.entries(value)) {
        known.add(key)
        collect(below)
      }
  }
  collect(data)
  return [...asked].filter((name) => !known.has(name))
}
