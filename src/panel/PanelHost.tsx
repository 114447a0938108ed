import { createElement, use, useCallback, useMemo, useState } from 'react'
import type { CityDocument } from '../contract/document'
import type { Json } from '../lib/json'
import type { Panel } from './define-panel'
import type { DocumentStatus } from './document-plan'
import { Notice } from './Notice'
import { onDemand } from './on-demand'
import { PanelBoundary } from './PanelBoundary'
import { PanelHeader } from './PanelFrame'
import styles from './PanelFrame.module.css'
import { PanelScope } from './panel-scope'
import { panelState, type PanelState } from './panel-state'
import { Rail, railFigures } from './Rail'
import { regionWords } from './region-words'
import { FixedSize, MediumContext } from './room'
import { StateChip } from './StateChip'
import { usePanelStatus } from './use-panel-status'
import { useExceptionsOf } from './use-exceptions'
import { useSize } from './use-size'
import { useAt, useScreen } from './screen-context'
import { words } from './words'

/** What the ⓘ of every panel opens. */
export const infoSheet = onDemand(() => import('./InfoSheet').then(({ InfoSheet }) => InfoSheet))

export interface PanelHostProps {
  readonly panel: Panel
  readonly area: string
  /** What the scene's cell calls it; its own title otherwise. */
  readonly title?: string | undefined
  /** What the scene's cell says besides. */
  readonly spec?: Json | undefined
}

const BODYLESS: ReadonlySet<PanelState> = new Set([
  'loading',
  'not-built',
  'not-connected',
  'no-permission',
  'empty',
])

/** Fields the panel needs and the source did not give. A live source need not bring published figures along. */
function missingOf(panel: Panel, document: CityDocument): string[] {
  if (panel.facts) return document.published.length > 0 || document.absence ? [] : [words.published]
  return panel.missing(document).map((part) => `operation.${part}`)
}

/** What the host knows of its panel's data at this moment; drawn again when it changes, not with every second. */
function useFacts(panel: Panel, { document, fault, staleAfterMs }: ReturnType<typeof usePanelStatus>) {
  const isEmpty = document !== undefined && panel.isEmpty(document)
  const missing = useMemo(
    () => (document && !isEmpty ? missingOf(panel, document) : []),
    [panel, document, isEmpty],
  )
  const isPartial = missing.length > 0
  const state = useAt((now) => panelState({ document, fault, now, isEmpty, isPartial, staleAfterMs }))
  const standing = panel.standing && document !== undefined && !isPartial
  const hasBody =
    document !== undefined && (standing || (!BODYLESS.has(state) && document.operation !== null))
  return { state, missing, isPartial, hasBody }
}

/** Owns loading, absence, lateness, failure, retry and size of one panel, so that its View only ever sees valid data. */
export function PanelHost({ panel, area, title = panel.title, spec }: PanelHostProps) {
  const status = usePanelStatus(panel)
  const { document } = status
  const { state, missing, isPartial, hasBody } = useFacts(panel, status)
  const marks = useExceptionsOf(panel.metrics)
  const [sheet, setSheet] = useState(false)
  const openInfo = useCallback(() => setSheet(true), [])
  const chip = useChip(panel, status, state, isPartial)
  const [ref, room] = useRoom(spec ?? null)
  const scope = useMemo(
    () => ({ title, marks, chip, state, openInfo }),
    [title, marks, chip, state, openInfo],
  )
  const contradictions = document ? disputed(panel, document) : 0
  return (
    <section
      className={`${styles.panel} ${panel.chrome === 'card' ? styles.card : styles.bare}`}
      style={{ gridArea: area }}
      data-panel={panel.id}
      data-state={state}
      data-as-of={document?.asOf}
      aria-label={title}
    >
      <PanelScope value={scope}>
        {(panel.chrome === 'card' || !hasBody) && (
          <PanelHeader
            title={title}
            marks={marks}
            chip={chip}
            contradictions={contradictions}
            onInfo={openInfo}
          />
        )}
        <div className={styles.body} ref={ref}>
          <PanelBoundary title={title} attemptKey={document}>
            {hasBody && document ? (
              room && panel.render(document, room)
            ) : (
              <Notice state={state} document={document} fault={status.fault} missing={missing} />
            )}
          </PanelBoundary>
        </div>
        <Footer panel={panel} status={status} />
        {sheet && (
          <infoSheet.Part
            panel={panel}
            document={document}
            fault={status.fault}
            onClose={() => setSheet(false)}
          />
        )}
      </PanelScope>
    </section>
  )
}

/** Statements on this panel's figures that cannot all be true, published or counted. */
const disputed = (panel: Panel, { contradictions, clashes = [] }: CityDocument) =>
  contradictions.filter(({ metrics }) => metrics.some((id) => panel.metrics.includes(id))).length +
  clashes.filter(({ part }) => panel.needs.includes(part.split('.')[0] ?? '')).length

/** The View's room: given, or measured before the first paint, so that nothing is ever drawn for no room at all. */
function useRoom(spec: Json | null) {
  const fixed = use(FixedSize)
  const medium = use(MediumContext)
  const [ref, measured] = useSize()
  const size = fixed ?? measured
  const room = useMemo(() => size && { size, medium, spec }, [size, medium, spec])
  return [ref, room] as const
}

/** Keeps its identity while it says the same, so that what stands around it need not be drawn again. */
function useChip(
  panel: Panel,
  { document, fault, failures }: DocumentStatus,
  state: PanelState,
  isPartial: boolean,
) {
  const { city, region } = useScreen()
  const { wholeCity } = panel.dataset
  return useMemo(
    () =>
      panel.facts && document && !fault && !isPartial ? (
        createElement(panel.facts, { document })
      ) : (
        <StateChip
          state={state}
          document={document}
          failures={failures}
          day={document && panel.day(document)}
          place={regionWords({ document, city, region, wholeCity })}
        />
      ),
    [panel, document, fault, isPartial, state, failures, city, region, wholeCity],
  )
}

/** What went wrong, with a way to try again; otherwise the published figures. */
function Footer({ panel, status: { document, fault, retry } }: { panel: Panel; status: DocumentStatus }) {
  if (!document) return null
  if (fault)
    return (
      <div className={`${styles.footer} ${styles.fault}`} role="status">
        <span>{fault.message}</span>
        <button type="button" className={styles.action} onClick={retry}>
          {words.retry}
        </button>
      </div>
    )
  const figures = railFigures(document, panel.rail)
  return (
    figures.length > 0 && (
      <div className={`${styles.footer} ${styles.rail}`}>
        <Rail figures={figures} />
      </div>
    )
  )
}
