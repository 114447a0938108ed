import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { freeSpace } from '../../../src/map/free-space'
import { parseRegionMap } from '../../../src/map/geo'
import { placeNotes } from '../../../src/map/leader-notes'
import { neighbourOf } from '../../../src/map/neighbour'
import { unionRings } from '../../../src/map/outline'
import { areaMeetsBox, boxesMeet } from '../../../src/map/rings'
import { buildScene } from '../../../src/map/scene'
import { fitLines } from '../../../src/map/text-size'
import { placeLabels } from '../../../src/map/town-labels'
import type { MapMark, TownPaint } from '../../../src/map/types'

const load = (city: string) =>
  parseRegionMap(
    JSON.parse(readFileSync(new URL(`../../../public/maps/${city}.json`, import.meta.url), 'utf8')),
  )
const sceneOf = (city: string, reserved = [{ x0: 0, y0: 0, x1: 310, y1: 70 }]) =>
  buildScene(load(city), 904, 720, reserved)
const layers = { load: true, cameras: true, halls: true, exceptions: true }
const plain = (code: string): TownPaint => ({
  code,
  level: 2,
  value: '1.7',
  outlier: false,
  cameras: 900,
  offline: 0,
  halls: 1,
})

describe.each(['baiyun', 'huaibei', 'heyuan', 'zongyang', 'xiantao'])('scene of %s', (city) => {
  const scene = sceneOf(city)

  it('stays on the canvas and off what is reserved', () => {
    for (const { box, rings } of scene.tiles) {
      expect(box.x0).toBeGreaterThan(0)
      expect(box.y0).toBeGreaterThan(13)
      expect(box.x1).toBeLessThan(904)
      expect(box.y1).toBeLessThan(720 - 14)
      for (const reserved of scene.reserved) expect(areaMeetsBox(rings, reserved)).toBe(false)
    }
  })

  it('names every town at 20u without overlap when nothing is marked', () => {
    const paints = new Map(scene.tiles.map(({ code }) => [code, plain(code)]))
    const labels = [...placeLabels(scene, paints, [], null, layers).values()]
    expect(labels.filter((label) => label.lines.length === 0)).toEqual([])
    const names = labels.flatMap(({ x, lines }) =>
      lines.map(({ text, y }) => ({
        x0: x - text.length * 10,
        x1: x + text.length * 10,
        y0: y - 8.5,
        y1: y + 8.5,
      })),
    )
    names.forEach((a, i) => names.slice(i + 1).forEach((b) => expect(boxesMeet(a, b)).toBe(false)))
  })

  it('has an outline that follows districts, not tiles', () => {
    const districts = new Set(scene.tiles.map(({ town }) => town.districtCode)).size
    expect(unionRings(scene.tiles.map((tile) => tile.rings))).toHaveLength(districts)
  })
})

describe('labels and notes', () => {
  const scene = sceneOf('baiyun')
  const codeOf = (short: string) => scene.tiles.find(({ town }) => town.short === short)?.code ?? ''
  const paints = new Map(scene.tiles.map(({ code }) => [code, plain(code)]))
  const mark: MapMark = { id: 'hotline-1', code: codeOf('石井'), severity: 1, no: 1 }

  it('puts the mark above the name and hides it with its layer', () => {
    const shown = placeLabels(scene, paints, [mark], null, layers).get(mark.code)
    expect(shown?.marks[0]?.y).toBeLessThan((shown?.lines[0]?.y ?? 0) - 20)
    const hidden = placeLabels(scene, paints, [mark], null, { ...layers, exceptions: false }).get(mark.code)
    expect(hidden?.marks).toEqual([])
  })

  it('prints the value of the selected town', () => {
    expect(
      placeLabels(scene, paints, [], codeOf('嘉禾'), layers).get(codeOf('嘉禾'))?.under?.value?.text,
    ).toBe('1.7')
  })

  it('places notes on free ground inside the canvas', () => {
    const labels = placeLabels(scene, paints, [mark], null, layers)
    const space = freeSpace(scene.field, 11, scene.reserved)
    const boxes = [...labels.values()].map((label) => label.box)
    const note = { code: mark.code, title: '石井 27 件', lines: ['常态 14–22'] }
    const [placed] = placeNotes(scene, space, [note], () => 13, boxes)
    expect(placed?.side).toBe('west')
    expect(placed?.x).toBeGreaterThan(90)
  })

  it('breaks a long name in two and never squeezes it', () => {
    expect(fitLines('杜集开发区', 70, 20)).toEqual(['杜集', '开发区'])
    expect(fitLines('麻布岗', 50, 20)).toBeNull()
  })

  it('walks by arrow keys', () => {
    expect(neighbourOf(scene.tiles, codeOf('鹤龙'), 'ArrowRight')).toBe(codeOf('嘉禾'))
    expect(neighbourOf(scene.tiles, codeOf('太和'), 'ArrowRight')).toBeNull()
    expect(neighbourOf(scene.tiles, codeOf('太和'), 'Tab')).toBeNull()
  })
})
