import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stream } from '../../../src/lib/random'
import { SEVERITIES } from '../../../src/contract/severity'
import { parseRegionMap, type RegionShapes } from '../../../src/map/geo'
import type { Level, MapLayer } from '../../../src/map/layers/layer'
import type { Picture } from '../../../src/map/drawing'
import { buildPicture, districtsOf } from '../../../src/map/picture'
import { type Box, boxesMeet } from '../../../src/map/rings'
import { buildScene, type Scene } from '../../../src/map/scene'
import { CITIES, shipped } from './here'
import { codeOf, collection, rectangle, town } from './shapes'

/** Map panels of a wall: 16:9, 32:9, portrait, phone; in u. */
const CANVASES = [
  { width: 904, height: 720 },
  { width: 1240, height: 860 },
  { width: 1048, height: 610 },
  { width: 496, height: 380 },
]

/** Ink of a line of text, measured here and not asked of the code under test. */
function ink(text: string, x: number, y: number, size: number): Box {
  const width = [...text].reduce((sum, letter) => sum + (letter > '⺀' ? size : size * 0.58), 0)
  const x0 = x - width / 2
  return { x0, x1: x0 + width, y0: y - size * 0.42, y1: y + size * 0.42 }
}

/** Every text of a picture with its ink, and the corners where the panel writes its own. */
function textsOf(scene: Scene, { labels, districts }: Picture): { text: string; box: Box }[] {
  const size = scene.nameSize
  const square = (x: number, y: number, s: number): Box => ({
    x0: x - s / 2,
    x1: x + s / 2,
    y0: y - s / 2,
    y1: y + s / 2,
  })
  return [
    ...scene.reserved.map((box) => ({ text: 'reserved', box })),
    ...labels.flatMap(({ code, lines, marks, more, value, note, curve }) => [
      ...[...lines, ...(value ? [value] : []), ...(note ? [note] : [])].map(({ text, x, y }) => ({
        text,
        box: ink(text, x, y, size),
      })),
      ...(curve ? [{ text: `curve ${code}`, box: curve }] : []),
      ...marks.map((m) => ({ text: `mark ${m.mark.no}`, box: square(m.x, m.y, m.size * 0.9) })),
      ...(more ? [{ text: more.text, box: ink(more.text, more.x, more.y, 20) }] : []),
    ]),
    ...districts.map(({ name, x, y }) => ({ text: name, box: ink(name, x, y, 20) })),
  ]
}

/** Pairs of texts that share ink. */
function clashes(scene: Scene, picture: Picture): string[] {
  const texts = textsOf(scene, picture)
  return texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter((b) => !(a.text === 'reserved' && b.text === 'reserved') && boxesMeet(a.box, b.box))
      .map((b) => `${a.text} × ${b.text}`),
  )
}

/** Data in which a share of the towns must be written, from calm to all. */
function layersFor(map: RegionShapes, share: number, seed: number): MapLayer[] {
  const next = stream(seed)
  const level = (): Level => ([0, 1, 2, 3, null] as const)[Math.floor(next() * 5)] ?? null
  const some = <T>(make: (code: string) => T) =>
    map.towns.flatMap(({ code }) => (next() < share ? [make(code)] : []))
  const loud = new Set(some((code) => code))
  let no = 0
  return [
    {
      kind: 'tiles',
      id: 'load',
      towns: map.towns.map(({ code }) => ({
        code,
        level: level(),
        value: '19 人',
        note: next() < share ? '28 分' : null,
        deviant: loud.has(code),
        course: { now: [1, 4, 2, null], low: [0, 1, 1, 0], high: [2, 3, 3, 2] },
      })),
    },
    {
      kind: 'marks',
      id: 'exceptions',
      marks: some((code) => code).flatMap((code) =>
        Array.from({ length: 1 + Math.floor(next() * 5) }, () => {
          no += 1
          return { id: `e${no}`, code, severity: SEVERITIES[no % 3] ?? 'minor', no }
        }),
      ),
    },
  ]
}

