import { describe, expect, it } from 'vitest'
import { parseRegionMap } from '../../../../src/map/geo'
import { finderOf, radiusOf, spotOf } from '../../../../src/map/points/hit'
import { cellAt, levelAt, type Level, marksOf, placedOn, type Things } from '../../../../src/map/points/marks'
import { NEAREST, WHOLE, zoomedAt } from '../../../../src/map/points/view'
import { buildScene } from '../../../../src/map/scene'
import { stream } from '../../../../src/lib/random'
import { shipped } from '../here'
import { codeOf, collection, square, town } from '../shapes'

const canvas = { width: 1200, height: 800, reserved: [] }
const map = parseRegionMap(
  collection(
    [0, 1, 2, 3].map((i) => town(codeOf(i), square(113 + (i % 2) * 0.2, 23 + Math.floor(i / 2) * 0.2, 0.2))),
  ),
)
const { ground } = buildScene(map, canvas)
const schematic = buildScene(shipped('baiyun'), canvas).ground
const STATES = 3

/** Things all over the map; every tenth without a place, some beyond the map, some of no town or of one that is not on it. */
function things(count: number): Things {
  const next = stream(7)
  const codes = [null, ...map.towns.map(({ code }) => code), '999999999']
  const lng = Float64Array.from({ length: count }, (_, i) =>
    i % 10 === 0 ? Number.NaN : i % 97 === 0 ? 2 : 113 + 0.4 * next(),
  )
  const lat = Float64Array.from({ length: count }, (_, i) => (i % 10 === 0 ? Number.NaN : 23 + 0.4 * next()))
  return {
    lng,
    lat,
    state: Uint8Array.from({ length: count }, () => Math.floor(next() * STATES)),
    town: Uint16Array.from({ length: count }, () => Math.floor(next() * codes.length)),
    codes,
  }
}

const every = (count: number) => Uint32Array.from({ length: count }, (_, i) => i)
const at = (level: Level, k = 1) => ({ level, cell: cellAt(k), states: STATES })

describe('things on a map', () => {
  const COUNT = 5000
  const all = things(COUNT)
  const placed = placedOn(ground, all)
  const chosen = every(COUNT)

  it.each([1, 2, 3, 4.2, 6, 11, NEAREST])('none is lost and none counts twice, %s times near', (k) => {
    const marked = marksOf(placed, chosen, at(levelAt(k, 4000), k))
    const inMarks = marked.marks.reduce((n, { count }) => n + count, 0)
    expect(inMarks + marked.single.length + marked.nowhere).toBe(COUNT)
    expect(new Set(marked.single).size).toBe(marked.single.length)
    for (const { count, states } of marked.marks) expect(states.reduce((a, b) => a + b, 0)).toBe(count)
    const offline = marked.marks.reduce((n, { states }) => n + (states[2] ?? 0), 0)
    const alone = marked.single.reduce((n, i) => n + (all.state[i] === 2 ? 1 : 0), 0)
    const nowhere = chosen.filter((i) => Number.isNaN(placed.x[i]) && (placed.tile[i] ?? -1) < 0)
    const all2 = chosen.reduce((n, i) => n + (all.state[i] === 2 ? 1 : 0), 0)
    const lost = nowhere.reduce((n, i) => n + (all.state[i] === 2 ? 1 : 0), 0)
    expect(offline + alone + lost).toBe(all2)
    expect(marked.nowhere).toBe(nowhere.length)
  })

  it('are one mark a town from afar, then of neighbourhoods that grow smaller, then themselves', () => {
    const [far, middle, near] = [1, 3, 4].map((k) => marksOf(placed, chosen, at(levelAt(k, 4000), k)))
    expect(far?.marks.filter(({ kind }) => kind === 'town')).toHaveLength(4)
    const groups = (marked: typeof far) => marked?.marks.filter(({ kind }) => kind === 'group').length ?? 0
    expect(groups(near)).toBeGreaterThan(groups(middle))
    const single = marksOf(placed, chosen, at(levelAt(6, 4000), 6))
    expect(groups(single)).toBe(0)
    expect(single.single.length).toBeGreaterThan(4000)
  })

  it('without a place stand for themselves at their town, however near one is', () => {
    const marked = marksOf(placed, chosen, at('single'))
    const inTowns = marked.marks.reduce((n, { count }) => n + count, 0)
    const own = chosen.filter((i) => Number.isNaN(placed.x[i]) && (placed.tile[i] ?? -1) >= 0)
    expect(inTowns).toBe(own.length)
    expect(inTowns).toBeGreaterThan(100)
  })

  it('have no place on a schematic map: they are of their town at any distance, and nothing else is claimed', () => {
    const codes = [null, ...schematic.tiles.map(({ code }) => code)]
    const here = placedOn(schematic, { ...all, codes, town: all.town.map((i) => i % codes.length) })
    expect(here.x.every(Number.isNaN)).toBe(true)
    const marked = marksOf(here, chosen, at(levelAt(NEAREST, 0), NEAREST))
    expect(marked.marks.every(({ kind }) => kind === 'town')).toBe(true)
    expect(marked.single).toHaveLength(0)
  })

  it('of which there are few are told apart at once', () => {
    expect(levelAt(1, 12)).toBe('single')
    expect(levelAt(1, 5000)).toBe('towns')
    expect(levelAt(NEAREST, 0)).toBe('towns')
  })
})

