import { useSyncExternalStore } from 'react'
import type { CityDocument } from '../../contract/document'
import type { LinkState } from '../../data/push/link'
import type { PanelState } from '../../panel/panel-state'
import { useScreen } from '../../panel/screen-context'
import { words as panelWords } from '../../panel/words'
import { StateGlyph } from '../../ui/StateGlyph'
import { ORDER, useHealth } from '../use-health'
import styles from './Header.module.css'
import { useWallStore } from './store'
import { words } from './words'

/** The worst of all streams; undefined where none is configured. */
function useStreamState(): LinkState | undefined {
  const { streams } = useScreen().feed
  const states = useSyncExternalStore(streams.subscribe, streams.status).map(({ state }) => state)
  return (['down', 'connecting', 'up'] as const).find((state) => states.includes(state))
}

const ABSENT: readonly PanelState[] = ['not-connected', 'not-built']

const clashing = (document: CityDocument | undefined) =>
  (document?.contradictions.length ?? 0) + (document?.clashes?.length ?? 0)

/** `数据健康 5/6 源` with what is wrong in words; opens the list. */
export function HealthLight() {
  const { show } = useWallStore()
  // What is put together of others is no source of its own, and what was never connected cannot be unwell.
  const real = useHealth().filter(({ derived }) => !derived)
  const sources = real.filter(({ state }) => !ABSENT.includes(state))
  const well = sources.filter(({ state }) => state === 'live' || state === 'demo')
  const worst = ORDER.find((state) => sources.some((s) => s.state === state)) ?? 'loading'
  const contradictions = real.reduce((n, { document }) => n + clashing(document), 0)
  const counted = (states: readonly PanelState[]) =>
    states
      .map((state) => ({ n: real.filter((s) => s.state === state).length, word: panelWords.state[state] }))
      .filter(({ n }) => n > 0)
  const [faulty] = counted(['failed', 'stale', 'late'])
  const absences = counted(ABSENT).map(({ n, word }) => words.light.absent(n, word))
  const streams = useStreamState()
  const { map, faults: files } = useScreen()
  const mapAway = map.fault !== undefined
  const light = mapAway || files.length > 0 ? 'failed' : worst
  const faults = [
    ...(faulty ? [words.light.sources(faulty.n, faulty.word)] : []),
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
        {absences.length === 0 ? words.light.title : words.light.connected(sources.length, real.length)}{' '}
        <i>{absences.length === 0 ? words.light.of(well.length, sources.length) : absences.join(' · ')}</i>
      </span>
      <span>{words.light.says(faults, panelWords.clash, contradictions)}</span>
    </button>
  )
}
