import { DATE, isDay } from '../../contract/forms'

// How a link, a question and an address say what a study is narrowed to.

/** What a study is narrowed by, as text. */
export interface StudyAsked {
  /** `YYYY-MM-DD`, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Weekdays, Monday 1 to Sunday 7: `1-5`. */
  readonly week?: string | undefined
  /** Hours, both included: `9-11` is 9:00 to 12:00. */
  readonly hours?: string | undefined
  /** Values of a field, joined by commas; one that has a comma of its own is escaped. */
  readonly category?: string | undefined
  readonly topic?: string | undefined
  readonly town?: string | undefined
  readonly dept?: string | undefined
  readonly outcome?: string | undefined
}

const RANGE = /^(\d{1,2})(?:-(\d{1,2}))?$/

/** What each name may say; a field may say anything, since a value that no order has is none of its values now. */
const MEANT: Readonly<Record<keyof StudyAsked, (text: string) => boolean>> = {
  from: isDate,
  to: isDate,
  week: isRange,
  hours: isRange,
  category: isAny,
  topic: isAny,
  town: isAny,
  dept: isAny,
  outcome: isAny,
}

function isDate(text: string) {
  return DATE.test(text) && isDay(text)
}
function isRange(text: string) {
  return RANGE.test(text)
}
function isAny() {
  return true
}

/** A question that a link of its rows says as one text. */
export const questionIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(text))

const isName = (name: string): name is keyof StudyAsked => Object.hasOwn(MEANT, name)

/** What of a link narrows a study, and what of it means nothing (`from=gestern`, `colour=red`), as it was written. */
export function readAsked(said: Readonly<Record<string, string>>) {
  const all = Object.entries(said)
  const isMeant = ([name, text]: readonly [string, string]) => isName(name) && MEANT[name](text)
  const linked: Readonly<Record<string, string>> = Object.fromEntries(all.filter(isMeant))
  return { linked, unread: all.filter((one) => !isMeant(one)).map(([name, text]) => `${name}=${text}`) }
}

/** `9-11` within `low` and `high`; all of it where the text says nothing of the kind. */
export function rangeOf(text: string | undefined, low: number, high: number): readonly [number, number] {
  const [, from, to = from] = RANGE.exec(text ?? '') ?? []
  if (from === undefined) return [low, high]
  const within = (n: number) => Math.min(high, Math.max(low, n))
  const [a, b] = [within(Number(from)), within(Number(to))]
  return [Math.min(a, b), Math.max(a, b)]
}

const plain = (value: string) => value.replaceAll(/[%,]/g, (sign) => (sign === '%' ? '%25' : '%2C'))
const meant = (part: string) => part.replaceAll('%2C', ',').replaceAll('%25', '%')

/** Values as a question says them, and back. */
export const valuesText = (values: Iterable<string>): string => [...values].map(plain).join(',')
export const valuesOf = (text: string | undefined): ReadonlySet<string> =>
  new Set((text ?? '').split(',').filter(Boolean).map(meant))
