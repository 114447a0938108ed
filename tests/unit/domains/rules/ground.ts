import { readFileSync } from 'node:fs'
import { readCalendar } from '../../../../mock-data/generator/calendar'
import { readRules } from '../../../../src/config/rules'
import { judgeRules, type Judgement, type RuleMemory } from '../../../../src/contract/records/judge-rules'
import type { Ground } from '../../../../src/contract/records/rule-things'
import type { RowView } from '../../../../src/contract/records/row-view'
import type { Rule } from '../../../../src/contract/rule'
import { limits } from '../../demo/cities'

const read = (path: string): unknown => JSON.parse(readFileSync(`public/${path}`, 'utf8'))

/** The shipped calendar. */
export const cn = readCalendar('baiyun')

/** The rules of a file, all of which must be right. */
export function rulesIn(body: unknown): readonly Rule[] {
  const file = readRules(body)
  if ('unusable' in file || file.problems.length > 0) throw new Error(JSON.stringify(file))
  return file.rules
}

/** The shipped rules of a domain. */
export const shipped = (domain: string): readonly Rule[] => rulesIn(read(`config/rules/${domain}.json`))

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
): Judgement => judgeRules(domain, shipped(domain), groundAt(now, ground), memory)
