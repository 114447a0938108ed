import { DAY, dayStart, HOUR, isoTime, monthDay } from '../../lib/calendar'
import type { HotlineDocument, WholeHotline } from '../../domains/hotline/contract'
import { STAGES } from '../../domains/hotline/codes'
import type { Moment, Seed } from '../kit/seed'
import { alarms, clustersOf, keyItemsAt, orderRows } from './lists'
import { openIn, recentIn, scopeOf, type Scope } from './scope'
import type { HotlineDemo } from './seed'
import { dayBefore, dayTotal, dayWeight, hoursOf, LIMIT_DAYS, type SimOrder } from './orders'
import { sameDayText } from '../kit/same-day'

const STAGE_LIMITS = {
  dispatch: 120,
  sign: 120,
  process: LIMIT_DAYS * 24 * 60,
  callback: 3 * 24 * 60,
} as const

/** The hotline as it stands at `moment`: every figure is a count over the same orders, so everything adds up. Pure. */
export function simulate({ document, demo }: HotlineSeed, moment: Moment): HotlineDocument {
  if (!demo) return document
  const scope = scopeOf(document.city, demo, moment)
  const recent = recentIn(scope)
  const open = openIn(scope, recent)
  return {
    ...document,
    region: moment.region ?? document.region,
    asOf: isoTime(moment.now),
    operation: operationAt(scope, open, recent),
    exceptions: alarms(scope, open, moment.limits),
  }
}

export type HotlineSeed = Seed<HotlineDocument, HotlineDemo>

const dueAt = (o: SimOrder) => o.accepted + LIMIT_DAYS * DAY
const isOverdue = (o: SimOrder, at: number) => dueAt(o) < at && o.replied > at
const isDueSoon = (o: SimOrder, at: number) =>
  !isOverdue(o, at) && o.replied > at && dueAt(o) - at < DAY && dueAt(o) >= at

function stageOf(o: SimOrder, now: number): 'dispatch' | 'sign' | 'process' | 'callback' {
  if (now < o.dispatched) return 'dispatch'
  if (now < o.signed) return 'sign'
  return now < o.replied ? 'process' : 'callback'
}

function operationAt(scope: Scope, open: readonly SimOrder[], recent: readonly SimOrder[]): WholeHotline {
  const { demo, now, day, city } = scope
  const today = day(0).filter((o) => o.accepted <= now)
  const lastWeek = day(7).filter((o) => o.accepted <= now - 7 * DAY)
  const yesterday = now - DAY
  const openYesterday = recent.filter((o) => o.accepted <= yesterday && o.closed > yesterday)
  const closedOn = (at: number) => recent.filter((o) => o.closed > dayStart(at) && o.closed <= at).length
  const sameDay = sameDayText(now)
  const dispatched = today.filter((o) => o.dispatched > o.accepted && o.dispatched <= now)
  const auto = dispatched.filter((o) => o.auto).length
  const returned = recent.filter((o) => o.misdispatched && o.signed <= now && o.signed > now - DAY).length
  const dispatchedDay = recent.filter(
    (o) => o.dispatched > o.accepted && o.dispatched <= now && o.dispatched > now - DAY,
  ).length
  const complaints = today.filter((o) => o.complaint).length
  const count = (list: readonly SimOrder[], test: (o: SimOrder, at: number) => boolean, at: number) =>
    list.filter((o) => test(o, at)).length
  return {
    received: measure(today.length, '件', '今日 0 时至今', { label: sameDay, value: lastWeek.length }),
    open: measure(open.length, '件', '此刻', { label: '昨', value: openYesterday.length }),
    overdue: measure(count(open, isOverdue, now), '件', '此刻', {
      label: '昨',
      value: count(openYesterday, isOverdue, yesterday),
    }),
    dueSoon: measure(count(open, isDueSoon, now), '件', '24 小时内', {
      label: '昨',
      value: count(openYesterday, isDueSoon, yesterday),
    }),
    closed: measure(closedOn(now), '件', '今日 0 时至今', { label: sameDay, value: closedOn(now - 7 * DAY) }),
    complaintShare: percent(complaints, today.length, '今日'),
    returns: { count: returned, rate: percent(returned, dispatchedDay, '近 24 小时') },
    extensions: open.filter((o) => o.extended).length,
    reworks: open.filter((o) => o.repeat && stageOf(o, now) === 'process').length,
    stages: stagesAt(open, now),
    intake: intakeAt(scope, today),
    ageing: ageingAt(open, now),
    limitDays: LIMIT_DAYS,
    p90Days: p90(recent, now),
    categories: categoriesAt(demo, today, lastWeek),
    towns: townsAt(scope, today),
    repeats: repeatsAt(scope),
    dispatch: {
      auto,
      manual: dispatched.length - auto,
      share: percent(auto, dispatched.length, '今日'),
      accuracy: accuracyOn(scope, 0),
      days: Array.from({ length: 9 }, (_, i) => ({
        label: monthDay(dayBefore(now, 9 - i)),
        accuracy: accuracyOn(scope, 9 - i).value ?? 0,
      })),
    },
    supervised: {
      open: open.filter((o) => now - o.accepted > 8 * DAY).length,
      overdue: count(open, isOverdue, now),
    },
    keyItems: keyItemsAt(city, demo, now),
    orders: orderRows(scope, open),
  }
}

