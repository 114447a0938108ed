import { isoDate } from '../../lib/calendar'
import { unit } from '../../lib/random'
import type { HallCity } from './at-work'
import type { DemoHall } from './seed'
import { OPENS } from './roster'
import { dayVolume } from './volume'

/** Quarter hours from opening to closing. */
const QUARTERS = 32

export interface Arrival {
  readonly at: number
  readonly line: number
  readonly business: number
}

/** When people take a number and what for: the day's shape, with a rush in some lines on some days. */
export function arrivalsOf(demo: HallCity, hall: DemoHall, day: number, next: () => number): Arrival[] {
  const cells: { slot: number; line: number; business: number; upTo: number }[] = []
  let sum = 0
  demo.lines.forEach(({ businesses }, line) => {
    if ((hall.counters[line] ?? 0) === 0) return
    const rush = rushOf(demo.seed, hall, day, line)
    businesses.forEach(({ weight }, business) => {
      for (let slot = 0; slot < QUARTERS; slot++) {
        sum += weight * (demo.slots[slot >> 1] ?? 0) * rush(9 + slot / 4)
        cells.push({ slot, line, business, upTo: sum })
      }
    })
  })
  const total = dayVolume(demo, hall, day)
  // Stratified draws: a habit of the town is steadier than pure chance, and one day stays comparable with another.
  return Array.from({ length: total }, (_, i) => {
    const cell = find(cells, ((i + next()) / total) * sum)
    const at = day + OPENS + Math.floor((cell.slot + next()) * 15 * 60) * 1000
    return { at, line: cell.line, business: cell.business }
  }).sort((a, b) => a.at - b.at)
}

function find<Cell extends { upTo: number }>(cells: readonly Cell[], draw: number): Cell {
  let low = 0
  let high = cells.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cells[middle]?.upTo ?? 0) > draw) high = middle
    else low = middle + 1
  }
  const cell = cells[low]
  if (!cell) throw new Error('no business')
  return cell
}

/**
 * A line's rush on this day (an agent brings a stack of files, a deadline falls due): a factor by hour, 1 when there is none.
 * A rush is a number of people, so a line with many counters feels it less.
 */
function rushOf(seed: string, hall: DemoHall, day: number, line: number): (hour: number) => number {
  const draw = (what: string) => unit('hall-rush', what, seed, hall.id, isoDate(day), line)
  const felt = Math.min(1, 5 / Math.max(1, hall.counters[line] ?? 0))
  const morning = draw('am') < 0.3 ? 1 + felt * (0.4 + 0.7 * draw('am-size')) : 1
  const afternoon = draw('pm') < 0.25 ? 1 + felt * (0.3 + 0.5 * draw('pm-size')) : 1
  const from = 9.3 + 0.5 * draw('am-from')
  const later = 14.2 + 0.8 * draw('pm-from')
  return (hour) => {
    if (hour >= from && hour < from + 1.2) return morning
    return hour >= later && hour < later + 1 ? afternoon : 1
  }
}
