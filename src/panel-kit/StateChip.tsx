import type { CityDocument } from '../contract/document'
import { clockText, DAY, HOUR, monthDay } from '../lib/calendar'
import { durationText } from '../lib/format'
import { StateGlyph } from '../ui/StateGlyph'
import styles from './PanelFrame.module.css'
import { ageOf, type PanelState } from './panel-state'
import { periodWords } from './Rail'

export interface StateChipProps {
  readonly state: PanelState
  readonly document: CityDocument | undefined
  readonly now: number
  readonly failures: number
}

/** Source mode × freshness: glyph, word and data time, in neutral colours. */
export function StateChip({ state, document, now, failures }: StateChipProps) {
  const simulated = document?.source.simulated === true && state !== 'failed'
  const word = chipText(state, document, now, failures)
  const aged = state === 'late' || state === 'stale'
  const daily = document !== undefined && document.source.cadenceSeconds * 1000 >= DAY / 4
  return (
    <span className={styles.chips}>
      {simulated && (
        <span className={styles.chip}>
          <StateGlyph glyph="demo" />
          <span>{aged || daily || state === 'empty' ? '演示' : `演示 ${word}`}</span>
        </span>
      )}
      {(!simulated || aged || daily || state === 'empty') && (
        <span className={styles.chip}>
          <StateGlyph glyph={daily && (state === 'live' || state === 'demo') ? 'snapshot' : state} />
          <span>{word}</span>
        </span>
      )}
    </span>
  )
}

function chipText(
  state: PanelState,
  document: CityDocument | undefined,
  now: number,
  failures: number,
): string {
  switch (state) {
    case 'loading':
      return '读取中'
    case 'not-built':
      return '未建设'
    case 'not-connected':
      return '未接入'
    case 'no-permission':
      return '无权限'
    case 'failed':
      return `失败 ${failures} 次`
    default:
      return agedText(state, document, now)
  }
}

/** What the age of the data says, where there is data. */
function agedText(state: PanelState, document: CityDocument | undefined, now: number): string {
  if (!document) return ''
  const at = Date.parse(document.asOf)
  const age = durationText(ageOf(document, now))
  if (state === 'stale') return `过期 ${age}`
  if (state === 'late') return `${clockText(at)} 晚 ${age}`
  if (document.source.cadenceSeconds * 1000 >= DAY / 4) return `${monthDay(at - 12 * HOUR)} 日更`
  if (state === 'empty') return `无数据 ${clockText(at)}`
  return state === 'live' ? `实时 ${clockText(at)}` : clockText(at)
}

/** Published figures carry the period of their document; the demo clock has nothing to do with them. */
export function FactsChip({ document }: { readonly document: CityDocument }) {
  const { absence, published } = document
  const [year, kind] = periodWords(published[0]?.period ?? '')
  return (
    <span className={styles.chips}>
      {absence && (
        <span className={styles.chip}>
          <StateGlyph glyph={absence.kind} />
          <span>{chipText(absence.kind, document, 0, 0)}</span>
        </span>
      )}
      {year !== '' && (
        <span className={styles.chip}>
          <StateGlyph glyph="snapshot" />
          <span>
            {year} {kind}
          </span>
        </span>
      )}
    </span>
  )
}
