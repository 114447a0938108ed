import type { ExceptionItem } from '../../contract/exception'
import { HOUR, isoTime, MINUTE } from '../../lib/calendar'
import type { DemoHall } from './seed'
import type { HallDay, Ticket } from './day'
import { dueOf, isOverdue, REVIEW_LIMIT, type BadReview } from './evaluation'
import type { HallScope } from './scope'
import type { Broken } from './terminals'

/** A hall has this long to open another counter, a town centre this long to bring paper. */
const RESPONSE = 20 * MINUTE
const REPAIR = 6 * HOUR
const MAX_EACH = 2

/** What somebody must act on: a wait over its limit, terminals of one town out of order, a bad review past its limit. */
export function alarms(
  scope: HallScope,
  broken: readonly Broken[],
  bad: readonly BadReview[],
  limits: Readonly<Record<string, number>>,
): ExceptionItem[] {
  return [
    ...waitAlarms(scope, limits.hall_longest_wait ?? Infinity),
    ...overdueAlarms(scope, bad, limits.eval_closure_days ?? REVIEW_LIMIT),
    ...terminalAlarms(broken, limits.terminal_faults_town ?? Infinity),
  ]
}

function waitAlarms(scope: HallScope, limit: number): ExceptionItem[] {
  const { halls, now, today } = scope
  return halls
    .flatMap((hall) => {
      const since = overSince(scope.dayOf(hall, today), now, limit * MINUTE)
      return since === null ? [] : [{ hall, ...since }]
    })
    .sort((a, b) => b.wait - a.wait)
    .slice(0, MAX_EACH)
    .map(({ hall, since, wait }) => ({
      ...raised('hall_longest_wait', hall),
      id: `hall-wait-${hall.id}`,
      severity: 'major',
      subject: hall.id,
      what: `最长等候 ${Math.floor(wait / MINUTE)} 分，限 ${limit}`,
      owner: hall.kind === 'main' ? '大厅值班' : `${hall.short}大厅值班`,
      since: isoTime(since),
      due: isoTime(since + RESPONSE),
      action: '增开窗口',
    }))
}

/** Since when somebody in this hall has waited longer than `limit` without a break, and how long the first one has by now. */
function overSince(day: HallDay, now: number, limit: number): { since: number; wait: number } | null {
  const lines = day.byLine.map((tickets) => episode(tickets, now, limit)).filter((e) => e !== null)
  if (lines.length === 0) return null
  return {
    since: Math.min(...lines.map((e) => e.since)),
    wait: Math.max(...lines.map((e) => e.wait)),
  }
}

const isWaiting = (t: Ticket, now: number) => t.taken <= now && t.called > now

function episode(tickets: readonly Ticket[], now: number, limit: number) {
  const head = tickets.findIndex((t) => isWaiting(t, now))
  const first = tickets[head]
  if (!first || now - first.taken <= limit) return null
  let since = first.taken + limit
  // Whoever was called before had waited over the limit too: the episode began with the earliest of an unbroken chain.
  for (let i = head - 1; i >= 0; i--) {
    const before = tickets[i]
    if (!before || before.called - before.taken <= limit || before.called < since) break
    since = before.taken + limit
  }
  return { since, wait: now - first.taken }
}

function overdueAlarms(
  { now, halls }: HallScope,
  bad: readonly BadReview[],
  limitWorkdays: number,
): ExceptionItem[] {
  return halls
    .flatMap((hall) => {
      const late = bad.filter((r) => r.hall.id === hall.id && isOverdue(r, now, limitWorkdays))
      return late.length === 0
        ? []
        : [{ hall, count: late.length, due: Math.min(...late.map((r) => dueOf(r, limitWorkdays))) }]
    })
    .sort((a, b) => a.due - b.due)
    .slice(0, MAX_EACH)
    .map(({ hall, count, due }) => ({
      ...raised('eval_bad_overdue', hall),
      id: `hall-review-${hall.id}`,
      severity: 'major',
      subject: hall.id,
      what: `差评整改超期 ${count} 件`,
      owner: hall.kind === 'main' ? '大厅督查' : `${hall.short}大厅`,
      since: isoTime(due),
      due: isoTime(due),
      action: '督办',
    }))
}

const WORDS = { offline: '离线', paper: '缺纸', reader: '读卡故障', printer: '打印故障' } as const

function terminalAlarms(all: readonly Broken[], limit: number): ExceptionItem[] {
  const towns = [...new Set(all.map((f) => f.town.code))]
  return towns
    .map((code) => all.filter((f) => f.town.code === code))
    .filter((faults) => faults.length > limit)
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_EACH)
    .flatMap((faults) => {
      const [sample] = faults
      // The rule is broken from the moment the town lost one terminal too many.
      const since = faults[limit]?.start ?? sample?.start ?? 0
      if (!sample) return []
      const same = faults.every((f) => f.kind === sample.kind)
      return [
        {
          id: `hall-terminals-${sample.town.code}`,
          severity: 'minor' as const,
          domain: 'service-hall',
          metric: 'terminal_faults_town',
          subject: sample.town.code,
          place: sample.town,
          what: `自助终端 ${faults.length} 台${same ? WORDS[sample.kind] : '故障'}`,
          owner: `${sample.town.name}便民中心`,
          since: isoTime(since),
          due: isoTime(since + REPAIR),
          action: '通知',
        },
      ]
    })
}

function raised(metric: string, hall: DemoHall) {
  return { domain: 'service-hall', metric, place: hall.place }
}
