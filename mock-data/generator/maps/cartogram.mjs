import { shortName } from './names.mjs'

/** A tile is this wide; heights follow from `rise`. All coordinates are whole numbers, so shared corners are equal. */
const WIDTH = 100
const NOTE = '示意图 · 一格一镇街 · 不代表真实边界与面积'

/** '002三元里街道 …' → towns with full code, name and short name. */
function townsOf(districtCode, { district, towns }) {
  return towns.split(' ').map((entry) => {
    const code = districtCode + entry.slice(0, 3)
    const name = entry.slice(3)
    return { code, name, short: shortName(code, name), districtCode, district }
  })
}

/** Closed ring of a pointed-top hexagon whose bounding box starts at x, y (y grows downwards). */
function hexagon(x, y, rise) {
  const [middle, right] = [x + WIDTH / 2, x + WIDTH]
  const top = [middle, y]
  return [
    top,
    [right, y + rise],
    [right, y + 3 * rise],
    [middle, y + 4 * rise],
    [x, y + 3 * rise],
    [x, y + rise],
    top,
  ]
}

/** Short name → ring, for one district of a layout. */
function placeDistrict({ at, rows }, rise) {
  const [dx, dy] = [Math.round(at[0] * WIDTH), Math.round(at[1] * 3 * rise)]
  const rings = new Map()
  rows.forEach((row, index) => {
    const [start, names] = row.split('|')
    names
      .trim()
      .split(/\s+/)
      .forEach((short, column) => {
        if (short === '_') return
        if (rings.has(short)) throw new Error(`${short} stands twice`)
        const x = dx + Math.round((Number(start) + column) * WIDTH)
        rings.set(short, hexagon(x, dy + index * 3 * rise, rise))
      })
  })
  return rings
}

/**
 * One hexagon per town, as GeoJSON on a flat plane with y down.
 * @param divisions district code → { district, towns } (divisions.mjs)
 * @param layout { rise, districts } (layouts.mjs)
 * @throws Error when a town has no tile, or a tile no town
 */
export function buildCartogram(divisions, layout) {
  const features = []
  for (const [districtCode, division] of Object.entries(divisions)) {
    const placed = layout.districts[districtCode]
    if (!placed) throw new Error(`no layout for ${districtCode} ${division.district}`)
    const rings = placeDistrict(placed, layout.rise)
    for (const properties of townsOf(districtCode, division)) {
      const ring = rings.get(properties.short)
      if (!ring) throw new Error(`no tile for ${properties.code} ${properties.short}`)
      rings.delete(properties.short)
      features.push({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } })
    }
    if (rings.size) throw new Error(`no town for ${[...rings.keys()].join(' ')} in ${division.district}`)
  }
  return { type: 'FeatureCollection', schematic: true, note: NOTE, approval: null, features }
}

/** One feature per line: small, and a changed tile is one changed line. */
export function printCartogram({ features, ...head }) {
  const start = JSON.stringify(head).slice(0, -1)
  return `${start},"features":[\n${features.map((f) => JSON.stringify(f)).join(',\n')}\n]}\n`
}
