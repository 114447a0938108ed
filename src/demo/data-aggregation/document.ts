import type { Measure } from '../../contract/measure'
import { isoDate, isoTime } from '../../lib/calendar'
import { unit } from '../../lib/random'
import type { DataDocument } from '../../domains/data-aggregation/contract'
import type { Moment, Seed } from '../kit/seed'
import type { DataDemo } from './seed'
import { lateOn } from './catalogue-rows'
import { exceptionsAt } from './exceptions'
import { intakeOn, type Intake } from './intake'
import { issuesAt } from './issues'
import { loadedAt, loadedDay } from './loads'
import { returnsAt } from './returns'
import { sharingAt } from './sharing'

const DEFAULT_LIMIT_DAYS = 10
/** Share of a load that the rules check, and of the checked rows that break one. */
const [CHECKED, PROBLEMS] = [0.62, 0.0034]

/**
 * The document at `now`: the store is loaded once a day at 06:00 with the day before, the interfaces are called all day.
 * Only issues belong to towns; everything else stays the whole city's in every scope, and its period says so.
 */
export function simulate({ document, demo }: DataSeed, { now, region, limits }: Moment): DataDocument {
  const { operation } = document
  // A seed is whole; one that is not is nobody's demo.
  if (!demo || !operation?.catalogue || !operation.returns) return document
  const { catalogue, returns, scope = '' } = operation
  const day = loadedDay(now)
  const intake = intakeOn(demo, scope, day)
  const limitDays = limits['data_issue_age'] ?? DEFAULT_LIMIT_DAYS
  const moved = {
    ...operation,
    ...intake,
    ...ontimeOn({ demo, entries: catalogue.entries, scope }, day),
    sharing: sharingAt(demo, scope, now),
    issues: { ...issuesAt(demo, now, { scope, region, limitDays }), ...checksOn(demo, scope, intake) },
    returns: { ...returns, ...returnsAt(demo, scope, now) },
  }
  return {
    ...document,
    region: region ?? document.region,
    asOf: isoTime(loadedAt(now)),
    operation: moved,
    exceptions: exceptionsAt({ demo, operation: moved, now, region, limits }),
  }
}

export type DataSeed = Seed<DataDocument, DataDemo>

interface Platform {
  readonly demo: DataDemo
  /** Entries of the catalogue. */
  readonly entries: Measure
  readonly scope: string
}

function ontimeOn({ demo, entries: all, scope }: Platform, day: number) {
  const date = isoDate(day)
  const entries = all.value ?? 0
  const late = lateOn(demo, entries, date)
  const period = `此刻 ${scope}`
  return {
    ontime: {
      value: entries === 0 ? null : Math.round((1 - late / entries) * 10_000) / 100,
      unit: '%' as const,
      period,
    },
    lateResources: { value: late, unit: all.unit, period },
  }
}

function checksOn(demo: DataDemo, scope: string, { intake, loadedDay: date }: Intake) {
  const rows = intake.latest.value
  const checked = rows === null ? null : Math.round(rows * CHECKED)
  const problems =
    checked === null ? null : Math.round(checked * PROBLEMS * (0.75 + 0.5 * unit(demo.seed, 'rule', date)))
  const period = `${date.slice(5)} ${scope}`
  return {
    checkedRows: { value: checked, unit: '条', period },
    problemRows: { value: problems, unit: '条', period },
  }
}
