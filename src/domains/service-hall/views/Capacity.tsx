import { Figure } from '../../../blocks/Figure'
import { useMarkOf } from '../../../panel/use-marks'
import { useMetric } from '../../../panel/screen-context'
import { Sentence } from '../../../ui/Sentence'
import type { HallOperation } from '../contract'
import { words } from '../overview-words'
import { CounterDots } from './CounterDots'
import styles from './Overview.module.css'

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
      {counters?.rows && counters.open > 0 && (
        <CounterDots
          rows={counters.rows}
          width={shape === 'row' ? 252 : 248}
          lines={shape === 'row' ? 2 : 4}
        />
      )}
      <div className={styles.totals}>
        {counters && <Counters counters={counters} />}
        {terminals ? <Terminals terminals={terminals} /> : counters?.open !== 0 && <AllHalls all={all} />}
        {shape === 'column' && faults && <p>{faults.what}</p>}
      </div>
    </div>
  )
}

function Counters({
  counters: { open, total, closed },
}: {
  readonly counters: NonNullable<HallOperation['counters']>
}) {
  const figure = <Figure metric="hall_counters_open" value={open} as="plain" />
  if (closed === total) return <p>{words.shutCounters(total)}</p>
  return (
    <p>
      <Sentence of={words.overview.open(figure, total)} />
    </p>
  )
}

function Terminals({
  terminals: { online, total },
}: {
  readonly terminals: NonNullable<HallOperation['terminals']>
}) {
  const { label } = useMetric('terminal_online')
  const figure = <Figure metric="terminal_online" value={online} as="plain" />
  return (
    <p>
      <Sentence of={words.overview.terminals(label, figure, total)} />
    </p>
  )
}

function AllHalls({ all }: Pick<HallOperation, 'all'>) {
  if (!all?.waiting) return null
  const figure = <Figure metric="hall_waiting_all" value={all.waiting.value} as="plain" />
  return (
    <p>
      <Sentence of={words.overview.allHalls(all.halls, figure)} />
    </p>
  )
}
