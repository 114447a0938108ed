import { useState } from 'react'
import type { Json } from '../config/scene'
import type { CityDocument } from '../contract/document'
import type { Panel } from './define-panel'
import { InfoSheet } from './InfoSheet'
import { Notice } from './Notice'
import { PanelBoundary } from './PanelBoundary'
import { PanelHeader } from './PanelFrame'
import styles from './PanelFrame.module.css'
import { PanelScope } from './panel-scope'
import { panelState } from './panel-state'
import { Rail, railFigures } from './Rail'
import { regionWords } from './region-words'
import { FactsChip, StateChip } from './StateChip'
import { useDataset } from './use-dataset'
import { useExceptionsOf } from './use-exceptions'
import { useNow, useWall } from './wall-context'

const BODYLESS = new Set(['loading', 'not-built', 'not-connected', 'no-permission', 'empty'])

/** Fields the panel needs and the source did not give. A live source need not bring published figures along. */
function missingOf(panel: Panel, document: CityDocument): string[] {
  if (panel.facts) return document.published.length > 0 || document.absence ? [] : ['published（公布数字）']
  return panel.missing(document).map((part) => `operation.${part}`)
}

export interface PanelHostProps {
  readonly panel: Panel
  readonly area: string
  /** From the scene's cell: stands in place of the panel's own title. */
  readonly title?: string | undefined
  /** From the scene's cell: how the panel is set up here; the panel judges it. */
  readonly spec?: Json | undefined
}

/** Owns loading, absence, lateness, failure and retry of one panel, so that its View only ever sees valid data. */
export function PanelHost({ panel, area }: PanelHostProps) {
  const { config, city, region } = useWall()
  const now = useNow()
  const [sheet, setSheet] = useState(false)
  const { document, fault, failures, retry } = useDataset(panel.dataset.id)
  const marks = useExceptionsOf(panel.metrics)
  const isEmpty = document !== undefined && panel.isEmpty(document)
  const missing = document && !isEmpty ? missingOf(panel, document) : []
  const isPartial = missing.length > 0
  const { mode } = config
  const { id, wholeCity } = panel.dataset
  const { staleAfterMs } = config.sources[id] ?? {}
  const state = panelState({ document, fault, mode, now, isEmpty, isPartial, staleAfterMs })
  const contradictions =
    document?.contradictions.filter((c) => c.metrics.some((m) => panel.metrics.includes(m))) ?? []
  const standing = panel.standing && document !== undefined && !isPartial
  const hasBody =
    document !== undefined && (standing || !BODYLESS.has(state)) && (standing || document.operation !== null)
  const figures = document ? railFigures(document, panel.rail) : []
  const chip =
    panel.facts && document && !fault && !isPartial ? (
      <FactsChip document={document} />
    ) : (
      <StateChip
        state={state}
        document={document}
        now={now}
        failures={failures}
        place={regionWords({ document, mode, city, region, wholeCity })}
      />
    )
  const open = () => setSheet(true)
  return (
    <section
      className={`${styles.panel} ${panel.chrome === 'card' ? styles.card : styles.bare}`}
      style={{ gridArea: area }}
      data-panel={panel.id}
      data-state={state}
      data-as-of={document?.asOf}
      aria-label={panel.title}
    >
      <PanelScope value={{ title: panel.title, marks, chip, state, openInfo: open }}>
        {(panel.chrome === 'card' || !hasBody) && (
          <PanelHeader
            title={panel.title}
            marks={marks}
            chip={chip}
            contradictions={contradictions.length}
            onInfo={open}
          />
        )}
        <div className={styles.body}>
          <PanelBoundary title={panel.title} attemptKey={document}>
            {hasBody && document ? (
              panel.render(document)
            ) : (
              <Notice state={state} document={document} fault={fault} missing={missing} />
            )}
          </PanelBoundary>
        </div>
        {fault && document ? (
          <div className={`${styles.footer} ${styles.fault}`} role="status">
            <span>{fault.message}</span>
            <button type="button" className={styles.action} onClick={retry}>
              重试
            </button>
          </div>
        ) : (
          figures.length > 0 && (
            <div className={`${styles.footer} ${styles.rail}`}>
              <Rail figures={figures} />
            </div>
          )
        )}
        {sheet && (
          <InfoSheet panel={panel} document={document} fault={fault} onClose={() => setSheet(false)} />
        )}
      </PanelScope>
    </section>
  )
}
