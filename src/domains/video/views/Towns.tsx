import { useMemo } from 'react'
import { worstFirst } from '../../../blocks/own-range'
import { words as marks } from '../../../blocks/own-range-words'
import { Chart } from '../../../charts/Chart'
import { niceMax } from '../../../charts/look'
import { exactText, FEWEST } from '../../../lib/format'
import { shareText } from '../../../lib/format-more'
import type { ViewProps } from '../../../panel/define-panel'
import { useScreen } from '../../../panel/screen-context'
import { LabelRow } from '../../../ui/Row'
import type { VideoDocument, VideoTown } from '../contract'
import { words } from '../words'
import { MapButton } from './MapDoor'
import layout from './Video.module.css'

const ROW = 28
/** What stands around the rows: the label row, the axis, and the room under it. */
const AROUND = 72
const COLUMN = 420
/** Width from which the way to the map stands beside what the rows mean; it has a key too. */
const WITH_DOOR = 520

const share = (n: number, { cameras }: VideoTown) => (cameras === 0 ? 0 : (n / cameras) * 100)

/** How far a town is above its own usual range, in points of its own cameras; fewer offline than usual asks for nothing, nor do few. */
const deviation = (t: VideoTown) =>
  t.offline < FEWEST ? 0 : share(Math.max(t.offline - (t.high ?? Infinity), 0), t)

const usualOf = (t: VideoTown) =>
  t.high === undefined ? {} : { range: [share(t.low ?? 0, t), share(t.high, t)] as const }

function rowsOf(towns: readonly VideoTown[]) {
  const byShare = towns.toSorted((a, b) => share(b.offline, b) - share(a.offline, a))
  return worstFirst(byShare, () => undefined, deviation).map((t) => ({
    key: t.code,
    name: t.name,
    value: share(t.offline, t),
    print: words.towns.print(exactText(t.offline), shareText(share(t.offline, t), t.cameras)),
    ...usualOf(t),
    outlier: deviation(t) > 0,
  }))
}

/** Offline share of every town against its own usual, furthest from it first; choosing a row scopes the wall to that town. */
export function Towns({ operation, size: { width, height } }: ViewProps<VideoDocument, 'towns'>) {
  const { selectRegion } = useScreen()
  const { towns } = operation
  const columns = Math.max(1, Math.floor(width / COLUMN))
  const fit = Math.max(1, Math.floor((height - AROUND) / ROW))
  const charts = useMemo(() => {
    const rows = rowsOf(towns).slice(0, fit * columns)
    const max = niceMax(Math.max(0.5, ...rows.map((r) => Math.max(r.value, r.range?.[1] ?? 0))))
    const names = Math.max(...rows.map((r) => r.name.length), 2) * 20 + 8
    const tall = Math.ceil(rows.length / columns)
    return Array.from({ length: columns }, (_, i) => ({
      unit: '%',
      min: 0,
      max,
      ticks: [0, max / 2, max],
      names,
      values: 128,
      rows: rows.slice(i * tall, (i + 1) * tall),
    })).filter(({ rows: part }) => part.length > 0)
  }, [towns, fit, columns])
  const judged = towns.some((t) => t.high !== undefined)
  const shown = Math.min(towns.length, fit * columns)
  return (
    <div className={layout.column}>
      <LabelRow
        note={
          <>
            {judged ? marks.legend.above : ''}
            {width >= WITH_DOOR && <MapButton />}
          </>
        }
      >
        {shown < towns.length ? words.towns.cut(shown, towns.length) : words.towns.label}
      </LabelRow>
      <div className={layout.split}>
        {charts.map((data, i) => (
          <div key={i} className={layout.part}>
            <Chart label={words.towns.chart} data={data} form="dotRows" onPick={selectRegion} />
          </div>
        ))}
      </div>
    </div>
  )
}
