import { createContext, Suspense, use, type ReactNode } from 'react'
import type { Arrangement, Aspect, Cell, SceneConfig } from '../../config/scene'
import { cellOf } from '../../config/written'
import type { CityConfig } from '../../config/city'
import { isSceneFault, type ListedScene } from '../../config/site'
import type { Panel } from '../../panel/define-panel'
import { PanelHost } from '../../panel/PanelHost'
import { LeastRow, MediumContext } from '../../panel/room'
import type { DocumentResource } from '../../contract/resource'
import { useDocument } from '../../panel/use-documents'
import { useScreen } from '../../panel/screen-context'
import { domains, loadPanel, panels } from '../../domains/registry'
import { onDemand } from '../../panel/on-demand'
import type { Canvas } from './aspect'
import styles from './Stage.module.css'
import { Waiting } from './Waiting'

/** What a finger needs, as `--row` of the style sheet says. */
const ROW_PX = 48

/** Small, and of no use to a wall. */
const touch = onDemand(() => import('./touch/Touch').then(({ Touch }) => Touch))

const AbsentContext = createContext('')

/** Of no use where every file can be used and every panel is there. */
const unusable = onDemand(
  () => import('./Unusable').then(({ Unusable }) => Unusable),
  <Waiting area="auto" />,
)

/** Of no use to a city that has every domain. */
const allotted = onDemand(
  () => import('./Allotted').then(({ Allotted }) => Allotted),
  <Waiting area="auto" />,
)

/** Shapes to borrow from, nearest first, when a scene has no layout of its own for one. */
const NEAREST: Record<Canvas['aspect'], readonly Aspect[]> = {
  phone: ['phone', 'portrait', '4:3', '16:9'],
  tablet: ['portrait', '4:3', '16:9'],
  portrait: ['portrait', '4:3', '16:9'],
  '4:3': ['4:3', '16:9'],
  '16:9': ['16:9', '4:3', '32:9'],
  '21:9': ['21:9', '16:9', '32:9'],
  '32:9': ['32:9', '48:9', '16:9'],
  '48:9': ['48:9', '32:9', '16:9'],
}

/** It is as long as what stands on it, and scrolls. */
const held = (aspect: Canvas['aspect']) => aspect === 'phone' || aspect === 'tablet'

/** The grid of one arrangement on one canvas: named areas, tracks as fractions of the design units. */
export function gridOf(
  arrangement: Arrangement,
  { aspect }: Canvas,
): { style: React.CSSProperties; areas: ReadonlySet<string> } | null {
  const layout = NEAREST[aspect].map((shape) => arrangement.layouts[shape]).find((l) => l !== undefined)
  if (!layout) return null
  const areas = new Set(layout.areas.flatMap((row) => row.trim().split(/\s+/)))
  // A phone stacks what the portrait wall shows where a scene has no layout for it.
  if (aspect === 'phone' && layout !== arrangement.layouts.phone) return { style: {}, areas }
  const tracks = (sizes: readonly number[], one = (size: number) => `minmax(0, ${size}fr)`) =>
    sizes.map((size) => one(size)).join(' ')
  return {
    style: {
      gridTemplateColumns: tracks(layout.columns),
      gridTemplateRows: tracks(
        layout.rows,
        held(aspect) ? (size) => `minmax(calc(${size} * var(--u)), auto)` : undefined,
      ),
      gridTemplateAreas: layout.areas.map((row) => `"${row}"`).join(' '),
    },
    areas,
  }
}

/** Lays one scene's panels out for this canvas; it knows panels by name only. */
export function Stage({
  scene,
  canvas,
  absent,
}: {
  readonly scene: ListedScene
  readonly canvas: Canvas
  /** Domains that the city does not have, by a space. */
  readonly absent: string
}) {
  const { file } = scene
  if (file === undefined)
    return (
      <Bare>
        <Waiting area="auto" />
      </Bare>
    )
  if (isSceneFault(file))
    return (
      <Bare>
        <unusable.Part id={scene.id} fault={file} />
      </Bare>
    )
  const laid = (
    <AbsentContext value={absent}>
      <Laid scene={file} canvas={canvas} />
    </AbsentContext>
  )
  if (!held(canvas.aspect)) return laid
  return (
    <LeastRow value={ROW_PX / canvas.u}>
      <touch.Part>{laid}</touch.Part>
    </LeastRow>
  )
}

