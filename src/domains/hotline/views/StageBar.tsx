import { Figure } from '../../../blocks/Figure'
import { exactText } from '../../../lib/format'
import styles from './Hotline.module.css'
import type { HotlineOperation } from '../contract'
import { words } from '../overview-words'

/** Where the open orders stand, in process order: one bar, darkest at the end. */
export function StageBar({ stages }: { readonly stages: NonNullable<HotlineOperation['stages']> }) {
  return (
    <div className={styles.stageBar}>
      <div
        className={styles.bar}
        role="img"
        aria-label={words.overview.stages(stages.map(({ key, count }) => ({ key, count: exactText(count) })))}
      >
        {stages.map(({ key, count }, i) => (
          <span key={key} style={{ flexGrow: count, background: `var(--seq-${5 - i})` }} />
        ))}
      </div>
      <ul className={styles.swatches}>
        {stages.map(({ key, count }, i) => (
          <li key={key}>
            <i style={{ background: `var(--seq-${5 - i})` }} />
            {words.stage.short[key]}
            <Figure metric={`hotline_stage_${key}`} value={count} as="plain" />
          </li>
        ))}
      </ul>
    </div>
  )
}
