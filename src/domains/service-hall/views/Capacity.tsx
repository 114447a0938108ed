import { Figure } from '../../../blocks/Figure'
import { useMetric } from '../../../panel/wall-context'
import { CounterDots } from './CounterDots'
import styles from './Overview.module.css'
import type { HallOperation } from '../contract'
import { useMarkOf } from '../../../panel/use-marks'

interface CapacityProps {
  readonly operation: HallOperation
  readonly shape: 'row' | 'column'
}

/** What there is to serve with: the counter matrix, open of all, and the terminals that work. */
export function Capacity({ operation, shape }: CapacityProps) {
  const { counters, terminals, all } = operation
  const faults = useMarkOf('terminal_faults_town')
  if (!counters && !terminals && !all?.waiting) return null
  return (
    <div className={styles.capacity} data-shape={shape}>
      {counters?.rows && (
        <CounterDots
          rows={counters.rows}
          width={shape === 'row' ? 252 : 248}
          lines={shape === 'row' ? 2 : 4}
        />
      )}
      <div className={styles.totals}>
        {counters && (
          <p>
            窗口开放 <Figure metric="hall_counters_open" value={counters.open} as="plain" />/{counters.total}
          </p>
        )}
        {terminals ? <Terminals terminals={terminals} /> : <AllHalls all={all} />}
        {shape === 'column' && faults && <p>{faults.what}</p>}
      </div>
    </div>
  )
}

function Terminals({ terminals }: { readonly terminals: NonNullable<HallOperation['terminals']> }) {
  const { label } = useMetric('terminal_online')
  return (
    <p>
      {label} <Figure metric="terminal_online" value={terminals.online} as="plain" />/{terminals.total}
    </p>
  )
}

function AllHalls({ all }: Pick<HallOperation, 'all'>) {
  if (!all?.waiting) return null
  return (
    <p>
      {all.halls} 厅共 <Figure metric="hall_waiting_all" value={all.waiting.value} as="plain" /> 人等候
    </p>
  )
}
