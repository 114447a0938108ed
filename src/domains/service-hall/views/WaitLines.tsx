import { Figure } from '../../../blocks/Figure'
import { useMetric } from '../../../panel/wall-context'
import styles from './Overview.module.css'
import type { HallOperation } from '../contract'
import { toneOf } from './tone'
import { useMarkOf } from '../../../panel/use-marks'

/** Longest wait against its limit, mean against its target; the limits come from the dictionary. */
export function Waits({ operation }: { readonly operation: HallOperation }) {
  const { longest, meanWait, hall } = operation
  const limit = useMetric('hall_longest_wait').threshold?.value
  const target = useMetric('hall_mean_wait').threshold?.value
  const tone = toneOf(useMarkOf('hall_longest_wait', hall?.id))
  return (
    <div className={styles.waits}>
      {longest && (
        <p className={tone ? styles[tone] : undefined}>
          <span>最长</span>
          <Figure metric="hall_longest_wait" value={longest.value} as="plain" />
          <span>分{limit !== undefined && ` · 限 ${limit}`}</span>
        </p>
      )}
      {meanWait && (
        <p className={styles.mean}>
          平均 <Figure metric="hall_mean_wait" value={meanWait.value} as="plain" unit=" 分" />
          {target !== undefined && ` 目标 ≤${target}`}
        </p>
      )}
    </div>
  )
}
