import type { ReactNode } from 'react'
import { type FigureItem, provided, type ProvidedItem } from './Figures'
import { Comparison, figureText } from './MetricFigure'
import { PrintedFigure, periodWords } from '../panel/Rail'
import type { Figure } from '../contract/figure'
import styles from './KeyStrip.module.css'
import { usePanel } from '../panel/panel-scope'
import { useMetric } from '../panel/screen-context'
import { InfoGlyph } from '../ui/InfoGlyph'
import { words } from '../panel/words'

/** Head of a domain scene: one sentence of conclusion, then the key figures, then the published ones on their own surface. */
export function KeyStrip({
  sentence,
  items,
  figures,
}: {
  readonly sentence: ReactNode
  readonly items: readonly FigureItem[]
  readonly figures: readonly Figure[]
}) {
  const panel = usePanel()
  const [first] = figures
  const [year, kind] = first ? periodWords(first.period) : ['', '']
  return (
    <>
      <div className={styles.top}>
        <p className={styles.sentence}>{sentence}</p>
        <span className={styles.state}>
          {panel.chip}
          <button
            type="button"
            className={styles.info}
            onClick={panel.openInfo}
            aria-label={words.about(panel.title)}
          >
            <InfoGlyph />
          </button>
        </span>
      </div>
      <div className={styles.strip}>
        {provided(items).map((item) => (
          <Key key={item.metric} {...item} />
        ))}
        {first && (
          <div className={styles.published} role="group" aria-label={words.publishedIn(year, kind)}>
            <div className={styles.year}>
              <span>{year}</span>
              <span>{kind}</span>
            </div>
            {figures.slice(0, 5).map((figure) => (
              <div key={figure.id} className={styles.fact}>
                <PrintedFigure figure={figure} />
                <span className={styles.label}>{figure.short}</span>
              </div>
            ))}
          </div>
        )}
      </div>
    </>
  )
}

function Key({ metric, measure, label, tone }: ProvidedItem) {
  const definition = useMetric(metric)
  const target = definition.threshold?.value
  const { text, unit } = figureText(measure, target)
  return (
    <div className={styles.key}>
      <span
        className={`${styles.figure} ${tone ? styles[tone] : ''}`}
        data-metric={metric}
        data-value={measure.value ?? ''}
      >
        {text}
        <span className={styles.unit}>{unit}</span>
      </span>
      <span className={styles.words}>
        <span>{label ?? definition.label}</span>
        <span className={styles.compare}>
          {measure.compare || measure.normal ? (
            <Comparison measure={measure} target={target} />
          ) : (
            measure.period
          )}
        </span>
      </span>
    </div>
  )
}
