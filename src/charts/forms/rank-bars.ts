import type { CustomSeriesOption, EChartsOption } from 'echarts'
import { exactText } from '../../lib/format'
import type { Look } from '../look'
import { axisLabel, base, rowAxis, tooltip } from '../parts'
import { plotRows, type Openable } from '../rows'
import { words } from '../words'

export interface RankRow extends Openable {
  readonly name: string
  readonly value: number
  /** Reference tick, e.g. the same weekday last week. */
  readonly tick?: number
  /** 其他 and the like. */
  readonly muted?: boolean
  /** A statistical outlier: white ring, not an alarm. */
  readonly outlier?: boolean
  readonly print?: string
}

export interface RankBarsData {
  readonly rows: readonly RankRow[]
  readonly unit: string
  readonly tickLabel?: string
  /** Width of the name column in u. */
  readonly names?: number
}

/** Category against last period: sorted bars from 0 with a reference tick; values aligned right. */
export function rankBars(data: RankBarsData, look: Look): EChartsOption {
  const { names = 92 } = data
  const { u, colour } = look
  const { rows, bottom } = plotRows(look, data.rows, 0)
  const top = Math.max(1, ...rows.map((r) => Math.max(r.value, r.tick ?? 0))) * 1.06
  const band = (look.height - bottom) / Math.max(1, rows.length)
  const thick = Math.min(18 * u, band * 0.62)
  const printed = rows.map((r) => r.print ?? exactText(r.value))
  const room = Math.max(...printed.map((p) => p.length), 2) * 12 * u + 26 * u
  const categories = rowAxis(rows)
  return {
    ...base(look),
    grid: { left: names * u, right: room, top: 0, bottom },
    tooltip: {
      ...tooltip(look),
      trigger: 'axis',
      axisPointer: { type: 'none' },
      formatter: (params: unknown) => rowText(rows[indexOf(params)], data),
    },
    xAxis: { type: 'value', min: 0, max: top, show: false },
    yAxis: [
      {
        ...categories,
        axisLabel: {
          ...axisLabel(look),
          interval: 0,
          color: colour.text2,
          margin: names * u,
          width: (names - 4) * u,
          overflow: 'truncate',
          align: 'left',
          formatter: (_: string, i: number) => rows[i]?.name ?? '',
        },
      },
      {
        ...categories,
        position: 'right',
        axisLabel: {
          ...axisLabel(look),
          interval: 0,
          fontWeight: 700,
          color: colour.text1,
          margin: room,
          align: 'right',
          formatter: (_: string, i: number) => `${printed[i] ?? ''}${rows[i]?.outlier ? ' ○' : ''}`,
        },
      },
    ],
    series: [
      {
        id: 'value',
        type: 'bar',
        barWidth: thick,
        data: rows.map((r) => ({
          name: r.key,
          value: r.value,
          itemStyle: { color: r.muted ? colour.barMute : colour.bar, borderRadius: 2 * u },
        })),
      },
      referenceTicks(rows, thick + 6 * u, look),
    ],
  }
}

/** Where each row stood in the period it is compared with. */
function referenceTicks(rows: readonly RankRow[], tall: number, { u, colour }: Look): CustomSeriesOption {
  return {
    id: 'tick',
    type: 'custom',
    z: 3,
    silent: true,
    tooltip: { show: false },
    data: rows.flatMap((r, i) => (r.tick === undefined ? [] : [[r.tick, i]])),
    renderItem: (_params, api) => {
      const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
      return {
        type: 'rect',
        shape: { x: x - 1.5 * u, y: y - tall / 2, width: 3 * u, height: tall },
        style: { fill: colour.text1 },
      }
    },
  }
}

export function rowText(
  row: RankRow | undefined,
  { unit, tickLabel = words.reference }: RankBarsData,
): string {
  if (!row) return ''
  const tick = row.tick === undefined ? '' : `\n${tickLabel} ${exactText(row.tick)} ${unit}`
  return `${row.name}\n${row.print ?? exactText(row.value)} ${unit}${tick}`
}

export function indexOf(params: unknown): number {
  const first: unknown = Array.isArray(params) ? params[0] : params
  return typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1
}
