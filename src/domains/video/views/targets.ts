import type { NumberedException } from '../../../panel/use-exceptions'
import { useMetric } from '../../../panel/screen-context'
import { FEW, rateText } from '../../../lib/format'
import type { VideoSource } from '../contract'

export type Targets = Readonly<Record<NonNullable<VideoSource['group']>, number | undefined>>

/** Below the target of its group; a source without a group or a rate is not judged. */
export function isShort(source: VideoSource, targets: Targets): boolean {
  const [rate, target] = [onlineRate(source), source.group && targets[source.group]]
  return rate !== null && target !== undefined && rate < target
}

/** Targets of the two groups of sources, from the dictionary. */
export function useTargets(): Targets {
  const key = useMetric('video_online_rate_key').threshold?.value
  const sector = useMetric('video_online_rate_sector').threshold?.value
  return { key, sector }
}

/** Online rate in percent; null where there is nothing to be online. */
export function onlineRate({ channels, offline }: { channels: number; offline: number }): number | null {
  return channels === 0 ? null : Math.round(((channels - offline) / channels) * 10_000) / 100
}

/** `98.65`, or `11/12` where there are few channels. */
export function onlineText(row: { channels: number; offline: number }, target?: number): string {
  if (row.channels > 0 && row.channels < FEW) return `${row.channels - row.offline}/${row.channels}`
  return rateText(onlineRate(row), target)
}

/** Metric that judges a source: its group's, or the rate of all where it belongs to none. */
export function metricOf({ group }: VideoSource): string {
  return group === undefined ? 'video_online_rate' : `video_online_rate_${group}`
}

/** The exception that stands for this source's rate, if one is open. */
export function markOf(
  marks: readonly NumberedException[],
  source: VideoSource,
): NumberedException | undefined {
  return marks.find((mark) => mark.subject === source.key && mark.metric === metricOf(source))
}
