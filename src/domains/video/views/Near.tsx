import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { pictures } from '../../../blocks/pictures'
import type { PictureRules } from '../../../contract/pictures'
import { RANK } from '../../../contract/severity'
import { MINUTE } from '../../../lib/calendar'
import type { ViewProps } from '../../../panel/define-panel'
import { useAt, useNow, useScreen } from '../../../panel/screen-context'
import { useExceptions, type NumberedException } from '../../../panel/use-exceptions'
import { usePictureRules } from '../../../panel/use-picture-rules'
import { evenIn } from '../../../video/arrange'
import type { CameraShown } from '../../../video/camera'
import { stepsOf } from '../../../video/patrol'
import type { VideoDocument } from '../contract'
import { words } from '../words'
import { Faults } from './Faults'
import { roundOf, visitedOf, type RoundOf } from './round'
import { useCameras, useCamerasAt, useRegister, useWorst } from './use-cameras'
import { Waiting } from './Waiting'
import styles from './Pictures.module.css'

/** As many as are looked at beside everything else. */
const MOST = 4
/** What stands under the tiles, u. */
const UNDER = 12

type Props = ViewProps<VideoDocument>

/** Pictures beside everything else: of the worst fault, then of the places of other exceptions, then of the round of the hour. */
export function Near(props: Props) {
  const rules = usePictureRules()
  return rules ? <Known {...props} rules={rules} /> : <Waiting />
}

function Known({ rules, ...props }: Props & { readonly rules: PictureRules }) {
  const { config } = useScreen()
  const minute = useAt((now) => Math.floor(now / MINUTE))
  const visits = config.audience === 'tour'
  const of = visits ? visitedOf(rules) : roundOf(null, rules, props.operation.sources ?? [], minute * MINUTE)
  const total = useRegister(of)
  if (total === undefined) return <Waiting />
  if (total) return <Shown {...props} {...{ of, total, visits }} />
  // Where there are none to see, what they would be of.
  const { faults } = props.operation
  if (faults && !visits) return <Faults {...props} operation={{ ...props.operation, faults }} />
  return <p className={styles.note}>{visits ? words.pictures.visitors : words.pictures.none}</p>
}

interface Tile {
  readonly camera: CameraShown | undefined
  readonly item?: NumberedException
  readonly urgent?: boolean
}

interface ShownProps extends Props {
  readonly of: RoundOf
  readonly total: number
  readonly visits: boolean
}

function Shown({ document, operation, size, of, total, visits }: ShownProps) {
  const now = useNow()
  const { clock, open, region } = useScreen()
  const grid = evenIn(MOST, { ...size, height: size.height - UNDER })
  const worst = useWorst(operation, Date.parse(document.asOf))
  // One camera a place, and none of the whole city.
  const others = useExceptions().filter(
    ({ domain, place }, i, all) =>
      domain !== 'video' &&
      place &&
      (region === null || place.code === region) &&
      all.findIndex((one) => one.domain !== 'video' && one.place?.code === place.code) === i,
  )
  // Visitors are shown what their list has, wherever it stands: of what it has not nothing needs one of them.
  const near = useCamerasAt(
    others.slice(0, MOST).map(({ place }) => place?.code ?? ''),
    of.parts,
    visits,
  )
  const dwell = useAt((at) => Math.floor(at / (of.dwellSeconds * 1000)))
  const step = clock.frozen ? 0 : dwell % Math.max(1, stepsOf(total, grid.count))
  const round = useCameras({ of, step, tiles: grid.count, but: undefined }, total)
  const tiles = firstOf(
    [
      ...(worst && !visits ? [{ camera: worst.camera, item: worst.item, urgent: true }] : []),
      ...others.slice(0, MOST).flatMap((item, i) => (near[i] === null ? [] : [{ camera: near[i], item }])),
      ...round.flatMap((camera) => (camera === null ? [] : { camera })),
    ],
    grid.count,
  )
  const leads = (id: string) => tiles.find(({ camera }) => camera?.id === id)?.item
  return (
    <div className={styles.column} data-pictures>
      <div className={styles.tiles}>
        <pictures.Part
          key={grid.count}
          cameras={Array.from({ length: grid.count }, (_, i) => tiles[i]?.camera)}
          grid={grid}
          now={now}
          frozen={clock.frozen}
          roomy={() => false}
          urgent={(tile) => (tiles[tile]?.urgent ? RANK[tiles[tile].item?.severity ?? 'minor'] : undefined)}
          mark={(tile) => tiles[tile]?.item && <ExceptionMark of={tiles[tile].item} />}
          onOpen={(id) => open(leads(id) ? `why:${leads(id)?.id}` : `row:video.camera:${id}`)}
        />
      </div>
    </div>
  )
}

/** The first ones, no camera twice; one that is not known yet keeps its place. */
export function firstOf(tiles: readonly Tile[], most: number): readonly Tile[] {
  const seen = new Set<string>()
  const once = tiles.filter(({ camera }) => {
    if (!camera) return true
    if (seen.has(camera.id)) return false
    seen.add(camera.id)
    return true
  })
  return once.slice(0, most)
}
