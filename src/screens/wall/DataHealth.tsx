import type { CityDocument } from '../../contract/document'
import { ageOf } from '../../contract/freshness'
import { clockText, isoTime, monthDay } from '../../lib/calendar'
import { durationText } from '../../lib/format'
import { everyMsOf, type Sources } from '../../data/record-sources'
import { useScreen } from '../../panel/screen-context'
import { clashWords } from '../../panel/clash-words'
import { rowWords } from '../../panel/row-words'
import { panels } from '../../domains/registry'
import { Sheet } from '../../ui/Sheet'
import { StateGlyph } from '../../ui/StateGlyph'
import { ORDER, useHealth } from '../use-health'
import { words as panelWords } from '../../panel/words'
import { words } from './health-words'
import { words as wall } from './words'

/** When the source was last asked with success: the data may be old although the check is new. */
function checkLine(checkedAt: number, document: CityDocument | undefined): string[] {
  // Nobody is asked for what is simulated.
  return checkedAt > 0 && document?.source.simulated === false
    ? [words.checked(isoTime(checkedAt).slice(11, 19))]
    : []
}

/** Nothing is read for it: it is put together of other documents. */
const isDerived = (sources: Sources, id: string) =>
  sources[id]?.derive !== undefined && everyMsOf(sources, id) === undefined

/** Rules that could not be judged, and those that found more than they may raise. */
function ruleLines({ rules }: CityDocument): string[] {
  if (!rules) return []
  return [
    ...rules.faults.map(({ rule, field, why, things }) => words.ruleFault[why](rule, field, things ?? 0)),
    ...rules.cut.map(({ rule, total }) => words.ruleCut(rule, total)),
  ]
}

/** The region map, only while it cannot be read: then it comes before all sources. */
function useMapEntries() {
  const { map, city } = useScreen()
  if (!map.fault) return []
  const shown = [...panels.values()].filter(({ onMap }) => onMap).map(({ title }) => title)
  return [
    {
      title: words.map(city.map, panelWords.state.failed),
      lead: <StateGlyph glyph="failed" />,
      lines: [map.fault.message, words.failures(map.failures), words.panels(shown)],
    },
  ]
}

/** Files of the configuration that could not be used: they come before all sources, like the map. */
function useFileEntries() {
  return useScreen().faults.map(({ title, problems }) => ({
    title,
    lead: <StateGlyph glyph="failed" />,
    lines: problems.map(({ field, message }) => words.problem(field, message)),
  }))
}

/** Every source with its state, data time and age, and the panels that live on it. */
export function DataHealth({ onClose }: { readonly onClose: () => void }) {
  const sources = useHealth().toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  const { feed, config } = useScreen()
  const ownMap = useMapEntries()
  const ownFiles = useFileEntries()
  const streams = feed.streams.status().map(({ url, kind, state, since }) => ({
    title: words.stream(url, state),
    lead: <StateGlyph glyph={state === 'up' ? 'live' : state === 'connecting' ? 'loading' : 'failed'} />,
    lines: [
      words.since(kind === 'sse' ? 'SSE' : 'MQTT', isoTime(since).slice(11, 19)),
      state === 'up' ? words.pushed : words.polled,
    ],
  }))
  // Worst first, a broken stream included.
  const streamsUp = feed.streams.status().every(({ state }) => state === 'up')
  const entries = sources.map(({ id, document, fault, state, now, checkedAt }) => {
    const shown = [...panels.values()].filter((panel) => panel.dataset.id === id)
    const at = document && Date.parse(document.asOf)
    return {
      title: words.item(document?.source.name ?? id, panelWords.state[state]),
      lead: <StateGlyph glyph={state} />,
      lines: [
        ...(isDerived(config.sources, id) ? [words.derived] : []),
        at === undefined || !document
          ? words.none
          : words.data(
              `${monthDay(at)} ${clockText(at)}`,
              durationText(ageOf(document, now)),
              durationText(document.source.cadenceSeconds * 1000),
            ),
        ...checkLine(checkedAt(), document),
        ...(document ? rowWords(document).flatMap(({ title, lines }) => [title, ...lines]) : []),
        ...(document ? ruleLines(document) : []),
        ...(fault ? [fault.message] : []),
        ...(document?.absence ? [document.absence.reason] : []),
        words.panels(shown.map(({ title }) => title)),
        ...(document?.clashes ?? []).map((c) =>
          words.clash(panelWords.clash, `${c.kind} ${c.title ?? c.part}`, clashWords(c)),
        ),
        ...(document?.contradictions ?? []).map((c) => words.clash(panelWords.clash, c.title, c.arithmetic)),
      ],
    }
  })
  return (
    <Sheet
      title={wall.light.title}
      entries={[...ownMap, ...ownFiles, ...(streamsUp ? [...entries, ...streams] : [...streams, ...entries])]}
      perPage={4}
      onClose={onClose}
    />
  )
}
