import { Figure } from '../../../blocks/Figure'
import { useMarkOf } from '../../../panel/use-marks'
import { useMetric } from '../../../panel/screen-context'
import { Sentence } from '../../../ui/Sentence'
import type { HallOperation } from '../contract'
import { words } from '../overview-words'
import styles from './Overview.module.css'
import { toneOf } from './tone'

/** Longest wait against its limit, mean against its target; the limits come from the dictionary. */
export function Waits({ operation }: { readonly operation: HallOperation }) {
  const { longest, meanWait, hall } = operation
  const limit = useMetric('hall_longest_wait').threshold?.value
  const target = useMetric('hall_mean_wait').threshold?.value
  const tone = toneOf(useMarkOf('hall_longest_wait', hall?.id))
  const mean = meanWait && (
    <Figure metric="hall_mean_wait" value={meanWait.value} as="plain">
      {words.minutes(meanWait.value)}
    </Figure>
  )
  return (
    <div className={styles.waits}>
      {longest && (
        <p className={tone ? styles[tone] : undefined}>
          <span>{words.overview.longest}</span>
          <Figure metric="hall_longest_wait" value={longest.value} as="plain" />
          <span>{words.overview.longestUnit(limit)}</span>
        </p>
      )}
      {mean && (
        <p className={styles.mean}>
          <Sentence of={words.overview.mean(mean, target)} />
        </p>
      )}
    </div>
  )
}
