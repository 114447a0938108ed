import { DATE, DATE_WORDS, isDay, REGION_CODE, REGION_CODE_WORDS, SLUG, SLUG_WORDS } from '../contract/forms'
import { OPEN } from './open'
import { words } from './words'

/** What a link can say about a screen (the URL contract). Every part has a default. */
export interface View {
  readonly screen?: 'wall' | 'desk'
  readonly city?: string
  readonly scene?: string
  readonly region?: string
  /** `YYYY-MM-DD` and `HH:mm`, Beijing time: freeze the clock; with `speed` it runs on from there. */
  readonly date?: string
  readonly at?: string
  readonly theme?: 'dark' | 'light'
  readonly profile?: string
  /** What stands open beside the picture (`config/open`). */
  readonly open?: string
  /** Of the desk: which list, the open exceptions where nothing is said, and what is looked for in it. */
  readonly list?: 'aside' | 'returned'
  readonly find?: string
  /** Of the picture wall: how many tiles, whose cameras, where the round is held, which fills the screen, and the page beside them (`video/patrol`). */
  readonly pictures?: string
  /** Of the map of cameras: that it lies over the scene (`map`), and what it is narrowed to (`map&state=offline&source=水务`). */
  readonly cameras?: string
  /** Opens the diagnostics view in place of the wall; takes no value. */
  readonly diagnose?: string
  /** Demo only: shown seconds per real second. */
  readonly speed?: number
  /** Demo only: the clock follows real time and replays no day. */
  readonly clock?: 'real'
  /** Demo only: the strip of the demo clock is not shown. */
  readonly strip?: 'off'
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

/** `map`, and fields with what they are narrowed to. */
const CAMERAS = /^(?:map|(?:state|source|type|q)=[^&=]{1,60})(?:&(?:state|source|type|q)=[^&=]{1,60})*$/

const JUDGES: Readonly<Record<Part, Judge>> = {
  screen: oneOf('wall', 'desk'),
  city: form(SLUG, SLUG_WORDS),
  scene: form(SLUG, SLUG_WORDS),
  region: form(REGION_CODE, REGION_CODE_WORDS),
  date: (value) => (DATE.test(value) ? (isDay(value) ? null : words.day) : DATE_WORDS),
  at: form(/^([01]\d|2[0-3]):[0-5]\d$/, words.time),
  theme: oneOf('dark', 'light'),
  profile: form(/^[a-z0-9-]{1,32}$/, words.profile),
  open: form(OPEN, words.open),
  list: oneOf('aside', 'returned'),
  find: (value) => (value.length <= 40 ? null : words.find),
  pictures: form(/^\S+$/, words.open),
  cameras: form(CAMERAS, words.open),
  diagnose: (value) => (value.length <= 8 ? null : words.noValue),
  speed: (value) => (value !== '' && Number(value) >= 1 && Number(value) <= 600 ? null : words.speed),
  clock: oneOf('real'),
  strip: oneOf('off'),
}

const isPart = (name: string): name is Part => Object.hasOwn(JUDGES, name)

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
  /** The parts that can be used; what is wrong is left out, so that its default counts. */
  readonly view: View
  readonly problems: readonly FieldProblem[]
  /** The parts that are wrong. */
  readonly wrong: readonly (keyof View)[]
}

/**
 * The one reader of a link, at the start and after every step back or forward. Blanks around a value are dropped. A part given twice
 * with different values is a fault: whichever was taken, somebody meant the other. So is a name that means nothing here: somebody wrote
 * it for an effect that it does not have.
 */
export function parseView(search: string): Reading {
  const params = new URLSearchParams(search)
  const good = new Map<Part, string>()
  const problems: FieldProblem[] = []
  const wrong: Part[] = []
  for (const name of new Set(params.keys())) {
    const values = [...new Set(params.getAll(name).map((value) => value.trim()))]
    const message = isPart(name) ? faultOf(name, values) : words.unknown
    if (message !== null) problems.push({ field: words.parameter(name), message })
    if (!isPart(name)) continue
    if (message === null) good.set(name, values[0] ?? '')
    else wrong.push(name)
  }
  return { view: viewOf(good), problems, wrong }
}

function faultOf(part: Part, values: readonly string[]): string | null {
  if (values.length > 1) return words.several(values)
  const [value = ''] = values
  const message = JUDGES[part](value)
  return message === null ? null : words.wrong(value, message)
}

/** Every value has been judged by its part; a number is the only one that is not as it is written. */
function viewOf(given: ReadonlyMap<Part, string>): View {
  const speed = given.get('speed')
  return {
    ...Object.fromEntries(given),
    ...(speed !== undefined && { speed: Number(speed) }),
  }
}
