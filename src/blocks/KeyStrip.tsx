import type { ReactNode } from 'react'
import { type FigureItem, provided, type ProvidedItem } from './Figures'
import { Comparison, figureText } from './MetricFigure'
import { PrintedFigure, periodWords } from '../panel/Rail'
import type { Figure } from '../contract/figure'
import styles from './KeyStrip.module.css'
import { usePanel } from '../panel/panel-scope'
import { useMetric } from '../panel/screen-context'
import { RowsLead } from './RowsLead'
import { InfoGlyph } from '../ui/InfoGlyph'
import { words } from '../panel/words'

/** The figure that stands large: the first that needs somebody, otherwise the first. */
const leading = (items: readonly ProvidedItem[]) => items.find(({ tone }) => tone) ?? items[0]

/** Head of a domain scene: one sentence of conclusion, one key figure large and the others small, then the published ones on their own surface. */
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
  const known = provided(items)
  const lead = leading(known)
  return (
    <>
      <div className={styles.top}>
        <h2 className={styles.title}>{panel.title}</h2>
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
        <div className={styles.keys}>
          {lead && <Key key={lead.metric} {...lead} large />}
          {known.map((item) => item !== lead && <Key key={item.metric} {...item} />)}
        </div>
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

function Key({ metric, measure, label, tone, large = false }: ProvidedItem & { readonly large?: boolean }) {
  const definition = useMetric(metric)
  const target = definition.threshold?.value
  const { text, unit } = figureText(measure, target)
  return (
    <div className={large ? `${styles.key} ${styles.lead}` : styles.key}>
      <span
        className={`${styles.figure} ${tone ? styles[tone] : ''}`}
        data-metric={metric}
        data-value={measure.value ?? ''}
      >
        <RowsLead metric={metric}>
          {text}
          <span className={styles.unit}>{unit}</span>
        </RowsLead>
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
