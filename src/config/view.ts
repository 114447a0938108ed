import { DATE, DATE_WORDS, isDay, REGION_CODE, REGION_CODE_WORDS, SLUG, SLUG_WORDS } from '../contract/forms'
import { words } from './words'

/** What a link can say about a screen (the URL contract). Every part has a default. */
export interface View {
  readonly screen?: 'wall'
  readonly city?: string
  readonly scene?: string
  readonly region?: string
  /** `YYYY-MM-DD` and `HH:mm`, Beijing time: freeze the clock. */
  readonly date?: string
  readonly at?: string
  readonly theme?: 'dark' | 'light'
  readonly profile?: string
  /** Opens the diagnostics view in place of the wall; takes no value. */
  readonly diagnose?: string
  /** Demo only: shown seconds per real second. */
  readonly speed?: number
}

type Part = keyof View

/** What is wrong with the value of a part, in words; null when nothing is. Read before any schema is loaded. */
type Judge = (value: string) => string | null

const form =
  (pattern: RegExp, words: string): Judge =>
  (value) =>
    pattern.test(value) ? null : words

const oneOf =
  (...values: readonly string[]): Judge =>
  (value) =>
    values.includes(value) ? null : words.oneOf(values)

const JUDGES: Readonly<Record<Part, Judge>> = {
  screen: oneOf('wall'),
  city: form(SLUG, SLUG_WORDS),
  scene: form(SLUG, SLUG_WORDS),
  region: form(REGION_CODE, REGION_CODE_WORDS),
  date: (value) => (DATE.test(value) ? (isDay(value) ? null : words.day) : DATE_WORDS),
  at: form(/^([01]\d|2[0-3]):[0-5]\d$/, words.time),
  theme: oneOf('dark', 'light'),
  profile: form(/^[a-z0-9-]{1,32}$/, words.profile),
  diagnose: (value) => (value.length <= 8 ? null : words.noValue),
  speed: (value) => (value !== '' && Number(value) >= 1 && Number(value) <= 600 ? null : words.speed),
}

const isPart = (name: string): name is Part => Object.hasOwn(JUDGES, name)
const PARTS = Object.keys(JUDGES).filter(isPart)

export interface FieldProblem {
  readonly field: string
  readonly message: string
}

/** Names every wrong field in the words shown to the user: `sources.hotline.url：只允许本站路径`. */
export function problemsOf(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  prefix = '',
): FieldProblem[] {
  return issues.map(({ path, message }) => ({
    field: prefix + (path.map(String).join('.') || words.wholeFile),
    message,
  }))
}

/** All of them in one text. */
export const inOneLine = (problems: readonly FieldProblem[]): string =>
  words.all(problems.map(({ field, message }) => `${field} ${message}`))

export interface Reading {
  /** Empty where anything is wrong: a link is never half-applied. */
  readonly view: View
  readonly problems: readonly FieldProblem[]
  /** The parts that are wrong, for a way out that keeps all the others. */
  readonly wrong: readonly (keyof View)[]
}

/**
 * The one reader of a link, at the start and after every step back or forward. Blanks around a value are dropped, what other
 * programs added is left alone, and a part given twice with different values is a fault: whichever was taken, somebody meant the other.
 */
export function parseView(search: string): Reading {
  const params = new URLSearchParams(search)
  const given = PARTS.map((part) => ({
    part,
    values: [...new Set(params.getAll(part).map((value) => value.trim()))],
  })).filter(({ values }) => values.length > 0)
  const faults = given.flatMap(({ part, values }) => {
    const message = faultOf(part, values)
    return message === null ? [] : [{ part, message }]
  })
  if (faults.length === 0)
    return {
      view: viewOf(new Map(given.map(({ part, values }) => [part, values[0] ?? '']))),
      problems: [],
      wrong: [],
    }
  return {
    view: {},
    problems: faults.map(({ part, message }) => ({ field: words.parameter(part), message })),
    wrong: faults.map(({ part }) => part),
  }
}

function faultOf(part: Part, values: readonly string[]): string | null {
  if (values.length > 1) return words.several(values)
  return JUDGES[part](values[0] ?? '')
}

function viewOf(given: ReadonlyMap<Part, string>): View {
  const texts = ['city', 'scene', 'region', 'date', 'at', 'profile', 'diagnose'] as const
  const speed = given.get('speed')
  const theme = given.get('theme')
  return {
    ...Object.fromEntries(texts.flatMap((part) => (given.has(part) ? [[part, given.get(part)]] : []))),
    ...(given.has('screen') && { screen: 'wall' as const }),
    ...((theme === 'dark' || theme === 'light') && { theme }),
    ...(speed !== undefined && { speed: Number(speed) }),
  }
}
