import { isSceneFault, type ListedScene } from '../../config/site'
import { isoTime, monthDay } from '../../lib/calendar'
import type { ServerTime } from '../../data/transport/server-time'
import { durationText, weekdayText } from '../../lib/format'
import { useNow, useScreen } from '../../panel/screen-context'
import { StateGlyph } from '../../ui/StateGlyph'
import { HealthLight } from './HealthLight'
import styles from './Header.module.css'
import { useWallStore } from './store'
import { useDuty } from '../use-duty'
import { words } from './words'

export interface HeaderProps {
  /** What is shown is made up, and says so in these words. */
  readonly demo: string | undefined
  readonly scenes: readonly ListedScene[]
  readonly scene: ListedScene
  /** The scene a link asked for, where this city has no such domain: `scene` stands in its place. */
  readonly missing: ListedScene | undefined
  readonly time: ServerTime
  readonly unknownRegion: string | null
  /** The wall is so wide that one clock would be metres away from half of it. */
  readonly wide: boolean
}

/** Who, where, which scene, how healthy the data is, and the one clock. */
export function Header({ demo, scenes, scene, missing, time, unknownRegion, wide }: HeaderProps) {
  const screen = useScreen()
  const { show } = useWallStore()
  const { config, city } = screen
  return (
    <header className={styles.header}>
      <div className={styles.brand}>
        <Logo />
        <h1 className={styles.title}>{config.title}</h1>
        <button
          type="button"
          className={styles.city}
          onClick={() => show('cities')}
          aria-label={words.city.now(city.name)}
        >
          {city.name}
        </button>
        {screen.region !== null && (
          <button
            type="button"
            className={styles.region}
            // Its name comes with the map.
            data-state={screen.map.map || screen.map.fault ? undefined : 'loading'}
            onClick={() => screen.selectRegion(null)}
          >
            {screen.regionName}
            <span aria-hidden="true">×</span>
            <span className="sr-only">{words.region.leave(city.tier)}</span>
          </button>
        )}
        {unknownRegion !== null && (
          <Told leave={() => screen.selectRegion(null)}>
            {words.region.unknown(unknownRegion, city.tier)}
          </Told>
        )}
        {missing && (
          <Told leave={() => screen.goToScene(scene.id)}>
            {words.noScene(city.short, missing.title, scene.title)}
          </Told>
        )}
      </div>
      <Tabs scenes={scenes} scene={scene} />
      <div className={styles.status}>
        {demo && (
          <span className={styles.demo}>
            <StateGlyph glyph="demo" />
            {demo}
          </span>
        )}
        {!demo && <Skew time={time} />}
        <HealthLight />
        <Duty />
      </div>
      <ClockFace />
      {wide && <ClockFace />}
    </header>
  )
}

/** Who is on duty now, and how long until the hand-over. */
function Duty() {
  const duty = useDuty()
  if (!duty) return null
  return (
    <span className={styles.two}>
      <span>
        {duty.shift} <i>{duty.chief}</i>
      </span>
      <span>{duty.until}</span>
    </span>
  )
}

/** What a link asked for and is not here: said once, and a press leaves it out of the link. */
function Told({ leave, children }: { readonly leave: () => void; readonly children: string }) {
  return (
    <span role="alert">
      <button type="button" className={styles.region} onClick={leave}>
        {children}
      </button>
    </span>
  )
}

function Tabs({ scenes, scene }: Pick<HeaderProps, 'scenes' | 'scene'>) {
  const { goToScene } = useScreen()
  const { show } = useWallStore()
  return (
    <nav className={styles.tabs} aria-label={words.scenes}>
      {scenes.map(({ id, title, file }) => (
        <button
          key={id}
          type="button"
          className={styles.tab}
          aria-current={id === scene.id ? 'page' : undefined}
          title={isSceneFault(file) ? file.title : undefined}
          data-fault={isSceneFault(file) || undefined}
          onClick={() => goToScene(id)}
        >
          {title}
        </button>
      ))}
      <button type="button" className="sr-only" data-legend onClick={() => show('keys')}>
        {words.keys}
      </button>
    </nav>
  )
}

/** A wall PC whose clock is wrong would call fresh data stale and stale data fresh: the server's time counts, and it says so. */
function Skew({ time }: { readonly time: ServerTime }) {
  useNow()
  if (!time.skewed()) return null
  const ms = time.offsetMs()
  return (
    <span className={styles.two} role="alert" data-clock-skew={Math.round(ms / 1000)}>
      <span>{ms < 0 ? words.skew.fast(durationText(ms)) : words.skew.slow(durationText(ms))}</span>
      <span>{words.skew.corrected}</span>
    </span>
  )
}

/** Seconds stand here and nowhere else. */
function ClockFace() {
  const now = useNow()
  const { clock } = useScreen()
  return (
    <time className={styles.clock} dateTime={isoTime(now)}>
      {clock.frozen && <span className={styles.still}>{words.still}</span>}
      <span className={styles.time}>{isoTime(now).slice(11, 19)}</span>
      <span className={styles.two}>
        <i>{monthDay(now)}</i>
        <span>{weekdayText(now)}</span>
      </span>
    </time>
  )
}

function Logo() {
  return (
    <svg className={styles.logo} viewBox="0 0 40 40" aria-hidden="true">
      <g fill="none" stroke="var(--brand)" strokeWidth="2.4" strokeLinejoin="round">
        <rect x="1.5" y="1.5" width="37" height="37" rx="7" />
        <path d="M6.5 20C12 11.5 28 11.5 33.5 20C28 28.5 12 28.5 6.5 20Z" />
      </g>
      <rect x="15.6" y="15.6" width="8.8" height="8.8" rx="1.4" fill="var(--brand)" />
    </svg>
  )
}
