import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import type { ColumnsData } from '../../../charts/forms/columns'
import { useScreen } from '../../../panel/screen-context'
import { useMarkOf } from '../../../panel/use-marks'
import type { HotlineOperation } from '../contract'
import { words } from '../overview-words'

interface AgeingChartProps {
  readonly ageing: NonNullable<HotlineOperation['ageing']>
  readonly limitDays: HotlineOperation['limitDays']
}

/** Open orders by days used against the limit; the last column is what broke it. Without a limit nothing is late. */
export function AgeingChart({ ageing, limitDays }: AgeingChartProps) {
  const alarmed = useMarkOf('hotline_overdue_open') !== undefined
  const { open } = useScreen()
  const leads = useMemo(
    () =>
      ageing.map(({ days }, i) =>
        limitDays !== undefined && i === ageing.length - 1
          ? ('rows:hotline_overdue_open:overdue=true' as const)
          : (`rows:hotline_open:usedDays=${days}` as const),
      ),
    [ageing, limitDays],
  )
  const data = useMemo<ColumnsData>(() => {
    const last = ageing.length - 1
    const limited = limitDays !== undefined
    return {
      leads,
      unit: words.unit.orders,
      labels: ageing.map(({ days }, i) =>
        i === 0 ? words.ageing.today : limited && i === last ? words.ageing.overdue : String(days),
      ),
      values: ageing.map(({ count }) => count),
      emphasiseFrom: last - 3,
      print: [0, last - 1, last],
      ticks: [0, 3, 6, last],
      ...(limited ? { limit: { at: last, label: words.ageing.limit(limitDays) } } : {}),
      ...(limited && alarmed ? { breach: { from: last, tone: 'p1' as const } } : {}),
    }
  }, [ageing, limitDays, alarmed, leads])
  const label = words.ageing.chart[limitDays === undefined ? 'plain' : 'limited']
  return <Chart label={label} data={data} form="columns" onPick={(key) => open(leads[Number(key)] ?? null)} />
}
