import { isoTime, monthDay } from '../../lib/calendar'
import { weekdayText } from '../../lib/format'
import type { FieldProblem } from '../../config/view'
import { studied } from '../../domains/registry-studies'
import type { PanelState } from '../../panel/panel-state'
import { useNow, useScreen } from '../../panel/screen-context'
import { StateGlyph } from '../../ui/StateGlyph'
import type { Commands } from '../commands'
import { useDuty } from '../use-duty'
import { useHealth } from '../use-health'
import controls from '../../ui/controls.module.css'
import styles from './Desk.module.css'
import { words } from './words'

interface HeadProps {
  /** What is shown is made up, and says so in these words. */
  readonly demo: string | undefined
  readonly problems: readonly FieldProblem[]
  /** Of the town that the list is of; null of the whole city. */
  readonly regionName: string | null
  readonly commands: Commands
}

/** Where, who is on duty, whether it is a demo, and the one clock. */
export function Head({ demo, problems, regionName, commands }: HeadProps) {
  const { city, domains, selectRegion, open } = useScreen()
  const now = useNow()
  const duty = useDuty()
  const studies = useStudied()
  return (
    <header className={styles.head}>
      <h1>
        {words.title} <small>{city.name}</small>
      </h1>
      {regionName !== null && (
        <button type="button" className={controls.button} onClick={() => selectRegion(null)}>
          {words.region(regionName)}
        </button>
      )}
      {problems.map(({ field, message }) => (
        <span key={field} role="alert" className={styles.alert}>
          {field} {message}
        </span>
      ))}
      <span className={styles.gap} />
      {demo && (
        <span className={styles.demo}>
          <StateGlyph glyph="demo" />
          {demo}
        </span>
      )}
      {duty && (
        <span>
          {duty.shift} {duty.chief} · {duty.until}
        </span>
      )}
      <button type="button" className={controls.button} onClick={() => open('page:handover')}>
        {words.handover}
      </button>
      {studies.map((domain) => (
        <button
          key={domain}
          type="button"
          className={controls.button}
          onClick={() => open(`study:${domain}`)}
        >
          {words.study(domains.nameOf(domain))}
        </button>
      ))}
      <button type="button" className={controls.button} onClick={commands.toggleTheme}>
        {words.theme}
      </button>
      <a className={controls.button} href={commands.wallAddress()}>
        {words.wall}
      </a>
      <time dateTime={isoTime(now)} className={styles.clock}>
        {monthDay(now)} {weekdayText(now)} <b>{isoTime(now).slice(11, 19)}</b>
      </time>
    </header>
  )
}

/** Nothing is to be searched of a domain that the city does not have. */
const WITHOUT: readonly PanelState[] = ['not-built', 'not-connected', 'no-permission']

function useStudied(): readonly string[] {
  const health = useHealth()
  return studied.filter((domain) => health.some(({ id, state }) => id === domain && !WITHOUT.includes(state)))
}
