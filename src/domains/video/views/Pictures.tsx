import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { pictures } from '../../../blocks/pictures'
import { RANK } from '../../../contract/severity'
import type { Size, ViewProps } from '../../../panel/define-panel'
import { useNow, useScreen } from '../../../panel/screen-context'
import { arrangementsIn, gridOf, usualIn } from '../../../video/arrange'
import { readChosen, stepsOf, writeChosen, type Chosen } from '../../../video/patrol'
import { useRound } from '../../../video/use-round'
import type { VideoDocument } from '../contract'
import { words } from '../words'
import { PictureBar } from './PictureBar'
import styles from './Pictures.module.css'
import { Trend } from './Trend'
import { useCameraNamed, useCameras, useRegister, useWorst } from './use-cameras'
import { filled } from './whole'

/** Height of the bar with what is above it, u; and the room without which it is left out. */
const BAR = 72
const BARRED = 300
/** Where no plan says it, seconds that a picture stands. */
const DWELL_S = 15

type Props = ViewProps<VideoDocument>

/** Pictures of cameras side by side: what needs a person in the largest, the others one after the other. */
export function Pictures(props: Props) {
  const { operation } = props
  const screen = useScreen()
  const chosen = readChosen(screen.pictures)
  const group = operation.sources?.find(({ key }) => key === chosen.group)
  const total = useRegister(group?.label ?? null)
  if (total === undefined)
    return (
      <p className={styles.note} data-reading data-state={screen.clock.frozen ? 'loading' : undefined}>
        {words.pictures.waiting}
      </p>
    )
  if (total === null || total === 0) return <Without {...props} />
  const choose = (next: Chosen) => screen.look({ pictures: writeChosen(next) })
  return <Going {...props} {...{ chosen, choose, total }} source={group?.label ?? null} />
}

/** A source that counts and tells of no camera: no picture, and in its place how the rate went. */
function Without({ operation, ...rest }: Props) {
  const { trend } = operation
  return (
    <div className={styles.column}>
      <p className={styles.note}>{words.pictures.none}</p>
      {trend && (
        <div className={styles.tiles}>
          <Trend {...rest} operation={{ ...operation, trend }} />
        </div>
      )}
    </div>
  )
}

interface GoingProps extends Props {
  readonly chosen: Chosen
  readonly choose: (chosen: Chosen) => void
  readonly source: string | null
  /** Cameras of the round. */
  readonly total: number
}

function Going({ document, operation, size, medium, chosen, choose, source, total }: GoingProps) {
  const now = useNow()
  const { clock, open } = useScreen()
  const barred = medium !== 'print' && size.height >= BARRED
  const room = { width: size.width, height: size.height - (barred ? BAR : 0) }
  const possible = arrangementsIn(room)
  const count = possible.find((one) => one === chosen.tiles) ?? usualIn(room)
  const worst = useWorst(operation, Date.parse(document.asOf))
  const pinned = worst?.camera
  const turning = Math.min(count - (worst ? 1 : 0), total)
  const steps = stepsOf(total, turning)
  const plan = operation.patrol?.plans.find(({ running }) => running) ?? operation.patrol?.plans[0]
  const dwell = plan?.dwellSeconds ?? DWELL_S
  // Nobody sees the round behind one picture that fills the screen.
  const stands = clock.frozen || chosen.whole !== null
  const round = useRound({ chosen, choose, steps, dwellMs: dwell * 1000, stands })
  const cameras = useCameras({ source, step: round.step, tiles: turning, but: pinned?.id }, total)
  const beside = Array.from({ length: count }, (_, i) =>
    worst ? (i === 0 ? pinned : i <= turning ? cameras[i - 1] : null) : i < turning ? cameras[i] : null,
  )
  const isBeside = beside.some((camera) => camera?.id === chosen.whole)
  const named = useCameraNamed(isBeside ? null : chosen.whole)
  const { shown, whole } = filled(beside, named, chosen, choose)
  const grid = gridOf(count, room)
  const isFirst = (tile: number) => tile === 0
  const isWorst = (tile: number) => worst && shown[tile]?.id === pinned?.id && isFirst(tile)
  return (
    <div className={styles.column} data-pictures>
      <div className={styles.tiles}>
        <pictures.Part
          key={count}
          cameras={shown}
          grid={grid}
          now={now}
          frozen={clock.frozen}
          roomy={(tile) => (count === 7 && isFirst(tile)) || isRoomy(grid.least)}
          urgent={(tile) => (worst && isWorst(tile) ? RANK[worst.item.severity] : undefined)}
          mark={(tile) => worst && isWorst(tile) && <ExceptionMark of={worst.item} />}
          whole={whole}
          onOpen={(id) =>
            open(pinned?.id === id && worst ? `why:${worst.item.id}` : `row:video.camera:${id}`)
          }
        />
      </div>
      {barred && (
        <PictureBar
          width={size.width}
          {...{ chosen, choose, possible, count, round, steps, dwell }}
          groups={operation.sources ?? []}
        />
      )}
    </div>
  )
}

/** A tile that has room for whose its camera is and since when it is cut off. */
const isRoomy = ({ width, height }: Size) => width >= 420 && height >= 190
