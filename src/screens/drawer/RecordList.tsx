import type { RecordRow } from '../../contract/records/record-rows'
import { useNow, useScreen } from '../../panel/screen-context'
import type { Readings } from '../../panel/reading'
import { useExceptions } from '../../panel/use-exceptions'
import { RecordButton } from './RecordButton'
import styles from './RecordList.module.css'

interface RecordListProps {
  readonly domain: string
  readonly rows: readonly RecordRow[]
  readonly readings: Readings
}

/** A few records one below the other; each leads to itself. */
export function RecordList({ domain, rows, readings }: RecordListProps) {
  const now = useNow()
  const { open } = useScreen()
  const exceptions = useExceptions()
  return (
    <ul className={styles.records}>
      {rows.map((row) => (
        <li key={row.key}>
          <RecordButton
            row={row}
            reading={readings[row.kind]}
            mark={exceptions.find((one) => one.domain === domain && one.subject === row.key)}
            now={now}
            onOpen={() => open(`row:${domain}.${row.kind}:${row.key}`)}
          />
        </li>
      ))}
    </ul>
  )
}
