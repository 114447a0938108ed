import { useEffect, useState } from 'react'
import type { Site } from '../../config/site'
import type { FeedOptions } from '../../data/feed'
import type { ReaderThread } from '../../data/reader-thread'
import type { ServerTime } from '../../data/transport/server-time'
import { clockText, DAY, dayStart, isoDate, MINUTE, monthDay } from '../../lib/calendar'
import type { Replay } from '../../lib/clock'
import { weekdayText } from '../../lib/format'
import { useAt, useScreen } from '../../panel/screen-context'
import { StateGlyph } from '../../ui/StateGlyph'
import type { Commands, Shown } from '../commands'
import styles from './ClockStrip.module.css'
import { lookThrough, type DayEvent, type DaySource } from './day-events'
import { DayScrubber } from './DayScrubber'
import { words } from './strip-words'

export interface ClockStripProps {
  readonly site: Site
  readonly mode: { readonly time: ServerTime }
  readonly day: Replay<FeedOptions['fetch']>
  readonly startThread: () => ReaderThread
  readonly shown: Shown
  readonly commands: Pick<Commands, 'setClock'>
}

const SPEEDS = [1, 60] as const

/** How fast a demo runs unless its link says so. */
const USUAL = 60

/**
 * The clock of a demo, for all to see: which day is replayed, where in it the wall is, what happens in it, how fast it goes. Every
 * change goes through the link, so that a step back undoes it and the link can be sent on.
 */
export function ClockStrip({ site, mode, day, startThread, shown, commands }: ClockStripProps) {
  const clock = useAt((ms) => Math.floor(ms / MINUTE) * MINUTE)
  // The wall goes there when what it is reading has come; whoever moved it sees at once that it will.
  const [going, goesTo] = useState<{ readonly from: number; readonly to: number } | null>(null)
  const now = going?.from === clock ? going.to : clock
  const { view } = shown
  const real = view.clock === 'real'
  const speed = real ? 1 : (view.speed ?? USUAL)
  const date = isoDate(now)
  const { events, done } = useDayEvents(date, { site, asking: day.asking, startThread, time: mode.time })
  const goTo = (at: number) => {
    goesTo({ from: clock, to: at })
    commands.setClock({ date: isoDate(at), at: clockText(at), speed: String(speed), clock: null })
  }
  // One that has just gone by is not gone back to: a second press reaches the one before it.
  const before = events.findLast(({ at }) => at < now - Math.min(speed, 10) * MINUTE)
  const after = events.find(({ at }) => at > now)
  return (
    <section className={styles.strip} aria-label={words.title} data-clock-strip data-events={done}>
      <span className={styles.title}>
        <StateGlyph glyph="demo" />
        <span className={styles.wide}>{words.title}</span>
      </span>
      <span className={styles.day}>
        <Step label={words.dayBefore} sign="‹" onClick={() => goTo(now - DAY)} />
        <span>
          {monthDay(now)} {weekdayText(now)}
        </span>
        <Step label={words.dayAfter} sign="›" onClick={() => goTo(now + DAY)} />
        <b className={styles.time}>{clockText(now)}</b>
      </span>
      <DayScrubber now={now} start={dayStart(now)} events={events} onMove={goTo} />
      <span className={styles.keys}>
        <EventKey to={before} sign="◀" label={words.before} onGo={goTo} />
        <EventKey to={after} sign="▶" label={words.after} onGo={goTo} />
        {SPEEDS.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.key}
            aria-pressed={!real && speed === each}
            onClick={() => commands.setClock({ speed: String(each), clock: null })}
          >
            {words.speed(each)}
          </button>
        ))}
        <button
          type="button"
          className={styles.key}
          aria-pressed={real}
          onClick={() =>
            commands.setClock({ clock: real ? null : 'real', date: null, at: null, speed: null })
          }
        >
          <span className={styles.long}>{words.real}</span>
          <span className={styles.short} aria-hidden="true">
            {words.realShort}
          </span>
        </button>
      </span>
    </section>
  )
}

function Step({ label, sign, onClick }: { label: string; sign: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.step} aria-label={label} onClick={onClick}>
      {sign}
    </button>
  )
}

interface EventKeyProps {
  readonly to: DayEvent | undefined
  readonly sign: string
  readonly label: string
  readonly onGo: (at: number) => void
}

/** To the moment at which something came to need a person; says what it was. */
function EventKey({ to, sign, label, onGo }: EventKeyProps) {
  return (
    <button
      type="button"
      className={styles.key}
      disabled={!to}
      title={to && words.event(clockText(to.at), to.place?.name ?? '', to.what)}
      onClick={() => to && onGo(to.at)}
    >
      <span aria-hidden="true">{sign}</span>
      <span className={styles.wide}>{label}</span>
    </button>
  )
}

/** Days that have been looked through, by city and date: a demo comes back to them. */
const known = new Map<string, readonly DayEvent[]>()

/** Seconds for which the picture has stood: it comes first. */
const AFTER_S = 4

/** What happens in the course of `date`, as far as it is known. */
function useDayEvents(date: string, source: DaySource) {
  const { city } = useScreen()
  const key = `${city.id} ${date}`
  const [events, setEvents] = useState<{ key: string; list: readonly DayEvent[] }>({ key, list: [] })
  const [from] = useState(source)
  useEffect(() => {
    if (known.has(key)) return undefined
    const over = new AbortController()
    let stood = 0
    const timer = setInterval(() => {
      if (document.documentElement.dataset['ready'] !== 'true' || ++stood !== AFTER_S) return
      const found = (list: readonly DayEvent[]) => {
        if (!over.signal.aborted) setEvents({ key, list })
      }
      void lookThrough(date, from, found, over.signal).then(() => {
        if (over.signal.aborted) return
        setEvents((last) => {
          known.set(key, last.list)
          return { ...last }
        })
      })
    }, 1000)
    return () => {
      clearInterval(timer)
      over.abort()
    }
  }, [key, date, from])
  const list = known.get(key) ?? (events.key === key ? events.list : [])
  return { events: list, done: known.has(key) }
}
