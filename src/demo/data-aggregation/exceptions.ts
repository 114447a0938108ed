import type { ExceptionItem } from '../../contract/exception'
import { DAY, dayStart, HOUR, isoDate, isoTime, monthDay } from '../../lib/calendar'
import type { DataDemo } from './seed'
import { openIssues } from './issues'
import { lateOn } from './catalogue-rows'
import { isGap, loadedAt, loadedDay, zeroLoads } from './loads'
import { lastHour, sharingDay } from './sharing'
import { afterWorkdays, workdaysBetween } from '../kit/workdays'

export interface Watch {
  readonly demo: DataDemo
  /** Entries of the catalogue that are mounted. */
  readonly resources: number
  readonly now: number
  readonly region: string | null
  readonly limits: Readonly<Record<string, number>>
}

const DOMAIN = 'data-aggregation'

/** End of the office day, `n` workdays after `ms`. */
const endOfDay = (ms: number, n: number) => isoTime(afterWorkdays(ms, n) + 18 * HOUR)

/** What somebody must act on at `now`; a town sees only its own. */
export function exceptionsAt(watch: Watch): ExceptionItem[] {
  const wholeCity = [emptyLoads, missingBatch, lateResources, failingCalls]
  return [...(watch.region === null ? wholeCity.flatMap((rule) => rule(watch)) : []), ...overdueIssues(watch)]
}

/** A department's store took in nothing for several loads: the source may have stopped without anybody noticing. */
function emptyLoads({ demo, now, limits }: Watch): ExceptionItem[] {
  const limit = limits['data_zero_loads'] ?? Number.POSITIVE_INFINITY
  return demo.departments
    .map((d, i) => ({ ...d, zeroLoads: zeroLoads(demo, i, loadedDay(now)) }))
    .filter((d) => d.zeroLoads > limit)
    .map((d) => ({
      id: `data-zero-${d.id}`,
      severity: 'minor',
      domain: DOMAIN,
      metric: 'data_zero_loads',
      subject: d.id,
      place: null,
      what: `${d.library} ${d.zeroLoads} 日零入库`,
      owner: demo.owner,
      since: isoTime(loadedAt(now) - (d.zeroLoads - 1) * DAY),
      due: endOfDay(loadedAt(now) - (d.zeroLoads - 2) * DAY, 1),
      action: '通知',
    }))
}

/** The whole batch is missing: every figure of the day is unknown until it is loaded again. */
function missingBatch({ demo, now }: Watch): ExceptionItem[] {
  const day = loadedDay(now)
  if (!isGap(demo, day)) return []
  return [
    {
      id: `data-batch-${isoDate(day)}`,
      severity: 'major',
      domain: DOMAIN,
      metric: 'data_intake',
      subject: null,
      place: null,
      what: `${monthDay(day)} 批次未送达`,
      owner: demo.operator,
      since: isoTime(loadedAt(now)),
      due: endOfDay(loadedAt(now), 0),
      action: '派单',
    },
  ]
}

function lateResources({ demo, resources, now, limits }: Watch): ExceptionItem[] {
  const limit = limits['data_ontime_rate']
  const late = lateOn(demo, resources, isoDate(loadedDay(now)))
  if (limit === undefined || resources === 0 || (1 - late / resources) * 100 >= limit) return []
  return [
    {
      id: 'data-ontime',
      severity: 'minor',
      domain: DOMAIN,
      metric: 'data_ontime_rate',
      subject: null,
      place: null,
      what: `${late} 类资源逾期未更新`,
      owner: demo.owner,
      since: isoTime(loadedAt(now)),
      due: endOfDay(loadedAt(now), 1),
      action: '催办',
    },
  ]
}

/** Judged by the last full hour, so that one bad quarter does not page anybody and a recovered fault goes away. */
function failingCalls({ demo, now, limits }: Watch): ExceptionItem[] {
  const limit = limits['data_share_success_rate']
  const value = lastHour(demo, now)
  if (value === null || limit === undefined || value >= limit) return []
  const { fault } = sharingDay(demo, dayStart(now))
  const consumer = demo.consumers[fault?.consumer ?? 0]
  const since = fault && fault.from <= now ? fault.from : now - HOUR
  return [
    {
      id: 'data-share-success',
      severity: 'major',
      domain: DOMAIN,
      metric: 'data_share_success_rate',
      subject: consumer?.id ?? null,
      place: null,
      what: `接口调用成功率 ${value.toFixed(1)}%`,
      owner: demo.operator,
      since: isoTime(since),
      due: isoTime(since + 2 * HOUR),
      action: '派单',
    },
  ]
}

/** One row for the queue, not one an issue: the oldest is named, the rest stand in the panel. */
function overdueIssues({ demo, now, region, limits }: Watch): ExceptionItem[] {
  const limit = limits['data_issue_age']
  if (limit === undefined) return []
  const late = openIssues(demo, now, region).filter((e) => workdaysBetween(e.raisedAt, now) > limit)
  const [oldest] = late
  if (!oldest) return []
  return [
    {
      id: 'data-issue-overdue',
      severity: 'major',
      domain: DOMAIN,
      metric: 'data_issue_age',
      subject: oldest.no,
      place: oldest.place,
      what: late.length === 1 ? `${oldest.title}超 ${limit} 日` : `${late.length} 个数据问题超 ${limit} 日`,
      owner: oldest.owner,
      since: isoTime(afterWorkdays(oldest.raisedAt, limit + 1)),
      due: endOfDay(oldest.raisedAt, limit),
      action: '督办',
    },
  ]
}
