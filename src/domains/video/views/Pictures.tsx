import { useState } from 'react'
import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { pictures } from '../../../blocks/pictures'
import type { PictureRules } from '../../../contract/pictures'
import { RANK } from '../../../contract/severity'
import { clockText, MINUTE } from '../../../lib/calendar'
import { countText } from '../../../lib/format'
import type { Size, ViewProps } from '../../../panel/define-panel'
import { useAt, useNow, useScreen } from '../../../panel/screen-context'
import { usePictureRules } from '../../../panel/use-picture-rules'
import { useSteer } from '../../../panel/use-steer'
import { arrangementsIn, gridOf, usualIn } from '../../../video/arrange'
import { readChosen, stepsOf, writeChosen, type Chosen } from '../../../video/patrol'
import { useRound } from '../../../video/use-round'
import type { VideoDocument, VideoOperation } from '../contract'
import { words } from '../words'
import type { Coverage } from './coverage'
import { PictureBar, type Group } from './PictureBar'
import { Waiting } from './Waiting'
import styles from './Pictures.module.css'
import { EVERY, roundOf, visitedOf, type RoundOf } from './round'
import { Trend } from './Trend'
import { Unseen } from './Unseen'
import { useCameraNamed, useCameras, useRegister, useWorst } from './use-cameras'
import { useCoverage } from './use-coverage'
import { filled } from './whole'

/** Height of a line of the bar with what is above it, u; the room without which it is left out, and that for two lines. */
const BAR = 60
const BARRED = 300
const TWO_LINES = 420

/** What a picture that fills the screen may tell its camera. */
const STEERED = { move: 'video.ptz', preset: 'video.preset' }

type Props = ViewProps<VideoDocument>

/** Pictures of cameras side by side: what needs a person in the largest, the others one after the other. */
export function Pictures(props: Props) {
  const rules = usePictureRules()
  const { sources = [] } = props.operation
  return rules ? <Planned {...props} {...{ rules, sources }} /> : <Waiting />
}

type Sources = NonNullable<VideoOperation['sources']>

interface PlannedProps extends Props {
  readonly rules: PictureRules
  readonly sources: Sources
}

/** By the plan of the hour, unless the link says otherwise; a town without cameras of a plan is gone through whole. */
function Planned({ rules, sources, ...props }: PlannedProps) {
  const screen = useScreen()
  const chosen = readChosen(screen.pictures)
  const minute = useAt((now) => Math.floor(now / MINUTE))
  const visits = screen.config.audience === 'tour'
  const of = visits ? visitedOf(rules) : roundOf(chosen.group, rules, sources, minute * MINUTE)
  const [own, all] = [useRegister(of), useRegister(EVERY)]
  if (own === undefined || all === undefined) return <Waiting />
  if (visits && own === 0) return <p className={styles.note}>{words.pictures.visitors}</p>
  const total = own === 0 ? all : own
  if (total === null || total === 0) return <Without {...props} />
  const choose = (next: Chosen) => screen.look({ pictures: writeChosen(next) })
  // Visitors have no plans to choose from: there is one round of what they may see.
  const offered = visits ? { rules: { ...rules, plans: [] }, sources: [] } : { rules, sources }
  return <Going {...props} {...offered} {...{ chosen, choose, total }} of={own === 0 ? EVERY : of} />
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

interface GoingProps extends PlannedProps {
  readonly chosen: Chosen
  readonly choose: (chosen: Chosen) => void
  readonly of: RoundOf
  /** Cameras of the round. */
  readonly total: number
}

function Going({ document, operation, size, medium, rules, sources, chosen, choose, of, total }: GoingProps) {
  const now = useNow()
  const { clock, config, open } = useScreen()
  const barred = medium !== 'print' && size.height >= BARRED
  const tall = barred && size.height >= TWO_LINES
  const room = { width: size.width, height: size.height - (barred ? BAR + 12 : 0) - (tall ? BAR : 0) }
  const possible = arrangementsIn(room)
  const count = possible.find((one) => one === chosen.tiles) ?? usualIn(room)
  const needed = useWorst(operation, Date.parse(document.asOf))
  // Of what visitors may see nothing needs one of them.
  const worst = config.audience === 'tour' ? null : needed
  const pinned = worst?.camera
  const turning = Math.min(count - (worst ? 1 : 0), total)
  const steps = stepsOf(total, turning)
  const { coverage, see } = useCoverage(of.key)
  // Nobody sees the round behind one picture that fills the screen.
  const stands = clock.frozen || chosen.whole !== null
  const from = Math.floor(coverage.seen.size / Math.max(1, turning))
  // Held, it is a place in these cameras, and the hour may have others.
  const hold = (next: Chosen) => choose(next.held === null ? next : { ...next, group: of.key })
  const round = useRound({ chosen, choose: hold, steps, dwellMs: of.dwellSeconds * 1000, from, stands })
  const cameras = useCameras({ of, step: round.step, tiles: turning, but: pinned?.id }, total)
  const beside = Array.from({ length: count }, (_, i) =>
    worst ? (i === 0 ? pinned : i <= turning ? cameras[i - 1] : null) : i < turning ? cameras[i] : null,
  )
  const isBeside = beside.some((camera) => camera?.id === chosen.whole)
  const named = useCameraNamed(isBeside ? null : chosen.whole)
  const { shown, whole } = filled(beside, named, chosen, choose)
  const grid = gridOf(count, room)
  const steer = useSteer(STEERED)
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
          steer={steer}
          onLive={(ids) => see(ids.filter((id) => cameras.some((camera) => camera?.id === id)))}
          onOpen={(id) =>
            open(pinned?.id === id && worst ? `why:${worst.item.id}` : `row:video.camera:${id}`)
          }
        />
      </div>
      {barred && (
        <PictureBar
          width={size.width}
          {...{ chosen, choose, possible, count, round, steps, of, tall }}
          groups={groupsOf(rules, sources)}
          seen={!clock.frozen && <Seen {...{ of, coverage, total }} />}
        />
      )}
      {rules.problems.length > 0 && <p className={styles.note}>{words.pictures.wrong(rules.problems)}</p>}
    </div>
  )
}

/** A tile that has room for whose its camera is and since when it is cut off. */
const isRoomy = ({ width, height }: Size) => width >= 420 && height >= 190

/** The plans of the city and every camera; where it has no plans, its sources. */
const groupsOf = ({ plans }: PictureRules, sources: Sources): Group[] => [
  ...plans.map(({ id, name, hours }) => ({ key: id, label: name, hours })),
  { key: EVERY.key, label: words.pictures.all },
  ...(plans.length === 0 ? sources : []),
]

interface SeenProps {
  readonly of: RoundOf
  readonly coverage: Coverage
  readonly total: number
}

/** How much of the round this screen has seen in this shift; pressed, what it has not. */
function Seen({ of, coverage: { begin, seen }, total }: SeenProps) {
  const [listed, setListed] = useState(false)
  return (
    <>
      <button type="button" className={styles.seen} onClick={() => setListed(true)}>
        {words.pictures.seen(clockText(begin), countText(Math.min(seen.size, total)), countText(total))}
      </button>
      {listed && <Unseen {...{ of, seen }} onClose={() => setListed(false)} />}
    </>
  )
}
