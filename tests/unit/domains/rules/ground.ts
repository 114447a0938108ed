import { readCalendar } from '../../../../mock-data/generator/calendar'
import { shippedRules } from '../../../../mock-data/generator/rules'
import { judgeRules, type Judgement, type RuleMemory } from '../../../../src/contract/records/judge-rules'
import type { Courses } from '../../../../src/contract/records/course'
import type { Ground } from '../../../../src/contract/records/rule-things'
import type { RowView } from '../../../../src/contract/records/row-view'
import type { ExceptionItem } from '../../../../src/contract/exception'
import { inRegion } from '../../../../src/contract/in-region'
import { limits } from '../../demo/cities'

/** The shipped calendar. */
export const cn = readCalendar('baiyun')

export const groundAt = (now: number, ground: Partial<Ground> = {}): Ground => ({
  city: 'baiyun',
  views: {},
  operation: null,
  moment: { now, limits, calendar: cn },
  ...ground,
})

/** The shipped rules of a domain, judged on a document's operation and rows. */
export const judgedAt = (
  domain: string,
  now: number,
  ground: {
    readonly city?: string
    readonly operation?: unknown
    readonly views?: Readonly<Record<string, RowView>>
  },
  memory: RuleMemory = {},
): Judgement => judgeRules(domain, shippedRules(domain), groundAt(now, ground), memory)

/** What the shipped rules raise of a document's figures: those of the whole city, and of it what lies in `region`. */
export function raisedIn(
  document: { readonly contract: string; readonly city: string; readonly asOf: string },
  operation: unknown,
  region: string | null = null,
  changed: Readonly<Record<string, number>> = limits,
  courses?: Courses,
): readonly ExceptionItem[] {
  const { contract, city, asOf } = document
  const [domain = ''] = contract.split('/')
  const moment = { now: Date.parse(asOf), limits: changed, calendar: cn }
  const { exceptions, faults } = judgeRules(
    domain,
    shippedRules(domain),
    { city, views: {}, courses, operation, moment },
    {},
  )
  if (faults.some(({ why }) => why !== 'no-threshold')) throw new Error(JSON.stringify(faults))
  return region === null ? exceptions : inRegion(exceptions, region)
}
