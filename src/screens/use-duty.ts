import { MINUTE } from '../lib/calendar'
import { onDuty } from '../lib/duty'
import { durationText } from '../lib/format'
import { useAt, useScreen } from '../panel/screen-context'
import { words } from './wall/words'

/** What a screen says of who is on duty: the shift with its hours, whose it is, and the time to the hand-over. */
export interface DutyWords {
  readonly shift: string
  readonly chief: string
  readonly until: string
}

/** By the roster of the city; by the one line of the site where it has none; null where nobody is named. */
export function useDuty(): DutyWords | null {
  const { config, city } = useScreen()
  const minute = useAt((now) => Math.floor(now / MINUTE))
  if (!city.duty)
    return config.duty && { shift: words.chief, chief: config.duty.chief, until: config.duty.shift }
  const duty = onDuty(city.duty, minute * MINUTE)
  if (!duty) return null
  const { shift, chief, end } = duty
  return {
    shift: words.shift(shift.name, shift.from, shift.to),
    chief,
    until: words.handOver(durationText(end - minute * MINUTE)),
  }
}
