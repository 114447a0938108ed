import type { ExceptionItem } from '../../contract/exception'
import { DAY, dayStart, HOUR, isoDate, isoTime } from '../../lib/calendar'
import { hash32 } from '../../lib/random'
import type { WholeHotline } from '../../domains/hotline/contract'
import { LIMIT_DAYS, type SimOrder } from './orders'
import type { Scope } from './scope'
import type { HotlineDemo } from './seed'

const MAX_CLUSTERS = 6
/** A key item is closed every this many days and then watched for three months (BY-058). */
const KEY_ITEM_EVERY = 16
const WATCH_DAYS = 92

const dueAt = (o: SimOrder) => o.accepted + LIMIT_DAYS * DAY

/** As the summary names a place and topic, so that a list row and an exception speak of the same. */
const clusterKey = (demo: HotlineDemo, o: SimOrder) =>
  `${demo.towns[o.town]?.code}|${demo.categories[o.category]?.label}`

/** Department that owns the order: the category's, or the town's own office. */
export function deptOf(demo: HotlineDemo, o: SimOrder): string {
  const category = demo.categories[o.category]
  const town = demo.towns[o.town]
  return o.local && town ? `${town.name}镇街` : (category?.dept ?? '')
}

export function titleOf(demo: HotlineDemo, o: SimOrder): string {
  const titles = demo.categories[o.category]?.titles ?? []
  return titles[o.title % Math.max(1, titles.length)] ?? demo.categories[o.category]?.label ?? ''
}

type Row = WholeHotline['orders'][number]

/** Every order that has not been replied to, by time left. */
export function allRows({ demo, now, day }: Scope, open: readonly SimOrder[]): Row[] {
  const month = Array.from({ length: 30 }, (_, back) => day(back)).flat()
  const repeats = new Map<string, number>()
  for (const o of month)
    if (o.repeat && o.accepted <= now)
      repeats.set(clusterKey(demo, o), (repeats.get(clusterKey(demo, o)) ?? 0) + 1)
  return open
    .filter((o) => o.replied > now)
    .sort((a, b) => dueAt(a) - dueAt(b))
    .map((o): Row => {
      const town = demo.towns[o.town]
      return {
        orderNo: o.orderNo,
        title: titleOf(demo, o),
        category: demo.categories[o.category]?.label ?? '',
        dept: deptOf(demo, o),
        town: { code: town?.code ?? '', name: town?.name ?? '' },
        stage: now < o.dispatched ? 'dispatch' : now < o.signed ? 'sign' : 'process',
        acceptedAt: isoTime(o.accepted),
        dueAt: isoTime(dueAt(o)),
        repeats: o.repeat ? (repeats.get(clusterKey(demo, o)) ?? 1) : 0,
        supervised: now - o.accepted > 8 * DAY,
      }
    })
}

/** Places and topics that come back: repeated orders of the last 30 days, grouped, most first. */
function clustersOf({ demo }: Scope, month: readonly SimOrder[]): WholeHotline['repeats']['clusters'] {
  const groups = new Map<string, { sample: SimOrder; count: number }>()
  for (const o of month) {
    if (!o.repeat) continue
    const group = groups.get(clusterKey(demo, o))
    if (group) group.count++
    else groups.set(clusterKey(demo, o), { sample: o, count: 1 })
  }
  return [...groups.entries()]
    .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_CLUSTERS)
    .map(([key, { sample, count }]) => {
      const town = demo.towns[sample.town]
      return {
        key,
        code: town?.code ?? '',
        town: town?.name ?? '',
        topic: demo.categories[sample.category]?.label ?? '',
        count,
      }
    })
}

/** The 重点交办 ledger: items closed at a steady pace, watched three months, then struck off (销账). */
export function keyItemsAt(city: string, demo: HotlineDemo, now: number): WholeHotline['keyItems'] {
  if (demo.keyItems.length === 0) return []
  const latest = Math.floor(dayStart(now) / DAY / KEY_ITEM_EVERY)
  return Array.from({ length: 7 }, (_, i) => latest - i).map((n) => {
    const template = demo.keyItems[(n + hash32(city)) % demo.keyItems.length]
    const closed = n * KEY_ITEM_EVERY * DAY
    const until = closed + WATCH_DAYS * DAY
    return {
      title: template?.title ?? '',
      dept: template?.dept ?? '',
      closedOn: isoDate(closed),
      watchUntil: isoDate(until),
      state: until > now ? ('监控中' as const) : ('已销账' as const),
    }
  })
}

/** What needs a person now: every overdue order, and the worst place that keeps coming back. */
export function alarms(
  scope: Scope,
  open: readonly SimOrder[],
  limits: Readonly<Record<string, number>>,
): ExceptionItem[] {
  const { demo, now } = scope
  const overdue = open.filter((o) => o.replied > now && dueAt(o) < now).sort((a, b) => dueAt(a) - dueAt(b))
  const late = overdue.slice(0, 8).map((o, i): ExceptionItem => {
    const town = demo.towns[o.town]
    return {
      id: `hotline-overdue-${o.orderNo}`,
      severity: 'critical',
      domain: 'hotline',
      metric: 'hotline_overdue_open',
      subject: o.orderNo,
      place: town ? { code: town.code, name: town.name } : null,
      what: `${titleOf(demo, o)}超期`,
      owner: deptOf(demo, o),
      since: isoTime(o.accepted),
      due: isoTime(dueAt(o)),
      action: i % 2 === 0 ? '督办' : '连线',
    }
  })
  return [...late, ...repeatAlarm(scope, limits)]
}

function repeatAlarm(scope: Scope, limits: Readonly<Record<string, number>>): ExceptionItem[] {
  const { now, day } = scope
  const month = Array.from({ length: 30 }, (_, back) => day(back))
    .flat()
    .filter((o) => o.accepted <= now)
  const [worst] = clustersOf(scope, month)
  if (!worst || worst.count < (limits.hotline_repeat_cluster ?? Infinity)) return []
  return [
    {
      id: `hotline-repeat-${worst.key}`,
      severity: 'major',
      domain: 'hotline',
      metric: 'hotline_repeat_rate',
      subject: worst.key,
      place: { code: worst.code, name: worst.town },
      what: `${worst.topic} 30 日重复 ${worst.count} 件`,
      owner: `${worst.town}镇街`,
      since: isoTime(dayStart(now)),
      // The office answers for a repeated place by the end of its day.
      due: isoTime(dayStart(now) + (now - dayStart(now) < 17.5 * HOUR ? 17.5 * HOUR : 41.5 * HOUR)),
      action: '研判',
    },
  ]
}