function measure(value: number, unit: string, period: string, compare?: { label: string; value: number }) {
  return { value, unit, period, ...(compare ? { compare } : {}) }
}

function percent(part: number, whole: number, period: string) {
  return { value: whole === 0 ? null : Math.round((part / whole) * 1000) / 10, unit: '%' as const, period }
}

function stagesAt(open: readonly SimOrder[], now: number): WholeHotline['stages'] {
  const entered = {
    dispatch: 'accepted',
    sign: 'dispatched',
    process: 'signed',
    callback: 'replied',
  } as const
  return STAGES.map((key) => {
    const rows = open.filter((o) => stageOf(o, now) === key)
    const stays = rows.map((o) => (now - o[entered[key]]) / 60_000).sort((a, b) => a - b)
    return {
      key,
      count: rows.length,
      overdue: key === 'process' ? rows.filter((o) => isOverdue(o, now)).length : 0,
      medianMinutes: stays.length === 0 ? null : Math.round(stays[Math.floor(stays.length / 2)] ?? 0),
      limitMinutes: STAGE_LIMITS[key],
    }
  })
}

/** Usual range of a Poisson count: P10 to P90 around its mean. */
function usual(mean: number): { low: number; high: number } {
  const spread = 1.28 * Math.sqrt(mean + 0.02 * mean * mean)
  return { low: Math.max(0, Math.floor(mean - spread)), high: Math.ceil(mean + spread) }
}

function weightOf(demo: HotlineDemo, inScope: (code: string) => boolean) {
  const total = demo.towns.reduce((n, t) => n + t.weight, 0)
  return demo.towns.filter((t) => inScope(t.code)).reduce((n, t) => n + t.weight, 0) / total
}

/** Mean orders of a day like today, before chance. */
function meanDay({ city, demo, now }: Scope): number {
  const week = [7, 14, 21, 28].map((back) => dayBefore(now, back))
  const level = week.reduce((n, d) => n + dayTotal(city, demo, d) / dayWeight(d), 0) / week.length
  return level * dayWeight(dayStart(now))
}

function intakeAt(scope: Scope, today: readonly SimOrder[]): WholeHotline['intake'] {
  const { demo, now, inScope } = scope
  const hours = hoursOf(demo, dayStart(now))
  const total = hours.reduce((a, b) => a + b, 0)
  const codes = new Set(demo.towns.filter((_, i) => inScope[i] === true).map((t) => t.code))
  const mean = meanDay(scope) * weightOf(demo, (code) => codes.has(code))
  const bands = hours.map((h) => usual((mean * h) / total))
  const counts = Array.from({ length: 24 }, () => 0)
  for (const o of today) {
    const hour = Math.floor((o.accepted - dayStart(now)) / HOUR)
    counts[hour] = (counts[hour] ?? 0) + 1
  }
  const hour = Math.floor((now - dayStart(now)) / HOUR)
  return {
    startHour: 0,
    stepMinutes: 60,
    now: counts.map((n, h) => (h <= hour ? n : null)),
    low: bands.map((b) => b.low),
    high: bands.map((b) => b.high),
  }
}

