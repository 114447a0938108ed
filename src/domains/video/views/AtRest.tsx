import { FigurePair } from '../../../blocks/Figures'
import { StatedFigure, Statement } from '../../../blocks/Statement'
import { countText } from '../../../lib/format'
import { isLast24 } from '../../../lib/period'
import type { ViewProps } from '../../../panel/define-panel'
import type { VideoDocument } from '../contract'
import { words } from '../rest-words'
import { isShort, useTargets } from './targets'

/** What is offline while nobody is about, what came and went, and how far the patrol is. */
export function AtRest({ operation }: ViewProps<VideoDocument, 'offline'>) {
  const targets = useTargets()
  const { offline, onlineRate, dropped, restored, sources, patrol } = operation
  const short = (sources ?? []).filter((source) => isShort(source, targets)).map(({ label }) => label)
  const sum = (of: 'viewed' | 'channels') => (patrol?.plans ?? []).reduce((n, plan) => n + plan[of], 0)
  return (
    <Statement
      head={
        <FigurePair
          items={[
            { metric: 'video_offline', measure: offline },
            { metric: 'video_online_rate', measure: onlineRate },
          ]}
        />
      }
      lines={[
        ...(patrol
          ? [
              words.patrol(
                patrol.shift ?? words.patrolOf,
                <b>{countText(sum('viewed'))}</b>,
                countText(sum('channels')),
              ),
            ]
          : dropped && restored
            ? [
                words.flow(
                  <StatedFigure metric="video_dropped_today" value={dropped.value} />,
                  <StatedFigure metric="video_restored_today" value={restored.value} />,
                  isLast24(dropped.period),
                ),
              ]
            : []),
        ...(sources ? [short.length > 0 ? words.below(short) : words.fine(sources.length)] : []),
      ]}
    />
  )
}
