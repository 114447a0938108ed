import { Figure } from '../../../blocks/Figure'
import { MetricTrack } from '../../../blocks/Track'
import { printCount } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { useMetric } from '../../../panel/screen-context'
import styles from './Quality.module.css'
import type { Quality as Item, VideoDocument } from '../contract'
import { words } from '../words'

const FROM = 90

/** Three rates that are nearly always good: what fails them is large, the rate itself small beside its target. */
export function Quality({ operation }: ViewProps<VideoDocument, 'quality'>) {
  return (
    <div className={styles.blocks}>
      {operation.quality.map((item) => (
        <Block key={item.metric} item={item} />
      ))}
    </div>
  )
}

function Block({ item }: { readonly item: Item }) {
  const { metric, rate, failing } = item
  const { label, threshold } = useMetric(metric)
  const target = threshold?.value
  const { text, scale } = printCount(failing?.value ?? null)
  return (
    <section className={styles.block} data-plain={!failing || undefined} aria-label={label}>
      <p className={styles.label}>
        {label} <i>{rate.period}</i>
      </p>
      {failing && (
        <p className={styles.failing}>
          <b>{text}</b> {scale}
          {failing.unit}
        </p>
      )}
      <MetricTrack metric={metric} value={rate.value} from={FROM} fine />
      <p className={styles.rate}>
        <Figure metric={metric} value={rate.value} as="rate" />
        {' %'}
        <i>{target !== undefined && words.quality.target(target)}</i>
      </p>
    </section>
  )
}