function ageingAt(open: readonly SimOrder[], now: number): WholeHotline['ageing'] {
  const rows = Array.from({ length: LIMIT_DAYS + 1 }, (_, days) => ({ days, count: 0 }))
  for (const o of open) {
    const late = isOverdue(o, now)
    const row = rows[late ? LIMIT_DAYS : Math.min(LIMIT_DAYS - 1, Math.floor((now - o.accepted) / DAY))]
    if (row) row.count++
  }
  return rows
}

function p90(recent: readonly SimOrder[], now: number): WholeHotline['p90Days'] {
  const spans = recent
    .filter((o) => o.dispatched > o.accepted && o.closed <= now)
    .map((o) => (o.closed - o.accepted) / DAY)
    .sort((a, b) => a - b)
  const value = spans[Math.floor(spans.length * 0.9)]
  return {
    value: value === undefined ? null : Math.round(value * 10) / 10,
    unit: '天',
    period: '近 12 日办结',
  }
}

function categoriesAt(
  demo: HotlineDemo,
  today: readonly SimOrder[],
  lastWeek: readonly SimOrder[],
): WholeHotline['categories'] {
  const rows = demo.categories.map(({ key, label }, i) => {
    const count = today.filter((o) => o.category === i).length
    const before = lastWeek.filter((o) => o.category === i).length
    return {
      key,
      label,
      count,
      lastWeek: before,
      outlier: count >= 8 && count > before + 2.6 * Math.sqrt(before + 2),
    }
  })
  const last = (key: string) => (key === 'other' ? 1 : 0)
  return rows.sort((a, b) => last(a.key) - last(b.key) || b.count - a.count)
}

function townsAt(scope: Scope, today: readonly SimOrder[]): WholeHotline['towns'] {
  const { demo, now, inScope } = scope
  const hours = hoursOf(demo, dayStart(now))
  const hour = (now - dayStart(now)) / HOUR
  const passed =
    hours.reduce((n, h, i) => n + h * Math.min(1, Math.max(0, hour - i)), 0) /
    hours.reduce((a, b) => a + b, 0)
  const total = demo.towns.reduce((n, t) => n + t.weight, 0)
  const counts = demo.towns.map(() => 0)
  for (const o of today) counts[o.town] = (counts[o.town] ?? 0) + 1
  const mean = meanDay(scope) * passed
  return demo.towns.flatMap((town, i) =>
    inScope[i] === true
      ? [{ code: town.code, name: town.name, count: counts[i] ?? 0, ...usual((mean * town.weight) / total) }]
      : [],
  )
}

function repeatsAt(scope: Scope): WholeHotline['repeats'] {
  const { day, now } = scope
  const week = (back: number) => {
    const orders = Array.from({ length: 7 }, (_, i) => day(back * 7 + i))
      .flat()
      .filter((o) => o.accepted <= now)
    const repeats = orders.filter((o) => o.repeat).length
    return orders.length === 0 ? 0 : Math.round((repeats / orders.length) * 1000) / 10
  }
  const weeks = [3, 2, 1, 0].map((back) => ({
    label: back === 0 ? '近 7 日' : `前 ${back} 周`,
    rate: week(back),
  }))
  const month = Array.from({ length: 30 }, (_, back) => day(back))
    .flat()
    .filter((o) => o.accepted <= now)
  const repeats = month.filter((o) => o.repeat).length
  return { rate: percent(repeats, month.length, '近 30 日'), weeks, clusters: clustersOf(scope, month) }
}

function accuracyOn({ day, now }: Scope, back: number) {
  const orders = day(back).filter((o) => o.auto && o.dispatched <= now)
  const right = orders.filter((o) => !o.misdispatched).length
  return percent(right, orders.length, back === 0 ? '今日' : '当日')
}
