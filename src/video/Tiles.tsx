import { useMemo, useRef, type ReactNode } from 'react'
import type { Grid } from './arrange'
import { hasAddress, type CameraShown } from './camera'
import { elementsFor } from './pictures'
import { Caption } from './Caption'
import styles from './Tiles.module.css'
import { NOTHING, type Seen } from './tile'
import { usePictures } from './use-pictures'
import { wantedOf, type AskFor } from './wanted'

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
  readonly roomy?: (tile: number) => boolean
  /** What needs a person there. */
  readonly urgent?: (tile: number) => 1 | 2 | 3 | undefined
  /** The mark of that. */
  readonly mark?: (tile: number) => ReactNode
  readonly onOpen?: (id: string) => void
  /** The same for as long as it stands. */
  readonly askFor?: AskFor
}

/**
 * Pictures in a grid. Elements stand below captions and are placed by whoever plays them; a caption is that of the picture that is drawn,
 * so that no name ever stands beside another camera's picture.
 */
export function Tiles({ cameras, grid, now, frozen, roomy, urgent, mark, onOpen, askFor }: TilesProps) {
  const root = useRef<HTMLDivElement>(null)
  const count = cameras.length
  // A clock that runs moves no loop.
  const stands = frozen ? now : null
  const wanted = useMemo(
    () => cameras.map((camera) => camera && wantedOf(camera, stands, askFor)),
    [cameras, stands, askFor],
  )
  const seen = usePictures(root, count, wanted)
  const { columns, rows, areas } = grid
  const style = {
    gridTemplateColumns: columns,
    gridTemplateRows: rows,
    gridTemplateAreas: areas.map((row) => `"${row}"`).join(' '),
  }
  return (
    <div ref={root} className={styles.tiles} data-theme="dark" data-tiles={count} style={style}>
      {Array.from({ length: elementsFor(count) }, (_, i) => (
        <video key={i} className={styles.video} style={FIRST} tabIndex={-1} aria-hidden="true" />
      ))}
      {cameras.map((camera, i) => {
        const at = seen[i] ?? NOTHING
        // What was wanted before keeps its caption as long as its picture.
        const shown = at.id === null || at.id === camera?.id ? (camera ?? at.camera) : at.camera
        const severity = urgent?.(i)
        return (
          <div key={i} className={styles.tile} style={{ gridArea: `t${i}` }} data-urgent={severity}>
            {shown && (
              <Caption
                camera={shown}
                seen={at.id === shown.id ? at : NOTHING}
                now={now}
                roomy={roomy?.(i) ?? true}
                mark={mark?.(i)}
                onOpen={onOpen}
              />
            )}
          </div>
        )
      })}
      {frozen && <Coming cameras={cameras} seen={seen} />}
    </div>
  )
}

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
