import { DAY, dayStart, isoDate, isoTime } from '../../lib/calendar'
import { hash32 } from '../../lib/random'
import { officeOf } from '../../contract/records/office'
import type { WholeHotline } from '../../domains/hotline/contract'
import { mistakeOf } from './reasons'
import { LIMIT_DAYS, type SimOrder } from './orders'
import type { Scope } from './scope'
import type { HotlineCity } from './at-work'

/** A key item is closed every this many days and then watched for three months (BY-058). */
const KEY_ITEM_EVERY = 16
const WATCH_DAYS = 92

const dueAt = (o: SimOrder) => o.accepted + LIMIT_DAYS * DAY

/** A place and topic. */
const clusterKey = (demo: HotlineCity, o: SimOrder) =>
  `${demo.towns[o.town]?.code}|${demo.categories[o.category]?.label}`

/** Department that owns the order at `now`: the category's, or the town's own office; until it is passed on, whom it was sent to by mistake. */
export function deptOf(demo: HotlineCity, o: SimOrder, now: number): string {
  if (o.misdispatched && now < o.reassigned) return mistakeOf(demo, o).dept
  const category = demo.categories[o.category]
  const town = demo.towns[o.town]
  return o.local && town ? officeOf(town) : (category?.dept ?? '')
}

export function titleOf(demo: HotlineCity, o: SimOrder): string {
  const titles = demo.categories[o.category]?.titles ?? []
  return titles[o.title % Math.max(1, titles.length)] ?? demo.categories[o.category]?.label ?? ''
}

type Row = WholeHotline['orders'][number]

/** What was sent back stands with the hotline until it is passed on. */
const stageOf = ({ dispatched, returned, reassigned, signed }: SimOrder, now: number) =>
  now < dispatched || (returned <= now && now < reassigned) ? 'dispatch' : now < signed ? 'sign' : 'process'

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
        dept: deptOf(demo, o, now),
        town: { code: town?.code ?? '', name: town?.name ?? '' },
        stage: stageOf(o, now),
        acceptedAt: isoTime(o.accepted),
        dueAt: isoTime(dueAt(o)),
        repeats: o.repeat ? (repeats.get(clusterKey(demo, o)) ?? 1) : 0,
        supervised: now - o.accepted > 8 * DAY,
      }
    })
}

/** The 重点交办 ledger: items closed at a steady pace, watched three months, then struck off (销账). */
export function keyItemsAt(city: string, demo: HotlineCity, now: number): WholeHotline['keyItems'] {
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
