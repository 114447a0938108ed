import { DAY, dayStart, isoDate } from '../../lib/calendar'

/** 昨日入库 once yesterday is loaded; before six in the morning the latest load is older and is named by its date. */
export function latestLabel(now: number, loadedDay: string): string {
  return loadedDay === isoDate(dayStart(now) - DAY) ? '昨日入库' : `${loadedDay.slice(5)} 入库`
}