function pictures(
  map: RegionShapes,
): { scene: Scene; picture: Picture; layers: MapLayer[]; selected: string }[] {
  return CANVASES.flatMap(({ width, height }) => {
    const reserved =
      width < 680
        ? [{ x0: 0, y0: 0, x1: 300, y1: 72 }]
        : [
            { x0: 0, y0: 0, x1: 300, y1: 72 },
            { x0: 0, y0: height - 174, x1: 256, y1: height },
            { x0: width - 350, y0: height - 58, x1: width, y1: height },
          ]
    const scene = buildScene(map, { width, height, reserved })
    const districts = districtsOf(scene)
    return [0.1, 0.5, 1].map((share, seed) => {
      const layers = layersFor(map, share, seed + 1)
      const selected = map.towns[seed]?.code ?? ''
      return { scene, layers, selected, picture: buildPicture(scene, districts, { layers, selected }) }
    })
  })
}

/** Towns as uneven as districts are: a grid whose columns and rows differ up to twentyfold, with long and short names. */
function uneven(seed: number): RegionShapes {
  const next = stream(seed)
  const sizes = (n: number) => Array.from({ length: n }, () => 0.01 + 0.2 * next() ** 3)
  const [columns, rows] = [sizes(4 + Math.floor(next() * 6)), sizes(4 + Math.floor(next() * 6))]
  const from = (parts: readonly number[], i: number) => parts.slice(0, i).reduce((sum, part) => sum + part, 0)
  const names = ['甲镇', '乙水乡', '丙岭土家族苗族自治县', '丁湖街道', '戊城经济技术开发区', '己坡']
  const features = columns.flatMap((w, c) =>
    rows.map((h, r) => {
      const n = c * rows.length + r
      const name = `${names[n % names.length] ?? ''}`
      const district = { districtCode: String(990100 + (c % 3)), district: `第${c % 3}区` }
      return town(codeOf(n), rectangle(107 + from(columns, c), 29 + from(rows, r), w, h), {
        name,
        ...district,
      })
    }),
  )
  return parseRegionMap(collection(features))
}

/** The districts of a mountain city: four in the middle no wider than a name. */
const crowded = parseRegionMap(
  JSON.parse(readFileSync(new URL('./crowded-middle.json', import.meta.url), 'utf8')),
)

const MAPS: [string, RegionShapes][] = [
  ...CITIES.map((city): [string, RegionShapes] => [city, shipped(city)]),
  ['a crowded middle', crowded],
  ...[11, 12, 13, 14, 15, 16].map((seed): [string, RegionShapes] => [`uneven towns ${seed}`, uneven(seed)]),
]

describe.each(MAPS)('%s', (_, map) => {
  const drawn = pictures(map)

  it('has no text over another, however much must be written', () => {
    for (const { scene, picture } of drawn) expect(clashes(scene, picture)).toEqual([])
  })

  it('says of every town that must be written at least that it is there', () => {
    for (const { picture, layers, selected } of drawn) {
      const must = new Set([selected])
      for (const layer of layers) {
        if (layer.kind === 'tiles') for (const { code, deviant } of layer.towns) if (deviant) must.add(code)
        if (layer.kind === 'marks') for (const { code } of layer.marks) must.add(code)
      }
      const silent = picture.labels.filter(
        ({ code, lines, marks, pin }) => must.has(code) && !pin && lines.length + marks.length === 0,
      )
      expect(silent.map(({ code }) => code)).toEqual([])
    }
  })

  it('prints no name in a tile that is another', () => {
    const names = new Map(map.towns.map(({ code, short }) => [code, short]))
    for (const { code, lines } of drawn.flatMap(({ picture }) => picture.labels)) {
      const text = lines.map((line) => line.text).join('')
      expect(names.get(code)?.startsWith(text.replace(/…$/, ''))).toBe(true)
    }
  })
})

it('a crowded middle gives way and does not fall silent', () => {
  const labels = pictures(crowded).flatMap(({ picture }) => picture.labels)
  expect(labels.some(({ lines }) => lines.some(({ text }) => text.endsWith('…')))).toBe(true)
  expect(labels.filter(({ lines }) => lines.length > 0).length).toBeGreaterThan(labels.length / 3)
})
