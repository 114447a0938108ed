import { useEffect, useMemo, useRef, type MouseEvent, type ReactNode } from 'react'
import type { Grid } from './arrange'
import { hasAddress, type CameraShown } from './camera'
import { elementsFor } from './pictures'
import { Caption } from './Caption'
import styles from './Tiles.module.css'
import type { Steer } from './steer'
import { SteerButtons } from './SteerButtons'
import { NOTHING, type Seen } from './tile'
import { usePictures } from './use-pictures'
import { useOnce, useWhole, type Whole } from './use-whole'
import { wantedOf, type AskFor } from './wanted'
import { Watermark } from './Watermark'
import { WholeButtons } from './WholeButtons'

export interface TilesProps {
  /**
   * Of every tile, the first the largest; null is empty, and undefined not known yet: what stands there stays. As many for as long as it
   * stands: another number is another `key`.
   */
  readonly cameras: readonly (CameraShown | null | undefined)[]
  readonly grid: Pick<Grid, 'columns' | 'rows' | 'areas'>
  /** Epoch ms of the shown moment, and whether that stands still. */
  readonly now: number
  readonly frozen: boolean
  /** Tiles that have room for whose a camera is. */
  readonly roomy?: ((tile: number) => boolean) | undefined
  /** What needs a person there. */
  readonly urgent?: ((tile: number) => 1 | 2 | 3 | undefined) | undefined
  /** The mark of that. */
  readonly mark?: ((tile: number) => ReactNode) | undefined
  readonly onOpen?: ((id: string) => void) | undefined
  /** The same for as long as it stands. */
  readonly askFor?: AskFor | undefined
  /** Written over the pictures, under their captions. */
  readonly watermark?: string | null
  /** Told which cameras are drawn live. */
  readonly onLive?: ((ids: readonly string[]) => void) | undefined
  /** One of them may fill the screen: by key, by two presses, by a button. */
  readonly whole?: Whole | undefined
  /** How the one that fills the screen is turned; null where this site has no way for it. */
  readonly steer?: ((camera: CameraShown) => Steer | null) | undefined
}

/**
 * Pictures in a grid. Elements stand below captions and are placed by whoever plays them; a caption is that of the picture that is drawn,
 * so that no name ever stands beside another camera's picture.
 */
export function Tiles({
  cameras,
  grid,
  now,
  frozen,
  roomy,
  urgent,
  mark,
  onOpen,
  askFor,
  watermark,
  onLive,
  whole,
  steer,
}: TilesProps) {
  const root = useRef<HTMLDivElement>(null)
  const count = cameras.length
  // A clock that runs moves no loop.
  const stands = frozen ? now : null
  const wanted = useMemo(
    () => cameras.map((camera) => camera && wantedOf(camera, stands, askFor)),
    [cameras, stands, askFor],
  )
  const filling = whole?.at ?? null
  const seen = usePictures(root, count, { wanted, whole: filling })
  useWhole(root, whole)
  useEffect(() => onLive?.(liveIn(seen)), [onLive, seen])
  const pressing = useOnce()
  const { columns, rows, areas } = grid
  const style =
    filling === null
      ? {
          gridTemplateColumns: columns,
          gridTemplateRows: rows,
          gridTemplateAreas: areas.map((row) => `"${row}"`).join(' '),
        }
      : { gridTemplateAreas: `"t${filling}"` }
  return (
    <div
      ref={root}
      className={styles.tiles}
      data-theme="dark"
      data-tiles={count}
      data-filled={filling !== null}
      popover={filling === null ? undefined : 'manual'}
      style={style}
    >
      {Array.from({ length: elementsFor(count) }, (_, i) => (
        <video key={i} className={styles.video} style={FIRST} tabIndex={-1} aria-hidden="true" />
      ))}
      {watermark && <Watermark text={watermark} />}
      {cameras.map((camera, i) =>
        filling !== null && filling !== i ? null : (
          <TileOver
            key={i}
            tile={i}
            camera={camera}
            seen={seen[i] ?? NOTHING}
            filled={filling === i}
            pressing={pressing}
            {...{ now, roomy, urgent, mark, onOpen, whole, steer }}
          />
        ),
      )}
      {frozen && <Coming cameras={cameras} seen={seen} />}
    </div>
  )
}

/** Cameras whose pictures move now. What its register calls cut off may stand for another moment. */
const liveIn = (seen: readonly Seen[]): string[] =>
  seen.flatMap(({ id, state, drawn, camera }) =>
    id !== null && drawn && state === 'live' && camera?.offline === false ? id : [],
  )

interface TileOverProps extends Pick<
  TilesProps,
  'now' | 'roomy' | 'urgent' | 'mark' | 'onOpen' | 'whole' | 'steer'
> {
  readonly tile: number
  readonly camera: CameraShown | null | undefined
  readonly seen: Seen
  /** It fills the screen. */
  readonly filled: boolean
  readonly pressing: ReturnType<typeof useOnce>
}

/** What is written over a picture, and what a press on it does. */
function TileOver(props: TileOverProps) {
  const { tile, camera, seen, now, filled, roomy, urgent, mark, onOpen, whole, steer, pressing } = props
  // What was wanted before keeps its caption as long as its picture.
  const shown = seen.id === null || seen.id === camera?.id ? (camera ?? seen.camera) : seen.camera
  const open = whole && onOpen ? lateOpen(pressing, onOpen) : onOpen
  const steered = filled && shown && !shown.withheld ? steer?.(shown) : null
  const toggle = () => {
    pressing.twice()
    whole?.choose(filled ? null : tile)
  }
  return (
    <div
      className={styles.tile}
      style={{ gridArea: `t${tile}` }}
      data-tile={tile}
      data-urgent={filled ? undefined : urgent?.(tile)}
      onDoubleClick={whole && toggle}
    >
      {shown && (
        <Caption
          camera={shown}
          seen={seen.id === shown.id ? seen : NOTHING}
          now={now}
          roomy={filled || (roomy?.(tile) ?? true)}
          whole={filled}
          mark={mark?.(tile)}
          onOpen={filled ? undefined : open}
        />
      )}
      {whole && shown && <WholeButtons tile={tile} whole={whole} />}
      {steered && <SteerButtons key={shown?.id} steer={steered} />}
    </div>
  )
}

/** Where two presses mean something else, one is waited for. */
const lateOpen =
  ({ once }: ReturnType<typeof useOnce>, onOpen: (id: string) => void) =>
  (id: string, event: MouseEvent) =>
    once(event, () => onOpen(id))

/** Where every element stands before it is placed: in a tile that there always is, below everything. */
const FIRST = { gridArea: 't0' }

/** A clock that stands still shows one picture, which is whole when all of its tiles have been drawn or have failed. */
function Coming({ cameras, seen }: Pick<TilesProps, 'cameras'> & { readonly seen: readonly Seen[] }) {
  const isComing = (camera: CameraShown | null | undefined, i: number) =>
    camera === undefined ||
    (camera !== null &&
      hasAddress(camera) &&
      (seen[i] === undefined || seen[i].id !== camera.id || seen[i].state === 'connecting'))
  return cameras.some(isComing) && <i hidden data-state="loading" />
}
