import type { RowList } from './page'
import { SIMPLIFIED, TRADITIONAL } from './variants'

/** Full-width forms of ASCII stand this far above it. */
const WIDE = 0xfee0

/** A character as it is looked for: simplified, narrow, small. */
const simple = new Map(Array.from(TRADITIONAL, (char, i) => [char, SIMPLIFIED[i] ?? char] as const))
/** A simplified character → the traditional ones of it. */
const traditional = new Map<string, string>()
for (const [char, to] of simple) traditional.set(to, (traditional.get(to) ?? '') + char)

const isWide = (code: number) => code > 0xff00 && code < 0xff5f
const isPlain = (code: number) => code > 0x20 && code < 0x7f

const narrow = (text: string) =>
  text.replaceAll(/[\u3000\uFF01-\uFF5E]/g, (char) =>
    isWide(char.charCodeAt(0)) ? String.fromCharCode(char.charCodeAt(0) - WIDE) : ' ',
  )

/** Every way in which a character may be written, as a class of a pattern; small or capital is left to the pattern. */
function writings(char: string): string {
  const one = simple.get(char) ?? char
  const code = one.codePointAt(0) ?? 0
  const all = [
    one,
    ...(traditional.get(one) ?? ''),
    ...(isPlain(code) ? [String.fromCharCode(code + WIDE)] : []),
  ]
  return `[${all.map((each) => `\\u{${each.codePointAt(0)?.toString(16)}}`).join('')}]`
}

/**
 * Whether texts hold what somebody looks for: every word of `wanted`, by blanks, in one of them, each wherever it stands. Simplified or
 * traditional, full or half width, small or capital letters are the same. Null where nothing is looked for.
 */
export function searchFor(wanted: string): ((texts: readonly string[]) => boolean) | null {
  const words = narrow(wanted).split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  const patterns = words.map((word) => new RegExp(Array.from(word, writings).join(''), 'iu'))
  return (texts) => patterns.every((pattern) => texts.some((text) => pattern.test(text)))
}

/** The rows of `list` that hold what `wanted` says. */
export function searched<Row extends object>(list: RowList<Row>, wanted: string): RowList<Row> {
  const holds = searchFor(wanted)
  if (holds === null) return list
  const rows: number[] = []
  for (let row = 0; row < list.size; row++) if (holds(list.texts(row))) rows.push(row)
  const at = (row: number) => rows[row] ?? 0
  return {
    ...list,
    size: rows.length,
    texts: (row) => list.texts(at(row)),
    value: (row, field) => list.value(at(row), field),
    row: (row) => list.row(at(row)),
  }
}
