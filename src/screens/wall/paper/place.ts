import type { Arrangement, Aspect } from '../../../config/scene'
import type { Panel } from '../../../panel/define-panel'

/** Cells of the paper, in u; the style sheet draws them in the same size. */
const WIDE = 700
const TALL = 640

/** The layout that says how large a panel was meant to be: that of an ordinary screen, the largest number of panels first. */
const MEANT: readonly Aspect[] = ['16:9', '4:3', '32:9', '48:9', 'portrait']

/** Room of an area in a layout, gutters left out, in u. */
function roomOf({ layouts }: Arrangement, area: string): readonly [width: number, height: number] {
  for (const shape of MEANT) {
    const layout = layouts[shape]
    const rows = layout?.areas.map((row) => row.trim().split(/\s+/))
    if (!layout || !rows?.some((row) => row.includes(area))) continue
    const sum = (tracks: readonly number[], has: (at: number) => boolean) =>
      tracks.reduce((all, track, at) => (has(at) ? all + track : all), 0)
    return [
      sum(layout.columns, (at) => rows.some((row) => row[at] === area)),
      sum(layout.rows, (at) => rows[at]?.includes(area) ?? false),
    ]
  }
  return [0, 0]
}

/** `grid-area` of a panel on paper, whose columns are all alike and as many as the paper has room for. */
export function placeOf(arrangement: Arrangement, area: string, panel: Panel | undefined): string {
  if (panel?.onMap) return 'span 2 / span 2'
  // Without a frame: the key figures take a row, the exception list as much height as it needs.
  if (panel?.chrome === 'bare') return panel.standing ? 'auto / span 2' : 'auto / 1 / auto / -1'
  const [width, height] = roomOf(arrangement, area)
  return `span ${height >= TALL ? 2 : 1} / span ${width >= WIDE ? 2 : 1}`
}
