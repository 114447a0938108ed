import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import { useMetric } from '../../../panel/screen-context'
import { dayStart, HOUR } from '../../../lib/calendar'
import type { VideoOperation } from '../contract'
import { words } from '../overview-words'

/** Online rate over the last 24 hours against its target. */
export function TrendChart({ trend }: { readonly trend: NonNullable<VideoOperation['trend']> }) {
  const target = useMetric('video_online_rate').threshold?.value
  const data = useMemo(() => {
    const midnight = dayStart(Date.parse(trend[0]?.at ?? ''))
    const points = trend.map(({ at, rate }) => ({ hour: (Date.parse(at) - midnight) / HOUR, value: rate }))
    return {
      points,
      unit: '%',
      ...(target === undefined ? {} : { target: { value: target, label: words.trend.target(target) } }),
    }
  }, [trend, target])
  return <Chart label={words.trend.chart} data={data} form="rateLine" />
}
