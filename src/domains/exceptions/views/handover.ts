import type { CityDocument } from '../../../contract/document'
import { clockText, HOUR, isoDate, monthDay } from '../../../lib/calendar'
import { countText, weekdayText } from '../../../lib/format'
import type { NumberedException } from '../../../panel/use-exceptions'
import { words } from '../rest-words'
import { placeWords } from '../../../panel/place-words'
import { duesIn, flowIn, hoursIn } from './rest-facts'
import type { Duty, Raised } from './use-rest'

/** One line of the hand-over: what kind of thing, what it is, and how it stands. */
export interface Line {
  readonly kind: string
  readonly text: string
  readonly state: string
  /** Somebody has to do something about it. */
  readonly open: boolean
}

interface Shift {
  readonly now: number
  readonly duty: Duty
  readonly items: readonly NumberedException[]
  readonly domains: readonly Raised[]
  /** Tier of the city, for what concerns the whole of it. */
  readonly tier: string
}

/** What whoever takes over has to know, from documents and exceptions alone: nothing is noted that was not recorded. */
export function handoverLines(shift: Shift): readonly Line[] {
  const known = shift.domains.flatMap(({ document, ...rest }) => (document ? [{ ...rest, document }] : []))
  const lines = [
    overdueLine(shift),
    dueLine(shift, known),
    raisedLine(shift),
    sourceLine(shift),
    ...flowLines(known),
    ...intakeLines(shift, known),
  ]
  // What somebody has to do stands first; a list that is cut loses what is in order.
  return lines.toSorted((a, b) => Number(b.open) - Number(a.open))
}

type Known = readonly (Raised & { readonly document: CityDocument })[]

const nameOf = (item: NumberedException, tier: string) => `${placeWords(item, tier)}${item.what}`

const line = (kind: string, text: string, state: string, open = false): Line => ({ kind, text, state, open })

function overdueLine({ items, now, tier }: Shift): Line {
  const late = items.filter(({ due }) => Date.parse(due) < now)
  const [first] = late
  return first
    ? line(words.kind.overdue, words.overdue(late.length, nameOf(first, tier)), words.state.open, true)
    : line(words.kind.overdue, words.noOverdue, words.state.fine)
}

/** Due before the next shift has found its feet: an hour after the hand-over. */
function dueLine({ items, now, duty, tier }: Shift, known: Known): Line {
  const until = duty.end + HOUR
  const soon = [
    ...items.map((item) => ({ at: Date.parse(item.due), title: nameOf(item, tier) })),
    ...known.flatMap(({ document }) => duesIn(document, { now, until, known: items })),
  ]
    .filter(({ at }) => at >= now && at <= until)
    .toSorted((a, b) => a.at - b.at)
  const [first] = soon
  return first
    ? line(words.kind.due, words.due(soon.length, clockText(first.at), first.title), words.state.known, true)
    : line(words.kind.due, words.noDue(clockText(until)), words.state.fine)
}

const sinceWords = ({ named }: Duty) => words.since(named?.shift.name ?? null)

function raisedLine({ items, duty, tier }: Shift): Line {
  const fresh = items
    .filter(({ since }) => Date.parse(since) >= duty.begin)
    .toSorted((a, b) => Date.parse(b.since) - Date.parse(a.since))
  const [latest] = fresh
  return latest
    ? line(
        words.kind.raised,
        words.raised(sinceWords(duty), fresh.length, nameOf(latest, tier)),
        words.state.known,
        true,
      )
    : line(words.kind.raised, words.noRaised(sinceWords(duty)), words.state.fine)
}

function intakeLines({ duty, now }: Shift, known: Known): readonly Line[] {
  return known.flatMap(({ name, document }) => {
    const hours = hoursIn(document).hours.filter(
      ({ from, count }) => from >= duty.begin && from <= now && count !== null,
    )
    if (hours.length === 0) return []
    const count = hours.reduce((n, hour) => n + (hour.count ?? 0), 0)
    return [line(words.kind.intake, words.intake(sinceWords(duty), name, countText(count)), words.state.told)]
  })
}

const flowLines = (known: Known): readonly Line[] =>
  known.flatMap(({ name, document }) => {
    const flow = flowIn(document)
    if (!flow) return []
    const { dropped, restored, rolling } = flow
    const what = words.flow(name, countText(dropped), countText(restored), rolling)
    return [line(words.kind.flow, what, words.state.told)]
  })

function sourceLine({ domains }: Shift): Line {
  const broken = domains.filter((one) => one.broken || one.document === undefined).map(({ name }) => name)
  return broken.length > 0
    ? line(words.kind.sources, words.broken(broken), words.state.look, true)
    : line(words.kind.sources, words.whole(domains.length), words.state.fine)
}

/** When something begins or falls due, with its day where that is not today. */
export const momentText = (at: number, now: number, what: string) =>
  isoDate(at) === isoDate(now)
    ? words.at(clockText(at), what)
    : words.later(`${monthDay(at)} ${weekdayText(at)}`, clockText(at), what)
