import type { Arrangement, Cell } from '../../config/scene'
import { cellOf } from '../../config/written'

type Layout = NonNullable<Arrangement['layouts']['16:9']>

const gridOf = ({ areas }: Pick<Layout, 'areas'>) => areas.map((row) => row.trim().split(/\s+/))

/** Whether the places of `names`, taken together, are one rectangle. */
function isOne(grid: readonly (readonly string[])[], names: ReadonlySet<string>): boolean {
  const cells = grid.flatMap((row, y) => row.flatMap((name, x) => (names.has(name) ? [{ x, y }] : [])))
  const [xs, ys] = [cells.map(({ x }) => x), cells.map(({ y }) => y)]
  const span = (of: readonly number[]) => Math.max(...of) - Math.min(...of) + 1
  return cells.length > 0 && span(xs) * span(ys) === cells.length
}

/** In u: what stands in the place of others brings more than the key figures that a page in the hand shows of each domain. */
const IN_THE_HAND = 400

const higher = (layout: Layout): Layout => ({
  ...layout,
  rows: layout.rows.map((row, i) =>
    layout.areas[i]?.includes('instead-') ? Math.max(row, IN_THE_HAND) : row,
  ),
})

/**
 * An arrangement for a city without the domains `absent`: it is laid out as `partly` says, and each of them, in the order in which its panels stand in the scene, gives its
 * places to the next of `instead`. Places of one domain that touch become one; where they do not, the first is taken and
 * the others say what is missing, as does a domain that comes after the last of `instead`.
 */
export function allot(
  { panels, layouts, partly, instead = [], ...rest }: Arrangement,
  absent: ReadonlySet<string>,
  domainOf: (panel: string) => string | undefined,
): Arrangement {
  const homes = Object.entries(panels).map(([area, written]) => ({
    area,
    written,
    domain: domainOf(cellOf(written).panel) ?? '',
  }))
  const lacking = [...new Set(homes.map(({ domain }) => domain).filter((domain) => absent.has(domain)))]
  const placeOf = (domain: string) => {
    const at = lacking.indexOf(domain)
    return at >= 0 && at < instead.length ? `instead-${at}` : undefined
  }
  const named = new Map<string, string | Cell>()
  for (const { area, written, domain } of homes) {
    const place = placeOf(domain)
    const other = instead[lacking.indexOf(domain)]
    if (place !== undefined && other !== undefined && !named.has(place)) named.set(place, other)
    named.set(area, written)
  }
  const relaid = (layout: Layout): Layout => {
    const grid = gridOf(layout)
    const there = new Set(grid.flat())
    const names = new Map<string, string>()
    for (const domain of lacking) {
      const place = placeOf(domain)
      const own = homes
        .filter((home) => home.domain === domain && there.has(home.area))
        .map(({ area }) => area)
      const taken = isOne(grid, new Set(own)) ? own : own.slice(0, 1)
      if (place !== undefined) for (const area of taken) names.set(area, place)
    }
    return { ...layout, areas: grid.map((row) => row.map((name) => names.get(name) ?? name).join(' ')) }
  }
  return {
    ...rest,
    panels: Object.fromEntries(named),
    layouts: Object.fromEntries(
      Object.entries({ ...layouts, ...partly }).map(([aspect, layout]) => [
        aspect,
        aspect === 'phone' ? higher(relaid(layout)) : relaid(layout),
      ]),
    ),
  }
}
