import { DataFault } from '../data-fault'
import { decodeText } from './decode-text'
import { words } from './words'

/**
 * The JSON value in `bytes`. Whole numbers beyond 2^53 come back as the text they were written with: a 19-digit order
 * number read as a double would silently become another order.
 * @throws DataFault json. The message never quotes the answer: it may hold personal data.
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decodeText(bytes)
  try {
    return valueOf(text)
  } catch (error) {
    throw new DataFault('json', whereItBroke(error, text))
  }
}

/** The JSON value of `text`, long integers as in `parseJson`. @throws SyntaxError */
export function valueOf(text: string): unknown {
  const value: unknown = JSON.parse(text)
  // So many digits stand in texts, as order numbers do, far more often than as a number, which nothing but these can come before.
  if (!/(?:^|[\s:,[])-?\d{16}/.test(text)) return value
  const lossless = quoteBigIntegers(text)
  return lossless === text ? value : JSON.parse(lossless)
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const MINUS = 0x2d

const isDigit = (code: number) => code >= 0x30 && code <= 0x39

/** Puts quotes around whole numbers a double cannot hold. `text` is valid JSON; nothing inside strings is touched. */
function quoteBigIntegers(text: string): string {
  let quoted = ''
  let copied = 0
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = afterString(text, at)
    else if (code !== MINUS && !isDigit(code)) at++
    else {
      const end = afterNumber(text, at)
      const token = text.slice(at, end)
      if (/^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token))) {
        quoted += `${text.slice(copied, at)}"${token}"`
        copied = end
      }
      at = end
    }
  }
  return quoted + text.slice(copied)
}

function afterString(text: string, start: number): number {
  let at = start + 1
  while (text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1
  return at + 1
}

const NUMBER = /[-+.\deE]+/y

function afterNumber(text: string, start: number): number {
  NUMBER.lastIndex = start
  NUMBER.test(text)
  return NUMBER.lastIndex
}

function whereItBroke(error: unknown, text: string): string {
  const length = text.trimEnd().length
  if (length === 0) return words.json.empty
  const message = error instanceof Error ? error.message : ''
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN)
  if (position >= length || /\bend of\b|\bEOF\b/i.test(message)) return words.json.cut
  return Number.isNaN(position) ? words.json.wrong : words.json.wrongAt(position + 1)
}
