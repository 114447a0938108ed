import { useSyncExternalStore } from 'react'
import type { CityDocument } from '../../contract/document'
import type { LinkState } from '../../data/push/link'
import { panelState, type PanelState } from '../../panel/panel-state'
import { useNow, useScreen } from '../../panel/screen-context'
import { useDocuments } from '../../panel/use-documents'
import { words as panelWords } from '../../panel/words'
import { StateGlyph } from '../../ui/StateGlyph'
import styles from './Header.module.css'
import { useWallStore } from './store'
import { words } from './words'

/** Worst first: what the light shows when several sources differ. */
export const ORDER: readonly PanelState[] = [
  'failed',
  'stale',
  'late',
  'no-permission',
  'empty',
  'not-connected',
  'not-built',
  'demo',
  'live',
  'loading',
]

/** Every source of the screen with the state it is in now. */
export function useHealth() {
  const { domains, config } = useScreen()
  const now = useNow()
  return useDocuments(domains.documents).map((status) => ({
    ...status,
    now,
    state: panelState({
      ...status,
      now,
      isEmpty: false,
      staleAfterMs: config.sources[status.id]?.staleAfterMs,
    }),
  }))
}

/** The worst of all streams; undefined where none is configured. */
function useStreamState(): LinkState | undefined {
  const { streams } = useScreen().feed
  const states = useSyncExternalStore(streams.subscribe, streams.status).map(({ state }) => state)
  return (['down', 'connecting', 'up'] as const).find((state) => states.includes(state))
}

const clashing = (document: CityDocument | undefined) =>
  (document?.contradictions.length ?? 0) + (document?.clashes?.length ?? 0)

/** `数据健康 5/6 源` with what is wrong in words; opens the list. */
export function HealthLight() {
  const { show } = useWallStore()
  const sources = useHealth()
  const well = sources.filter(({ state }) => state === 'live' || state === 'demo')
  const worst = ORDER.find((state) => sources.some((s) => s.state === state)) ?? 'loading'
  const contradictions = sources.reduce((n, { document }) => n + clashing(document), 0)
  const counts = (['failed', 'stale', 'late', 'not-connected', 'not-built'] as const)
    .map((state) => ({ state, n: sources.filter((s) => s.state === state).length }))
    .filter(({ n }) => n > 0)
  const streams = useStreamState()
  const { map, faults: files } = useScreen()
  const mapAway = map.fault !== undefined
  const light = mapAway || files.length > 0 ? 'failed' : worst
  const faults = [
    ...(counts[0] ? [words.light.sources(counts[0].n, panelWords.state[counts[0].state])] : []),
    ...(mapAway ? [words.light.mapAway] : []),
    ...(files.length > 0 ? [words.light.files(files.length)] : []),
  ]
  return (
    <button
      type="button"
      className={styles.health}
      data-health={light}
      data-streams={streams}
      onClick={() => show('health')}
    >
      <span>
        <StateGlyph glyph={light} />
        {words.light.title} <i>{words.light.of(well.length, sources.length)}</i>
      </span>
      <span>{words.light.says(faults, panelWords.clash, contradictions)}</span>
    </button>
  )
}
