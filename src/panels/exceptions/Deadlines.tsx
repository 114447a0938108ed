import { clockText, dayStart, HOUR } from '../../lib/calendar'
import { severityLevel } from '../../panel-kit/PanelFrame'
import { useExceptions } from '../../panel-kit/use-exceptions'
import { useNow } from '../../panel-kit/wall-context'
import { SeverityMark } from '../../ui/SeverityMark'
import { useUnit } from '../../ui/unit'
import { DOMAIN_NAMES } from './conclude'
import styles from './Deadlines.module.css'

const TICKS = [0, 4, 8, 12, 16, 20, 24]

/** Where today's deadlines fall: one lane a domain, each open exception at its deadline, the present as a line. */
export function Deadlines() {
  const items = useExceptions()
  const now = useNow()
  const u = useUnit()
  const start = dayStart(now)
  const share = (ms: number) => Math.min(1, Math.max(0, (ms - start) / (24 * HOUR))) * 100
  return (
    <div className={styles.box}>
      <div className={styles.lanes}>
        <span className={styles.now} style={{ left: `${share(now)}%` }}>
          <i>{clockText(now)}</i>
        </span>
        {Object.entries(DOMAIN_NAMES).map(([domain, name]) => (
          <div key={domain} className={styles.lane}>
            <span className={styles.name}>{name}</span>
            <div className={styles.track}>
              {items
                .filter((item) => item.domain === domain)
                .map((item, i) => (
                  <span
                    key={item.id}
                    className={styles.mark}
                    style={{ left: `${share(Date.parse(item.due))}%`, zIndex: 9 - i }}
                  >
                    <SeverityMark severity={severityLevel(item.severity)} no={item.no} size={24 * u} halo />
                  </span>
                ))}
            </div>
          </div>
        ))}
      </div>
      <div className={styles.axis} aria-hidden="true">
        {TICKS.map((hour) => (
          <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
            {hour === 0 || hour === 24 ? `${hour} 时` : hour}
          </span>
        ))}
      </div>
      <p className={styles.note}>标记位于时限处；左端为今日之前已到期，右端为明日及以后</p>
    </div>
  )
}
