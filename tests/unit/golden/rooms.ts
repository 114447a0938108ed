import { readdirSync, readFileSync } from 'node:fs'
import { sceneConfig, type Arrangement } from '../../../src/config/scene'
import { cellOf } from '../../../src/config/written'
import type { Size } from '../../../src/panel/define-panel'

/** What a panel's title, the edges of its card and the room at its foot take of its cell, in u. */
const TITLE = 56
const EDGES = 40
const FOOT = 12
const gapOf = (aspect: string) => (aspect === '32:9' || aspect === '48:9' ? 40 : 20)

/** Length of the tracks that `has` says are spanned, with the gaps between them. */
function spanned(tracks: readonly number[], gap: number, has: (at: number) => boolean): number {
  const lengths = tracks.filter((_, at) => has(at))
  return lengths.reduce((all, one) => all + one, 0) + gap * Math.max(0, lengths.length - 1)
}

function* cellsOf({
  panels,
  layouts,
  partly = {},
}: Arrangement): Generator<readonly [panel: string, room: Size]> {
  for (const [aspect, { columns, rows, areas }] of [...Object.entries(layouts), ...Object.entries(partly)]) {
    if (aspect === 'phone') continue
    const grid = areas.map((row) => row.trim().split(/\s+/))
    for (const area of new Set(grid.flat())) {
      const cell = panels[area]
      if (cell === undefined) continue
      const width = spanned(columns, gapOf(aspect), (at) => grid.some((row) => row[at] === area))
      const height = spanned(rows, 20, (at) => grid[at]?.includes(area) ?? false)
      yield [cellOf(cell).panel, { width: width - EDGES, height: height - TITLE - FOOT }]
    }
  }
}

const rooms = new Map<string, Map<string, Size>>()
for (const file of readdirSync('public/config/scenes')) {
  const { present } = sceneConfig.parse(JSON.parse(readFileSync(`public/config/scenes/${file}`, 'utf8')))
  for (const [panel, size] of cellsOf(present)) {
    const own = rooms.get(panel) ?? new Map<string, Size>()
    rooms.set(panel, own.set(`${size.width} ${size.height}`, size))
  }
}

/** The rooms in u that lists of a panel have on the walls of all scenes, each once; a phone scrolls and has room for all. */
export const roomsOf = (panel: string): readonly Size[] => [...(rooms.get(panel)?.values() ?? [])]
