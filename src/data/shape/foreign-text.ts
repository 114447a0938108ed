import { valueOf } from './lossless-json'

/** The object or list that was sent as a text; undefined of any other text. Long integers as in `parseJson`. */
export function openJson(text: string): unknown {
  const trimmed = text.trim()
  if (!/^(?:\{[^]*\}|\[[^]*\])$/.test(trimmed)) return undefined
  try {
    return valueOf(trimmed)
  } catch {
    return undefined
  }
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  middot: '·',
  mdash: '—',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  times: '×',
}

/** Characters a text may be given by number: none that controls anything. */
const character = (code: number): string | undefined => {
  if (code === 0xa0) return ' '
  const isText =
    code >= 0x20 &&
    code <= 0x10_ff_ff &&
    !(code >= 0x7f && code < 0xa0) &&
    !(code >= 0xd8_00 && code <= 0xdf_ff)
  return isText ? String.fromCodePoint(code) : undefined
}

/**
 * `text` as a reader of a web page would see it: systems that print pages store `&amp;`, `&nbsp;` and `&#39;`. Once: what stood for
 * an entity is one no longer. It stays a text, and is never put into a page as anything else.
 */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,6}));/g,
    (whole, decimal, hex, name) => {
      if (typeof name === 'string') return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole
      return (
        character(typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)) ?? whole
      )
    },
  )
}

/** What may stand inside the texts of an answer besides text. */
export interface ForeignText {
  readonly openJson: typeof openJson
  readonly withoutEntities: typeof withoutEntities
}