describe('what lies under a pointer', () => {
  const COUNT = 3000
  const placed = placedOn(ground, things(COUNT))
  const chosen = every(COUNT)

  it.each([1, 6, NEAREST])('is the nearest thing, as when all are asked, %s times near', (k) => {
    const marked = marksOf(placed, chosen, at('single', k))
    const find = finderOf(placed, marked)
    const view = zoomedAt(WHOLE, canvas, k, [600, 400])
    const next = stream(11)
    for (let i = 0; i < 200; i++) {
      const spot = [1200 * next(), 800 * next()] as const
      const far = (thing: number) =>
        Math.hypot(
          (placed.x[thing] ?? 0) * view.k + view.x - spot[0],
          (placed.y[thing] ?? 0) * view.k + view.y - spot[1],
        )
      const least = Math.min(...Array.from(marked.single, far))
      const hit = find(spot, view)
      if (least < 11.9) expect(hit?.kind === 'single' && far(hit.at)).toBeCloseTo(least, 2)
      if (least > 12.1) expect(hit?.kind).not.toBe('single')
    }
  })

  it('is a mark where one is drawn, and nothing beside it', () => {
    const view = zoomedAt(WHOLE, canvas, 3.2, [600, 400])
    const marked = marksOf(placed, chosen, at('groups', 3.2))
    const find = finderOf(placed, marked)
    const mark = marked.marks.findLast(({ kind }) => kind === 'group')
    if (!mark) throw new Error('no group')
    const [x, y] = spotOf(mark, 'groups', view)
    expect(find([x, y], view)).toEqual({ kind: 'mark', mark })
    const alone = finderOf(placed, { ...marked, marks: [mark], single: new Uint32Array() })
    expect(alone([x + radiusOf(mark.count) + 2, y], view)).toBeNull()
  })

  it('of things at one place is the one in the worst state, which lies on top', () => {
    const stack = placedOn(ground, {
      lng: new Float64Array(3).fill(113.1),
      lat: new Float64Array(3).fill(23.1),
      state: Uint8Array.of(0, 2, 1),
      town: new Uint16Array(3),
      codes: [null],
    })
    const marked = marksOf(stack, every(3), at('single'))
    const [x = 0] = stack.x
    const [y = 0] = stack.y
    expect(finderOf(stack, marked)([x, y], WHOLE)).toEqual({ kind: 'single', at: 1 })
  })
})
