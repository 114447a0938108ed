import { DAY, dayStart, HOUR, hourOfDay, isoTime } from '../../lib/calendar'
import { apportion, unit } from '../../lib/random'
import type { VideoDemo } from './seed'

type Shift = VideoDemo['shifts'][number]
type Plan = VideoDemo['plans'][number]

/** How far the shift has got with its 轮巡 plans. A plan is viewed in rounds spread over the shift, so coverage only grows. */
export function patrolRows(demo: VideoDemo, now: number): readonly object[] {
  const { shift, from, to } = shiftAt(demo, now)
  return demo.plans.map((plan) => ({
    planNo: plan.key,
    name: plan.name,
    shift: shift.name,
    startsAt: isoTime(from),
    endsAt: isoTime(to),
    channels: plan.channels,
    dwellSeconds: plan.dwellSeconds,
    ...seenOf(demo, plan, from, to, now),
  }))
}

function shiftAt(demo: VideoDemo, now: number): { shift: Shift; from: number; to: number } {
  const hour = hourOfDay(now)
  const inside = (s: Shift) => (s.from < s.to ? hour >= s.from && hour < s.to : hour >= s.from || hour < s.to)
  const shift = demo.shifts.find(inside) ?? { name: '全天', from: 0, to: 0 }
  const today = dayStart(now) + shift.from * HOUR
  const from = today > now ? today - DAY : today
  const hours = (shift.to - shift.from + 24) % 24 || 24
  return { shift, from, to: from + hours * HOUR }
}

function seenOf(demo: VideoDemo, plan: Plan, from: number, to: number, now: number) {
  const draw = (...parts: (string | number)[]) => unit('video-patrol', demo.seed, plan.key, from, ...parts)
  // Channels that give no picture when their turn comes stay unseen.
  const reachable = plan.channels - Math.floor(plan.channels * 0.03 * draw('unseen'))
  const rounds = apportion(
    reachable,
    Array.from({ length: plan.rounds }, (_, i) => 0.8 + 0.4 * draw('size', i)),
  )
  const every = (to - from) / plan.rounds
  const step = plan.dwellSeconds * 1000
  let viewed = 0
  let running = false
  rounds.forEach((channels, i) => {
    const start = from + every * (i + 0.05 + 0.45 * draw('start', i))
    if (now < start) return
    const seen = (Math.floor((now - start) / step) + 1) * plan.cells
    viewed += Math.min(channels, seen)
    if (seen < channels) running = true
  })
  return { viewed, running }
}
