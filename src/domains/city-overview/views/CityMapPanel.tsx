import { useMemo } from 'react'
import { CityMap } from '../../../map/CityMap'
import type { MapNote, RampTown } from '../../../map/layers/layer'
import type { RegionMap } from '../../../map/map-thread'
import { usePanel } from '../../../panel/panel-scope'
import { useScreen } from '../../../panel/screen-context'
import { InfoGlyph } from '../../../ui/InfoGlyph'
import { useUnit } from '../../../ui/unit'
import type { Town } from '../contract'
import { Legend, type Measure } from './Legend'
import { mismatch } from './matching'
import { useOverlays } from './use-overlays'
import styles from './CityMapPanel.module.css'
import { words } from '../words'

export interface CityMapPanelProps {
  readonly heading: string
  readonly summary: string
  readonly towns: readonly Town[]
  readonly ramp: readonly RampTown[]
  readonly notes: readonly MapNote[]
  /** Which exceptions the map marks; the rest belong to another map. */
  readonly domain: string | null
  readonly halls: boolean
  readonly measure: Measure
  readonly label: (code: string) => string
}

const TITLE = { x1: 300, y1: 72 }
const TITLE_AND_ALERT = { x1: 720, y1: 104 }

/** Kept free for the title (top left), the legend (bottom left) and the caption (bottom right), in u. */
function reservedBoxes(legendHeight: number, title: { x1: number; y1: number }) {
  // In a narrow panel the legend stands below the map and needs no room on it.
  return (width: number, height: number) =>
    width < 680
      ? [{ x0: 0, y0: 0, ...title }]
      : [
          { x0: 0, y0: 0, ...title },
          { x0: 0, y0: height - legendHeight, x1: 256, y1: height },
          { x0: width - 350, y0: height - 58, x1: width, y1: height },
        ]
}

/** The centrepiece: the city's towns in relief. Choosing a town scopes every panel to it. */
export function CityMapPanel(props: CityMapPanelProps) {
  const { map } = useScreen().map
  // The host shows this panel only while the map is there.
  return map ? <Present {...props} map={map} /> : null
}

function Present({ map, ...props }: CityMapPanelProps & { readonly map: RegionMap }) {
  const { heading, towns, ramp, notes, label } = props
  const screen = useScreen()
  const panel = usePanel()
  const u = useUnit()
  const base = useMemo(
    () => [
      { kind: 'ramp', id: 'ramp', towns: ramp } as const,
      { kind: 'notes', id: 'notes', notes } as const,
    ],
    [ramp, notes],
  )
  const { layers, switches, off, toggle } = useOverlays({ ...props, base })
  const strange = useMemo(() => mismatch(map, towns), [map, towns])
  const uncoloured = ramp.some(({ level }) => level !== null) ? null : words.uncoloured
  const legendHeight = (uncoloured === null ? 78 : 34) + 32 * switches.length
  const reserved = useMemo(
    () => reservedBoxes(legendHeight, strange === null ? TITLE : TITLE_AND_ALERT),
    [legendHeight, strange],
  )
  const note = (map.note ?? words.map.provided).split(' · ')
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <h2 className={styles.title}>{heading}</h2>
        {panel.chip}
        <button
          type="button"
          className={styles.info}
          onClick={panel.openInfo}
          aria-label={words.about(heading)}
        >
          <InfoGlyph />
        </button>
        <p className={styles.summary}>{props.summary}</p>
        {strange !== null && (
          <p className={styles.strange} role="alert">
            {strange}
          </p>
        )}
      </div>
      <div className={styles.map}>
        <CityMap
          map={map}
          layers={layers}
          selected={screen.region}
          onSelect={screen.selectRegion}
          unit={u}
          title={words.map.about(map.towns.length, map.schematic)}
          label={label}
          light={screen.light}
          reserved={reserved}
        />
      </div>
      <div className={styles.foot}>
        <Legend
          measure={props.measure}
          uncoloured={uncoloured}
          switches={switches}
          off={off}
          onToggle={toggle}
        />
        <p className={styles.caption}>
          <span>{note.slice(0, 2).join(' · ')}</span>
          <span>{[...note.slice(2), words.map.approval(map.approval)].join(' · ')}</span>
        </p>
      </div>
    </div>
  )
}
