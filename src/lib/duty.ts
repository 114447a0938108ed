import { DAY, dayNumber, MINUTE, startOfDay } from './calendar'

/** A shift of a roster: `from` and `to` are HH:mm; one that ends at or before it begins goes on past midnight. */
export interface Shift {
  readonly name: string
  readonly from: string
  readonly to: string
  /** They take turns day by day. */
  readonly chiefs: readonly string[]
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Who is on duty at a moment. */
export interface OnDuty {
  readonly shift: Shift
  readonly chief: string
  /** Of this shift, epoch ms; the end is the hand-over. */
  readonly begin: number
  readonly end: number
}

/** The shift that `now` (epoch ms) lies in, of today or still of yesterday; undefined where none does. */
export function onDuty(all: readonly Shift[], now: number): OnDuty | undefined {
  for (const day of [dayNumber(now), dayNumber(now) - 1])
    for (const shift of all) {
      const begin = startOfDay(day) + minutes(shift.from) * MINUTE
      const end = startOfDay(day) + minutes(shift.to) * MINUTE + (shift.to > shift.from ? 0 : DAY)
      const chief = shift.chiefs[day % shift.chiefs.length]
      if (begin <= now && now < end && chief !== undefined) return { shift, chief, begin, end }
    }
  return undefined
}