/** A stage with one thing on it. */
function Bare({ children }: { readonly children: ReactNode }) {
  return <main className={styles.stage}>{children}</main>
}

function Laid({ scene, canvas }: { readonly scene: SceneConfig; readonly canvas: Canvas }) {
  const document = domains.find(({ id }) => id === scene.dataset)?.document
  return document === undefined || scene.absent === undefined ? (
    <Grid arrangement={scene.present} canvas={canvas} />
  ) : (
    <AbsenceAware scene={scene} of={document} absent={scene.absent} canvas={canvas} />
  )
}

/** A city without this domain gets the scene's own absent arrangement instead of a wall of empty panels. */
function AbsenceAware({
  scene,
  of,
  absent,
  canvas,
}: {
  scene: SceneConfig
  of: DocumentResource
  absent: Arrangement
  canvas: Canvas
}) {
  const { document, fault } = useDocument(of)
  const arrangement = document?.absence ? absent : scene.present
  // Until it is known which of the two stands, the wall is not ready, whatever its panels say.
  return <Grid arrangement={arrangement} canvas={canvas} undecided={!document && !fault} />
}

interface GridProps {
  arrangement: Arrangement
  canvas: Canvas
  undecided?: boolean
}

/** A city without some domains is laid out as the arrangement says for such; in their places stands what it says for them. */
function Grid(props: GridProps) {
  const absent = use(AbsentContext)
  const { instead, partly } = props.arrangement
  if (absent === '' || !(instead ?? partly)) return <Cells {...props} />
  return (
    <allotted.Part arrangement={props.arrangement} absent={absent}>
      {(arrangement) => <Cells {...props} arrangement={arrangement} />}
    </allotted.Part>
  )
}

function Cells({ arrangement, canvas, undecided = false }: GridProps) {
  const { city } = useScreen()
  const grid = gridOf(arrangement, canvas)
  const { paper } = canvas
  const areaOf = (area: string, { panel }: Cell) => {
    if (paper) return paper.place(arrangement, area, panels.get(panel))
    return grid?.style.gridTemplateAreas ? area : 'auto'
  }
  return (
    <main
      className={styles.stage}
      style={paper ? undefined : grid?.style}
      data-aspect={paper ? 'paper' : canvas.aspect}
      data-state={undecided ? 'loading' : undefined}
    >
      {Object.entries(arrangement.panels)
        .filter(([area]) => !grid || grid.areas.has(area))
        .map(([area, written]) => [area, placed(city, cellOf(written))] as const)
        .map(([area, cell]) => (
          <Placed
            key={area}
            area={areaOf(area, cell)}
            cell={cell}
            whole={paper !== undefined || held(canvas.aspect)}
          />
        ))}
    </main>
  )
}

/** A panel this city shows in place of another is set up by itself: the settings were written for the other one. */
function placed(city: CityConfig, cell: Cell): Cell {
  const other = city.replace[cell.panel]
  return other === undefined ? cell : { panel: other }
}

interface PlacedProps {
  readonly area: string
  readonly cell: Cell
  /** The page is as long as what stands on it. */
  readonly whole: boolean
}

/** The panel by name: at once when it is here, after its scene's code has arrived otherwise; in the same place, or it would begin anew. */
function Placed(props: PlacedProps) {
  return (
    <Suspense fallback={<Waiting area={props.area} />}>
      <Arriving {...props} />
    </Suspense>
  )
}

function Arriving(props: PlacedProps) {
  const { area, cell } = props
  const loaded = panels.has(cell.panel) ? undefined : loadPanel(cell.panel)
  const panel = (loaded ? use(loaded) : panels).get(cell.panel)
  return panel ? <Hosted panel={panel} {...props} /> : <unusable.Part area={area} id={cell.panel} />
}

function Hosted({ panel, area, cell: { title, spec }, whole }: PlacedProps & { readonly panel: Panel }) {
  // Panels stand in cells on paper and on a phone, too; the exception list alone takes the height it needs, and shows all.
  const all = whole && panel.standing && panel.chrome === 'bare'
  return (
    <MediumContext value={all ? 'print' : 'wall'}>
      <PanelHost panel={panel} area={area} title={title} spec={spec} />
    </MediumContext>
  )
}
