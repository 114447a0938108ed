import { Figure } from '../../../blocks/Figure'
import styles from './Hotline.module.css'
import type { HotlineOperation } from '../contract'

const STAGE_NAMES = { dispatch: '待派', sign: '待签', process: '办理', callback: '回访' } as const

/** Where the open orders stand, in process order: one bar, darkest at the end. */
export function StageBar({ stages }: { readonly stages: NonNullable<HotlineOperation['stages']> }) {
  const text = stages.map(({ key, count }) => `${STAGE_NAMES[key]} ${count} 件`).join('，')
  return (
    <div className={styles.stageBar}>
      <div className={styles.bar} role="img" aria-label={`在办工单：${text}`}>
        {stages.map(({ key, count }, i) => (
          <span key={key} style={{ flexGrow: count, background: `var(--seq-${5 - i})` }} />
        ))}
      </div>
      <ul className={styles.swatches}>
        {stages.map(({ key, count }, i) => (
          <li key={key}>
            <i style={{ background: `var(--seq-${5 - i})` }} />
            {STAGE_NAMES[key]}
            <Figure metric={`hotline_stage_${key}`} value={count} as="plain" />
          </li>
        ))}
      </ul>
    </div>
  )
}
