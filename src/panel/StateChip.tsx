import type { ReactNode } from 'react'
import type { CityDocument } from '../contract/document'
import { ageOf } from '../contract/freshness'
import { clockText, DAY, HOUR, monthDay } from '../lib/calendar'
import { durationText } from '../lib/format'
import { StateGlyph, type Glyph } from '../ui/StateGlyph'
import styles from './PanelFrame.module.css'
import type { PanelState } from './panel-state'
import { useNow } from './screen-context'
import type { PlaceWords } from './region-words'
import { words } from './words'

export interface StateChipProps {
  readonly state: PanelState
  readonly document: CityDocument | undefined
  readonly failures: number
  /** The day that daily data covers, where it says so. */
  readonly day?: string | undefined
  /** Said in front where the data is of another place than the one chosen. */
  readonly place?: PlaceWords | null
}

/** Source mode × freshness: glyph, word and data time, in neutral colours. */
export function StateChip({ state, document, failures, day, place }: StateChipProps) {
  const now = useNow()
  const simulated = document?.source.simulated === true && state !== 'failed'
  const word = chipText(state, document, now, failures, day)
  const daily = document !== undefined && isDaily(document)
  // What says when it was renewed stands apart from what says that it is simulated.
  const apart = state === 'late' || state === 'stale' || daily || state === 'empty'
  // Kinds of rows of which more were left out than the site puts up with.
  const dirty = document?.rows?.filter((rows) => rows.dirty) ?? []
  return (
    <span className={styles.chips}>
      {place && <PlaceChip place={place} />}
      {simulated && <Chip glyph="demo">{apart ? words.state.demo : words.chip.since('demo', word)}</Chip>}
      {(!simulated || apart) && (
        <Chip glyph={daily && (state === 'live' || state === 'demo') ? 'snapshot' : state}>{word}</Chip>
      )}
      {dirty.length > 0 && (
        <Chip>
          {words.chip.quality(Math.floor(Math.min(...dirty.map(({ read, used }) => (100 * used) / read))))}
        </Chip>
      )}
      {state === 'failed' && document && <LastChip document={document} now={now} day={day} />}
    </span>
  )
}

export const Chip = ({ glyph, children }: { readonly glyph?: Glyph; readonly children: ReactNode }) => (
  <span className={styles.chip}>
    {glyph && <StateGlyph glyph={glyph} />}
    <span>{children}</span>
  </span>
)

/** `全区数据`; where there is little room its last two characters go first. */
function PlaceChip({ place: [whole, rest] }: { readonly place: PlaceWords }) {
  return (
    <span className={`${styles.chip} ${styles.place}`}>
      {whole}
      <span className={styles.rest}>{rest}</span>
    </span>
  )
}

/** The last good data behind a failure: its time and how long ago that was. Where there is little room the time goes first. */
function LastChip({
  document,
  now,
  day,
}: {
  readonly document: CityDocument
  readonly now: number
  readonly day: string | undefined
}) {
  const at = Date.parse(document.asOf)
  const age = ageOf(document, now)
  return (
    <Chip>
      {isDaily(document) ? (
        dailyText(at, day)
      ) : (
        <>
          <span className={styles.rest}>
            {words.chip.at(`${age < DAY ? '' : `${monthDay(at)} `}${clockText(at)}`)}
          </span>
          {words.chip.ago(durationText(age))}
        </>
      )}
    </Chip>
  )
}

const isDaily = ({ source }: CityDocument) => source.cadenceSeconds * 1000 >= DAY / 4
const dailyText = (at: number, day: string | undefined) =>
  words.chip.daily(monthDay(day === undefined ? at - 12 * HOUR : Date.parse(day)))

/** What the age of the data says, where there is data; otherwise why there is none. */
export function chipText(
  state: PanelState,
  document: CityDocument | undefined,
  now: number,
  failures: number,
  day?: string,
): string {
  if (state === 'failed') return words.chip.failed(failures)
  // not-built, not-connected, no-permission
  if (!document || state.startsWith('no')) return words.state[state]
  const at = Date.parse(document.asOf)
  const [time, age] = [clockText(at), durationText(ageOf(document, now))]
  if (state === 'stale') return words.chip.since(state, age)
  if (state === 'late') return words.chip.late(time, age)
  if (isDaily(document)) return dailyText(at, day)
  // Simulated data is not live, whatever brings it.
  const isSaid = state === 'empty' || (state === 'live' && !document.source.simulated)
  return isSaid ? words.chip.since(state, time) : time
}
