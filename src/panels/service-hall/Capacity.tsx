import { useMetric } from '../../panel-kit/wall-context'
import { CounterDots } from './CounterDots'
import styles from './Overview.module.css'
import type { HallOperation } from './schema'
import { useAlarm } from './use-alarm'

/** What there is to serve with: the counter matrix, open of all, and the terminals that work. */
export function Capacity({
  operation,
  shape,
}: {
  readonly operation: HallOperation
  readonly shape: 'row' | 'column'
}) {
  const { counters, terminals, all } = operation
  const { label } = useMetric('terminal_online')
  const faults = useAlarm('terminal_faults_town')
  return (
    <div className={styles.capacity} data-shape={shape}>
      <CounterDots rows={counters.rows} width={shape === 'row' ? 252 : 248} lines={shape === 'row' ? 2 : 4} />
      <div className={styles.totals}>
        <p>
          窗口开放{' '}
          <b data-metric="hall_counters_open" data-value={counters.open}>
            {counters.open}
          </b>
          /{counters.total}
        </p>
        {terminals ? (
          <p>
            {label}{' '}
            <b data-metric="terminal_online" data-value={terminals.online}>
              {terminals.online}
            </b>
            /{terminals.total}
          </p>
        ) : (
          <p>
            {all.halls} 厅共{' '}
            <b data-metric="hall_waiting_all" data-value={all.waiting.value ?? ''}>
              {all.waiting.value ?? '—'}
            </b>{' '}
            人等候
          </p>
        )}
        {shape === 'column' && faults && <p>{faults.what}</p>}
      </div>
    </div>
  )
}
