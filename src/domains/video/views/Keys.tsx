import type { Measure } from '../../../contract/measure'
import { countText, durationText, signed } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { KeyStrip } from '../../../blocks/KeyStrip'
import { usePanel } from '../../../panel/panel-scope'
import type { NumberedException } from '../../../panel/use-exceptions'
import { railFigures } from '../../../panel/Rail'
import { useWall } from '../../../panel/wall-context'
import { FIGURES } from './figures'
import type { VideoDocument, VideoOperation } from '../contract'
import { isShort, markOf, onlineText, useTargets, type Targets } from './targets'

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
  const late = sources.flatMap((source) => {
    const mark = markOf(marks, source)
    return mark ? [`${source.label}在线率 ${onlineText(source)}%，低于目标`] : []
  })
  const groups = faults
    .filter((fault) => marks.some(({ id }) => id === fault.exception))
    .slice(0, 2)
    .map(
      (f) => `${f.townName ?? ''}${f.place} ${f.channels} 路已离线 ${durationText(at - Date.parse(f.since))}`,
    )
  // Targets hold for a whole source; a town of fifty cameras is only counted.
  if (place !== null) {
    const all = channels ? ` / ${countText(channels.value)} 路` : ''
    return [...groups, `${place}离线 ${offline.value ?? '—'} 路${all}`].join('；').concat('。')
  }
  const { value, compare } = offline
  // Nothing is said of sources the platform does not tell apart.
  const plain = `离线 ${value ?? '—'} 路`
  // By the targets themselves: a source that raises nothing has not therefore met them.
  const short = sources.filter((source) => isShort(source, targets) && !markOf(marks, source))
  const met = late.length === 0 ? '各来源在线率达标' : '其余来源达标'
  const rest = sources.length === 0 ? plain : short.length > 0 ? `${short.length} 个来源在线率低于目标` : met
  const change =
    value === null || compare === undefined ? [] : [`离线较昨日同时 ${signed(value - compare.value)} 路`]
  return [...late, ...groups, rest, ...(groups.length === 0 ? change : [])].join('；').concat('。')
}

function faultsOf(open: VideoOperation['open']): Measure | undefined {
  if (!open) return undefined
  const figure = { value: open.total, unit: '处', period: '此刻' }
  return open.states ? { ...figure, compare: { label: '待派单', value: open.states.待派单 } } : figure
}

/** The scene's key figures: what is offline, how large a share, and how fast it comes and goes. */
export function Keys({ document, operation }: ViewProps<VideoDocument, 'offline'>) {
  const { marks } = usePanel()
  const { region, regionName } = useWall()
  const targets = useTargets()
  const { offline, onlineRate, dropped, restored, open } = operation
  return (
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
        { metric: 'video_dropped_today', measure: dropped, label: '今日离线' },
        { metric: 'video_restored_today', measure: restored },
        { metric: 'video_faults_open', measure: faultsOf(open) },
      ]}
      figures={railFigures(document, FIGURES)}
    />
  )
}
