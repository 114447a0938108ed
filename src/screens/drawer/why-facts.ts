import type { MetricDefinition, MetricDictionary } from '../../config/metrics'
import type { ExceptionItem } from '../../contract/exception'
import type { Rule } from '../../contract/rule'
import { MINUTE } from '../../lib/calendar'
import { durationText, exactText } from '../../lib/format'
import { words as sheet } from '../../panel/sheet-words'
import { words } from './words'

/** Decimals that an observed number is told with. */
const DIGITS = 2

/** What a rule's numbers are counted in: spans of time in words, shares in percent, everything else in the unit of its metric. */
function printed(
  value: number,
  breach: NonNullable<Rule['breach']>,
  metric: MetricDefinition | undefined,
): string {
  const { observed } = breach
  if (typeof observed === 'object' && 'since' in observed && (observed.as ?? 'minutes') === 'minutes')
    return durationText(value * MINUTE)
  const text = exactText(Number(value.toFixed(DIGITS)))
  const unit =
    typeof observed === 'object' && ('share' in observed || 'rest' in observed) ? '%' : metric?.unit
  return unit === undefined || unit === '' ? text : unit === '%' ? `${text}%` : `${text} ${unit}`
}

/** How far it is from being over, where the number itself has to move; null where it is an age, which only somebody's step ends. */
function distance(
  observed: number,
  limit: number,
  breach: NonNullable<Rule['breach']>,
  metric: MetricDefinition | undefined,
): number | null {
  if (typeof breach.observed === 'object' && 'since' in breach.observed) return null
  if (words.why.ages.includes(metric?.unit ?? '')) return null
  const way = Math.abs(observed - limit)
  return way === 0 ? null : way
}

/** Why an exception stands on the list, each a line: what was found against whose limit, and what makes it go. */
export function whyFacts(item: ExceptionItem, rule: Rule | undefined, metrics: MetricDictionary): string[] {
  const { evidence } = item
  // What is compared is what the limit is of: a rate may be raised by a number.
  const metric = metrics[rule?.breach?.limit.metric ?? item.metric]
  if (!rule || !evidence) return [words.why.source]
  const { breach } = rule
  const lines: string[] = []
  const { observed, limit } = evidence
  const compared = breach && observed !== null && limit !== null
  if (compared) {
    const found = printed(observed, breach, metric)
    // Past a deadline by so much: a limit of nothing says less than that.
    const isPast = typeof breach.observed === 'object' && 'since' in breach.observed && limit === 0
    lines.push(
      isPast ? words.why.past(found) : words.why.judged(breach.is, found, printed(limit, breach, metric)),
    )
    const named = breach.limit.metric === undefined ? undefined : metrics[breach.limit.metric]?.threshold
    const { basis, source } = named ?? breach.limit
    if (basis !== undefined && source !== undefined)
      lines.push(words.why.provenance(sheet.basis[basis], source))
  } else lines.push(words.why.found(exactText(evidence.count ?? evidence.records.length)))
  const left = compared ? distance(observed, limit, breach, metric) : null
  const falls = breach?.is === 'above' || breach?.is === 'at-least'
  // Between two rates lie points, not percent.
  const away =
    left === null || !breach ? null : printed(left, breach, metric).replace(/%$/, ` ${words.why.points}`)
  const way = away === null ? '' : (falls ? words.why.less : words.why.more)(away)
  lines.push(`${words.why.clears(rule.clears)}${way}`)
  return lines
}
