import { useMemo, useState } from 'react'
import { CityMap } from '../../../map/CityMap'
import { parseRegionMap } from '../../../map/geo'
import type { MapLayers, MapMark, MapNote, TownPaint } from '../../../map/types'
import { severityLevel } from '../../../panel/PanelFrame'
import { usePanel } from '../../../panel/panel-scope'
import { useExceptions } from '../../../panel/use-exceptions'
import { useWall } from '../../../panel/wall-context'
import { InfoGlyph } from '../../../ui/InfoGlyph'
import { useUnit } from '../../../ui/unit'
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
function reservedBoxes(legendHeight: number) {
  // In a narrow panel the legend stands below the map and needs no room on it.
  return (width: number, height: number) =>
    width < 680
      ? [{ x0: 0, y0: 0, x1: 300, y1: 72 }]
      : [
          { x0: 0, y0: 0, x1: 300, y1: 72 },
          { x0: 0, y0: height - legendHeight, x1: 256, y1: height },
          { x0: width - 350, y0: height - 58, x1: width, y1: height },
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
  const map = useMemo(() => {
    // The file did not arrive: why is worth more than what the parser would say about an error.
    if (wall.map instanceof Error) throw wall.map
    return parseRegionMap(wall.map)
  }, [wall.map])
  const note = (map.note ?? '地图由部署方提供').split(' · ')
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
    halls: initial.halls && towns.some((t) => t.halls > 0),
    exceptions: marks.length > 0,
  }
  const switches = [has.cameras, has.halls, has.exceptions].filter(Boolean).length
  const reserved = useMemo(() => reservedBoxes((has.load ? 78 : 34) + 32 * switches), [has.load, switches])
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
          reserved={reserved}
        />
      </div>
      <div className={styles.foot}>
        <Legend measure={measure} layers={layers} has={has} onChange={setLayers} />
        <p className={styles.caption}>
          <span>{note.slice(0, 2).join(' · ')}</span>
          <span>{[...note.slice(2), `审图号 ${map.approval ?? '待填'}`].join(' · ')}</span>
        </p>
      </div>
    </div>
  )
}
