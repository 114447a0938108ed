import type { FieldProblem, View } from '../config/view'
import type { LinkChange } from '../config/link'
import type { Open } from '../config/open'

/**
 * Everything that changes what a link says, by name: for keys, header, map and views, and for whatever else will conduct a wall.
 * `app/navigation` carries them out; nothing else writes the URL.
 */
export interface Commands {
  readonly goToScene: (id: string) => void
  /** The scenes that the shown city has: the keys go through these. */
  readonly offerScenes: (ids: readonly string[]) => void
  /** The `index`-th of those scenes, from 0; none there, nothing happens. */
  readonly jumpToScene: (index: number) => void
  /** To the next or the previous scene, round the ends. */
  readonly stepScene: (by: 1 | -1) => void
  /** Null is the whole city. */
  readonly selectRegion: (code: string | null) => void
  /** Opens something beside the picture, `instead` of what is open there, without a step to go back; null closes it. */
  readonly open: (what: Open | null, instead?: boolean) => void
  /** Of the desk and the picture wall: where one looks, without a step back for each row or picture. */
  readonly look: (change: Pick<LinkChange, 'open' | 'list' | 'find' | 'pictures' | 'cameras'>) => void
  /** From the wall to the desk; another screen, so the page starts again. */
  readonly goToDesk: () => void
  /** One step back out: closes what is open beside the picture, then what lies over it, otherwise leaves the town. */
  readonly leave: () => void
  /** Demo only: from which moment, how fast, or with real time. */
  readonly setClock: (change: Pick<LinkChange, 'date' | 'at' | 'speed' | 'clock'>) => void
  readonly toggleTheme: () => void
  /** Another city: other map, sources and figures, so the page starts again. */
  readonly showCity: (id: string) => void
  /** The same as an address, for a list of links. */
  readonly cityAddress: (id: string) => string
  /** From the diagnostics or the desk to the wall, as an address. */
  readonly wallAddress: () => string
}

/** What the link says about the picture, with the site's defaults filled in. */
export interface Shown {
  readonly sceneId: string
  readonly region: string | null
  readonly theme: 'dark' | 'light'
  /** The link without what is wrong in it. */
  readonly view: View
  /** What is wrong in it, by name: the wall shows its default there. */
  readonly problems: readonly FieldProblem[]
}
