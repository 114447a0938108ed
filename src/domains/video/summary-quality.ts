import { DAY, dayStart, HOUR } from '../../lib/calendar'
import type { Quality, VideoOperation } from './contract'
import { CUT_OFF, NO_RECORDING } from './codes'
import { count, isTold, valueIn, type Cameras, type Outages, type Seen } from './summary-seen'
import { spellsOf } from './summary-spells'
import { rateOf } from './summary-stock'
import { words } from './summary-words'

/** The picture of every channel is judged once a day. */
const INSPECTION = 6 * HOUR
/** A channel of GB/T 28181 has a number of 20 digits. */
const NUMBER = /^\d{20}$/

/** Rates that are judged once a day, each with what fails it, as far as the records tell them. */
export function qualityOf(seen: Seen): Pick<VideoOperation, 'quality'> {
  const { cameras } = seen
  if (!cameras) return {}
  const quality = [intactOf(seen), labelledOf(seen, cameras), recordedOf(seen)].flatMap((one) => one ?? [])
  return quality.length === 0 ? {} : { quality }
}

interface Judged {
  readonly metric: string
  readonly whole: number
  readonly failing: number
  readonly unit: string
  readonly period: string
}

const rateRow = ({ metric, whole, failing, unit, period }: Judged): Quality => ({
  metric,
  rate: { value: rateOf(whole, failing), unit: '%', period },
  failing: { value: whole === 0 ? null : failing, unit, period },
})

/** Whether any outage of the city, over or not, is of a type for which `test` holds: a city that never tells one cannot be said to have none. */
function isKnownType(outages: Outages, test: (type: string) => boolean): boolean {
  const { values } = outages.code('type')
  return values.some((type) => type !== null && test(type))
}

const spoilsPicture = (type: string) => type !== CUT_OFF && type !== NO_RECORDING

/** Channels that were online with a good picture at the last inspection. */
function intactOf({ outages, begun, cuts, cameraOf, rows, reach, now }: Seen): Quality | undefined {
  const today = dayStart(now) + INSPECTION
  const at = now >= today ? today : today - DAY
  if (!outages || !cuts || reach > at || !isKnownType(outages, spoilsPicture)) return undefined
  const [started, ended, type] = [outages.time('startedAt'), outages.time('endedAt'), outages.code('type')]
  const poor = new Set<number>()
  for (const row of begun) {
    const camera = cameraOf[row] ?? -1
    const stood = (started[row] ?? now) <= at && !((ended[row] ?? Number.NaN) <= at)
    if (stood && camera >= 0 && valueIn(type, row) !== NO_RECORDING) poor.add(camera)
  }
  const period = words.inspected(now >= today)
  return rateRow({
    metric: 'video_intact_rate',
    whole: rows.length,
    failing: poor.size,
    unit: words.channels,
    period,
  })
}

/** Channels whose number, department and coordinates are in order: as the city says, otherwise as the register looks. */
function labelledOf({ rows }: Seen, cameras: Cameras): Quality | undefined {
  const row = (whole: number, failing: number) =>
    rateRow({ metric: 'video_label_rate', whole, failing, unit: words.channels, period: words.now })
  const flags = cameras.flag('labelled')
  if (isTold(flags, cameras.size))
    return row(
      count(rows, (at) => (flags[at] ?? 0) > 0),
      count(rows, (at) => flags[at] === 1),
    )
  const [lng, lat] = [cameras.number('lng'), cameras.number('lat')]
  if (!isTold(lng, cameras.size)) return undefined
  const [ids, source] = [cameras.text('id'), cameras.code('source')]
  const isPlaced = (at: number) =>
    !Number.isNaN(lng[at] ?? Number.NaN) && !Number.isNaN(lat[at] ?? Number.NaN)
  const isRight = (at: number) => NUMBER.test(ids[at] ?? '') && valueIn(source, at) !== null && isPlaced(at)
  return row(
    rows.length,
    count(rows, (at) => !isRight(at)),
  )
}

/** Hours of recording that yesterday is short of: no line or no storage means no recording. */
function recordedOf({ outages, begun, cuts, cameraOf, rows, reach, now }: Seen): Quality | undefined {
  const [from, to] = [dayStart(now) - DAY, dayStart(now)]
  if (!outages || !cuts || reach > from || !isKnownType(outages, (type) => type === NO_RECORDING))
    return undefined
  const type = outages.code('type')
  const without = begun.filter((row) => {
    const what = valueIn(type, row)
    return (cameraOf[row] ?? -1) >= 0 && (what === CUT_OFF || what === NO_RECORDING)
  })
  const spells = spellsOf(outages, without, now)
  let lost = 0
  for (let i = 0; i < spells.from.length; i++)
    lost += Math.max(0, Math.min(spells.to[i] ?? 0, to) - Math.max(spells.from[i] ?? 0, from))
  return rateRow({
    metric: 'video_record_rate',
    whole: rows.length * 24,
    failing: Math.round(lost / HOUR),
    unit: words.channelHours,
    period: words.lastDay,
  })
}
