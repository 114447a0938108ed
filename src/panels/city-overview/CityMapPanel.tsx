import { useMemo, useState } from 'react'
import { CityMap } from '../../map/CityMap'
import { parseRegionMap } from '../../map/geo'
import type { MapLayers, MapMark, MapNote, TownPaint } from '../../map/types'
import { severityLevel } from '../../panel-kit/PanelFrame'
import { usePanel } from '../../panel-kit/panel-scope'
import { useExceptions } from '../../panel-kit/use-exceptions'
import { useWall } from '../../panel-kit/wall-context'
import { InfoGlyph } from '../../ui/InfoGlyph'
import { useUnit } from '../../ui/unit'
import { Legend } from './Legend'
import styles from './CityMapPanel.module.css'

export interface CityMapPanelProps {
  readonly heading: string
  readonly summary: string
  readonly towns: readonly TownPaint[]
  readonly notes: readonly MapNote[]
  /** Which exceptions the map marks; the rest belong to another map. */
  readonly domain: string | null
  readonly measure: { readonly label: string; readonly breaks: readonly number[]; readonly unit: string }
  readonly layers: MapLayers
  readonly label: (code: string) => string
}

/** Kept free for the title (top left), the legend (bottom left) and the caption (bottom right), in u. */
function reservedBoxes(width: number, height: number) {
  return [
    { x0: 0, y0: 0, x1: 420, y1: 72 },
    { x0: 0, y0: height - 176, x1: 270, y1: height },
    { x0: width - 240, y0: height - 96, x1: width, y1: height },
  ]
}

/** The centrepiece: the city's towns in relief. Choosing a town scopes every panel to it. */
export function CityMapPanel({
  heading,
  summary,
  towns,
  notes,
  domain,
  measure,
  layers: initial,
  label,
}: CityMapPanelProps) {
  const wall = useWall()
  const panel = usePanel()
  const u = useUnit()
  const [layers, setLayers] = useState(initial)
  const map = useMemo(() => parseRegionMap(wall.map), [wall.map])
  const items = useExceptions()
  const marks = useMemo(
    () =>
      items.flatMap((item): MapMark[] =>
        item.place && (domain === null || item.domain === domain)
          ? [{ id: item.id, code: item.place.code, severity: severityLevel(item.severity), no: item.no }]
          : [],
      ),
    [items, domain],
  )
  const has = {
    load: towns.some((t) => t.level !== null),
    cameras: towns.some((t) => t.cameras > 0),
    halls: towns.some((t) => t.halls > 0),
    exceptions: marks.length > 0,
  }
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <h2 className={styles.title}>{heading}</h2>
        {panel.chip}
        <button
          type="button"
          className={styles.info}
          onClick={panel.openInfo}
          aria-label={`${heading}：口径、来源与阈值`}
        >
          <InfoGlyph />
        </button>
        <p className={styles.summary}>{summary}</p>
      </div>
      <div className={styles.map}>
        <CityMap
          map={map}
          towns={towns}
          marks={marks}
          notes={notes}
          selected={wall.region}
          onSelect={wall.selectRegion}
          layers={layers}
          unit={u}
          label={label}
          light={wall.light}
          reserved={reservedBoxes}
        />
      </div>
      <div className={styles.foot}>
        <Legend measure={measure} layers={layers} has={has} onChange={setLayers} />
        <p className={styles.caption}>
          <span>{map.note ?? '地图由部署方提供'}</span>
          <span>审图号 {map.approval ?? '待填'}</span>
        </p>
      </div>
    </div>
  )
}
