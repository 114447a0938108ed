import { exactText } from '../../../../lib/format'
import type { Study } from '../../contract-study'
import type { Field } from '../../study-fields'
import { words } from '../../study-words'
import { chipsOf, labelOf } from './Narrowing'
import { spanOf } from './Summary'
import { lateIn, shareText } from './view'

type Asked = Readonly<Record<string, string>>

/** Values named of each field. */
const MOST = 5
const NAMED: readonly Field[] = ['category', 'topic', 'town', 'dept']

/** The sentences of a briefing: each a template over figures of the study, bounded, and none that says nothing. */
export function briefingOf(of: Study, asked: Asked): readonly string[] {
  const { briefing } = words
  const { from: _, to: __, ...rest } = asked
  const narrowed = chipsOf({ of, asked: rest }).map(({ text }) => text)
  return [
    briefing.period(of.chosenFrom, of.chosenTo, spanOf(of)),
    ...(narrowed.length === 0 ? [] : [briefing.narrowed(narrowed.join(words.signs.and))]),
    `${briefing.received(exactText(of.chosen))}${comparedText(of)}${words.signs.stop}`,
    ...lateText(of, asked),
    ...(of.repeats === null || of.chosen === 0
      ? []
      : [briefing.repeats(exactText(of.repeats), shareText(of.repeats, of.chosen))]),
    ...NAMED.flatMap((field) => mostText(of, field, asked)),
    // What is chosen of the hours says nothing of when most came.
    ...(asked['hours'] === undefined && asked['week'] === undefined ? peakText(of) : []),
    // What rises does so in the last week.
    ...(of.chosenTo === of.risingTo ? risingText(of) : []),
  ]
}

function comparedText({ chosen, before }: Study): string {
  const { briefing } = words
  if (before === null || before === 0) return ''
  const change = (chosen / before - 1) * 100
  const share = Math.abs(change).toFixed(1)
  const said = share === '0.0' ? briefing.same : change > 0 ? briefing.up(share) : briefing.down(share)
  return briefing.compared(exactText(before), said)
}

function lateText(of: Study, asked: Asked): readonly string[] {
  const late = lateIn({ of, asked })
  return late ? [words.briefing.late(exactText(late.count), shareText(late.count, late.known))] : []
}

/** A field that one value alone is chosen of says what was chosen, and is not told again. */
function mostText(of: Study, field: Field, asked: Asked): readonly string[] {
  const { briefing, fields } = words
  if (asked[field] !== undefined || of[field].length < 2 || of.chosen === 0) return []
  const named = of[field]
    .slice(0, MOST)
    .map(({ value, count }) =>
      briefing.item(labelOf(field, value, of), exactText(count), shareText(count, of.chosen)),
    )
  return [briefing.most(fields[field], named.join(words.signs.and))]
}

function peakText({ hours }: Study): readonly string[] {
  const most = Math.max(...hours)
  if (most === 0) return []
  const at = hours.indexOf(most)
  return [words.briefing.peak(words.weekdays[Math.floor(at / 24)] ?? '', at % 24, exactText(most))]
}

function risingText({ rising, risingWeeks }: Study): readonly string[] {
  const { briefing } = words
  if (risingWeeks === null) return []
  if (rising.length === 0) return [briefing.norise]
  const named = rising
    .slice(0, MOST)
    .map(({ town, topic, count, expected }) =>
      briefing.risen(town.name, topic, exactText(count), String(expected)),
    )
  return [briefing.rising(named.join(words.signs.next))]
}
