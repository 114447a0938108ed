import { DAY, dayStart, isoDate } from '../../../lib/calendar'

/** 最近入库 where the source does not say which day it covers; 昨日入库 once yesterday is loaded; before six in the morning the latest load is older and is named by its date. */
export function latestLabel(now: number, loadedDay: string | undefined): string {
  if (loadedDay === undefined) return '最近入库'
  return loadedDay === isoDate(dayStart(now) - DAY) ? '昨日入库' : `${loadedDay.slice(5)} 入库`
}
