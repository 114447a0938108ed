import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { SEVERITIES } from '../../../contract/severity'
import { CityMap, type MapForm } from '../../../map/CityMap'
import type { MapLayer } from '../../../map/layers/layer'
import type { RegionMap } from '../../../map/map-thread'
import type { Size } from '../../../panel/define-panel'
import { usePanel } from '../../../panel/panel-scope'
import { useScreen } from '../../../panel/screen-context'
import { onDemand } from '../../../panel/on-demand'
import { useExceptions } from '../../../panel/use-exceptions'
import { InfoGlyph } from '../../../ui/InfoGlyph'
import { useUnit } from '../../../ui/unit'
import type { OverviewDocument } from '../contract'
import { Deviants, Switch } from './Flank'
import { marksOf } from './layers'
import { Legend } from './Legend'
import { mismatch } from './matching'
import { deviantsOf, type MapMeasure } from './measures'
import { reservedBoxes } from './reserved'
import styles from './CityMapPanel.module.css'
import { words } from '../words'

/** On few walls is the map too small for its names. Fetched with the sheets when the first view stands. */
const townList = onDemand(
  () => import('./TownList').then(({ TownList }) => TownList),
  <i hidden data-state="loading" />,
)

export interface CityMapPanelProps {
  readonly heading: string
  readonly document: OverviewDocument
  /** What can be shown, best first; the map shows one at a time. */
  readonly measures: readonly MapMeasure[]
  /** Which exceptions the map marks; the rest belong to another map. Null: all. */
  readonly domain: string | null
  readonly size: Size
}

/** The centrepiece: every town with its own day. Choosing a town scopes every panel to it. */
export function CityMapPanel(props: CityMapPanelProps) {
  const { map } = useScreen().map
  // The host shows this panel only while the map is there.
  return map ? <Present {...props} map={map} /> : null
}

const NO_TOWNS: readonly never[] = []

/** What the map is given: tiles of the measure shown, the marks on them, and which places have a tile at all. */
function usePicture(map: RegionMap, measure: MapMeasure | undefined, domain: string | null) {
  const all = useExceptions()
  const marks = useMemo(
    () => marksOf(all.filter((item) => domain === null || item.domain === domain)),
    [all, domain],
  )
  return useMemo(() => {
    const towns = measure?.towns ?? NO_TOWNS
    const only = measure?.halls ? towns.map(({ code, name }) => ({ code, short: name })) : undefined
    const codes = new Set((only && map.schematic ? only : map.towns).map(({ code }) => code))
    const severities = new Set(marks.flatMap(({ code, severity }) => (codes.has(code) ? [severity] : [])))
    const layers: MapLayer[] = [
      { kind: 'tiles', id: 'tiles', towns },
      { kind: 'marks', id: 'exceptions', marks },
    ]
    const shown = SEVERITIES.filter((severity) => severities.has(severity))
    return { towns, only, layers, shown, deviants: measure ? deviantsOf(measure) : NO_TOWNS }
  }, [measure, map, marks])
}

/** A place by its code, as a person who cannot see its tile is told of it. */
const useLabel = (map: RegionMap, measure: MapMeasure | undefined) =>
  useCallback(
    (code: string) => {
      const town = measure?.towns.find((one) => one.code === code)
      const name = town?.name ?? map.towns.find((one) => one.code === code)?.name ?? code
      if (!measure || town?.count == null) return words.noData(name)
      return words.town(name, measure.name, town.count, town.low, town.high)
    },
    [measure, map],
  )

function Present({ map, ...props }: CityMapPanelProps & { readonly map: RegionMap }) {
  const { document, measures } = props
  const { region, selectRegion, open } = useScreen()
  const [wanted, want] = useState<MapMeasure['id'] | null>(null)
  const [form, setForm] = useState<MapForm>('curves')
  const measure = measures.find(({ id }) => id === wanted) ?? measures[0]
  const { towns, only, layers, shown, deviants } = usePicture(map, measure, props.domain)
  const strange = useMemo(() => mismatch(map, document.operation?.towns ?? []), [map, document])
  const narrow = props.size.width < 680
  const { reserved, head, legend } = useReserved({
    measure,
    measures,
    shown: shown.length,
    strange,
    deviants: deviants.length,
  })
  const label = useLabel(map, measure)
  const chosen = towns.some(({ code }) => code === region) ? region : null
  const flank = <Deviants towns={deviants} onSelect={selectRegion} />
  const outside = deviants.length === 0 ? '' : words.outside(deviants.length)
  return (
    <div className={styles.box}>
      <Head heading={props.heading}>
        {measure && measures.length > 1 && <Switch measures={measures} shown={measure.id} onChoose={want} />}
        <p className={styles.summary}>
          {chosen !== null ? label(chosen) : measure ? measure.summary + outside : words.nothing}
        </p>
        {strange !== null && (
          <p className={styles.strange} role="alert">
            {strange}
          </p>
        )}
        {!narrow && form !== 'list' && flank}
      </Head>
      <div className={styles.map}>
        <CityMap
          map={map}
          layers={layers}
          selected={region}
          onSelect={selectRegion}
          onOpen={open}
          unit={useUnit()}
          title={words.map.about(
            (map.schematic ? only : undefined)?.length ?? map.towns.length,
            map.schematic,
          )}
          label={label}
          only={only}
          onForm={setForm}
          list={
            <townList.Part towns={towns} selected={region} onSelect={selectRegion} between={[head, legend]} />
          }
          reserved={reserved}
        />
      </div>
      <div className={styles.foot}>
        {narrow && form !== 'list' && flank}
        {measure ? <Legend measure={measure} curves={form !== 'bare'} marks={shown} /> : <span />}
        <Caption map={map} halls={only !== undefined} />
      </div>
    </div>
  )
}

/** Title, age of the data and ⓘ, with what stands below them. */
function Head({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  const panel = usePanel()
  return (
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
      {children}
    </div>
  )
}

interface Reserve {
  readonly measure: MapMeasure | undefined
  readonly measures: readonly MapMeasure[]
  readonly shown: number
  readonly strange: string | null
  readonly deviants: number
}

/** The corners that title, list, legend and caption take. */
function useReserved({ measure, measures, shown, strange, deviants }: Reserve) {
  const filled = measure?.towns.some(({ level }) => level !== null) ?? false
  const head = 68 + (measures.length > 1 ? 34 : 0) + (strange === null ? 0 : 28)
  const legend =
    (measure?.curve == null ? 0 : 56) +
    (filled ? 72 : 0) +
    28 +
    (deviants > 0 ? 28 : 0) +
    (shown > 0 ? 28 : 0)
  const wide = strange !== null
  const reserved = useMemo(
    () => reservedBoxes({ head, wide, deviants, legend }),
    [head, wide, deviants, legend],
  )
  return { reserved, head, legend }
}

/** Whose map it is and under which number it may be shown; a map of halls is drawn here and says that. */
function Caption({ map, halls }: { readonly map: RegionMap; readonly halls: boolean }) {
  if (halls && map.schematic) return <p className={styles.caption}>{words.map.hallGrid}</p>
  const note = (map.note ?? words.map.provided).split(' · ')
  const lines = [note.slice(0, 2).join(' · '), ...note.slice(2), words.map.approval(map.approval)]
  return (
    <p className={styles.caption}>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
  )
}
