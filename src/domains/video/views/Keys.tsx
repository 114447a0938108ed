import type { Measure } from '../../../contract/measure'
import { countText, durationText, signed } from '../../../lib/format'
import { shareText } from '../../../lib/format-more'
import { isLast24 } from '../../../lib/period'
import type { ViewProps } from '../../../panel/define-panel'
import { KeyStrip } from '../../../blocks/KeyStrip'
import { usePanel } from '../../../panel/panel-scope'
import type { NumberedException } from '../../../panel/use-exceptions'
import { railFigures } from '../../../panel/Rail'
import { useScreen } from '../../../panel/screen-context'
import { FAULT_STATES } from '../codes'
import { faultMarks } from './fault-marks'
import { FIGURES } from './figures'
import { MapDoor } from './MapDoor'
import type { VideoDocument, VideoOperation } from '../contract'
import { words } from '../words'
import { isShort, markOf, onlineRate, useTargets, type Targets } from './targets'

type Told = ViewProps<VideoDocument, 'offline'>['operation']

/** What the cameras come to, in one sentence of facts. */
function sentenceOf(
  operation: Told,
  marks: readonly NumberedException[],
  at: number,
  /** Name of the town or district the wall is scoped to. */
  place: string | null,
  targets: Targets,
): string {
  const { sources = [], faults = [], offline, channels } = operation
  const said = words.keys
  const late = sources
    .filter((source) => markOf(marks, source))
    .map((source) => {
      const target = source.group && targets[source.group]
      return said.short(source.label, shareText(onlineRate(source) ?? 0, source.channels, target))
    })
  const mark = faultMarks(marks, faults, sources)
  const groups = faults
    .filter((fault) => mark(fault))
    .slice(0, 2)
    .map((f) =>
      said.group(`${f.townName ?? ''}${f.place}`, f.channels, durationText(at - Date.parse(f.since))),
    )
  // Targets hold for a whole source; a town of fifty cameras is only counted.
  if (place !== null) {
    const all = channels && countText(channels.value)
    return said.sentence([...groups, said.offlineIn(place, countText(offline.value), all)])
  }
  const { value, compare } = offline
  // By the targets themselves: a source that raises nothing has not therefore met them.
  const short = sources.filter((source) => isShort(source, targets) && !markOf(marks, source))
  const met = late.length === 0 ? said.met.all : said.met.rest
  const judged = short.length > 0 ? said.below(short.length) : met
  // Nothing is said of sources the platform does not tell apart.
  const rest = sources.length === 0 ? said.offline(countText(value)) : judged
  const change = value === null || compare === undefined ? [] : [said.change(signed(value - compare.value))]
  return said.sentence([...late, ...groups, rest, ...(groups.length === 0 ? change : [])])
}

/** The first state of a fault: nobody has been told to repair it. */
const [WAITING] = FAULT_STATES

function faultsOf(open: VideoOperation['open']): Measure | undefined {
  if (!open) return undefined
  const figure = { value: open.total, unit: words.unit.faults, period: words.keys.now }
  if (!open.states) return figure
  return { ...figure, compare: { label: words.state[WAITING], value: open.states[WAITING] } }
}

/** The scene's key figures: what is offline, how large a share, and how fast it comes and goes. */
export function Keys({ document, operation, medium }: ViewProps<VideoDocument, 'offline'>) {
  const { marks } = usePanel()
  const { region, regionName } = useScreen()
  const targets = useTargets()
  const { offline, onlineRate, dropped, restored, open } = operation
  const rolling = (measure?: Measure) => measure !== undefined && isLast24(measure.period)
  return (
    <>
      {medium === 'wall' && <MapDoor />}
      <KeyStrip
        sentence={sentenceOf(
          operation,
          marks,
          Date.parse(document.asOf),
          region === null ? null : regionName,
          targets,
        )}
        items={[
          { metric: 'video_offline', measure: offline },
          { metric: 'video_online_rate', measure: onlineRate },
          { metric: 'video_dropped_today', measure: dropped, label: words.keys.dropped(rolling(dropped)) },
          {
            metric: 'video_restored_today',
            measure: restored,
            label: words.keys.restored(rolling(restored)),
          },
          { metric: 'video_faults_open', measure: faultsOf(open) },
        ]}
        figures={railFigures(document, FIGURES)}
      />
    </>
  )
}
