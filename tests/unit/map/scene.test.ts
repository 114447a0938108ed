import { describe, expect, it } from 'vitest'
import type { MapLayer, MapMark, TileTown } from '../../../src/map/layers/layer'
import { overlayOf } from '../../../src/map/layers/overlay'
import { neighbourOf } from '../../../src/map/neighbour'
import { districtsOf } from '../../../src/map/picture'
import { type Box, boxesMeet } from '../../../src/map/rings'
import { buildScene, type Scene } from '../../../src/map/scene'
import { fitLines } from '../../../src/map/text-size'
import { placeLabels } from '../../../src/map/town-labels'
import { CITIES, shipped } from './here'

const sceneOf = (city: string, reserved = [{ x0: 0, y0: 0, x1: 310, y1: 70 }]) =>
  buildScene(shipped(city), { width: 904, height: 720, reserved })
const plain = (code: string): TileTown => ({
  code,
  level: 2,
  value: '19',
  note: null,
  deviant: false,
  course: { now: [1, 4, 2, null], low: [0, 1, 1, 0], high: [2, 3, 3, 2] },
})
const tilesOf = (scene: Scene): MapLayer => ({
  kind: 'tiles',
  id: 'load',
  towns: scene.tiles.map(({ code }) => plain(code)),
})

describe.each(CITIES)('scene of %s', (city) => {
  const scene = sceneOf(city)

  it('stays on the canvas and off what is reserved', () => {
    for (const { box, outline } of scene.tiles) {
      expect(box.x0).toBeGreaterThan(0)
      expect(box.y0).toBeGreaterThan(13)
      expect(box.x1).toBeLessThan(904)
      expect(box.y1).toBeLessThan(720)
      for (const reserved of scene.reserved) expect(outline.meets(reserved)).toBe(false)
    }
  })

  it('names every town at 20u without overlap when nothing is marked', () => {
    const labels = [...placeLabels(scene, overlayOf([tilesOf(scene)]), null, []).values()]
    expect(labels.filter((label) => label.lines.length === 0)).toEqual([])
    const names = labels.flatMap(({ lines }) =>
      lines.map(({ text, x, y }) => ({
        x0: x - text.length * 10,
        x1: x + text.length * 10,
        y0: y - 8.5,
        y1: y + 8.5,
      })),
    )
    names.forEach((a, i) => names.slice(i + 1).forEach((b) => expect(boxesMeet(a, b)).toBe(false)))
  })

  it('has the name of a district nearest to a tile of its own', () => {
    const gap = (a: Box, b: Box) =>
      Math.hypot(Math.max(0, a.x0 - b.x1, b.x0 - a.x1), Math.max(0, a.y0 - b.y1, b.y0 - a.y1))
    const districts = new Set(scene.tiles.map(({ town }) => town.district))
    const labels = districtsOf(scene)
    expect(labels).toHaveLength(districts.size > 1 ? districts.size : 0)
    for (const { name, x, y } of labels) {
      const half = name.length * 12
      const text = { x0: x - half, x1: x + half, y0: y - 11, y1: y + 11 }
      const [nearest] = scene.tiles.toSorted((a, b) => gap(a.box, text) - gap(b.box, text))
      expect(nearest?.town.district).toBe(name)
    }
  })
})

describe('labels', () => {
  const scene = sceneOf('baiyun')
  const codeOf = (short: string) => scene.tiles.find(({ town }) => town.short === short)?.code ?? ''
  const base = [tilesOf(scene)]
  const mark: MapMark = { id: 'hotline-1', code: codeOf('石井'), severity: 'critical', no: 1 }
  const marked = overlayOf([...base, { kind: 'marks', id: 'exceptions', marks: [mark] }])

  it('stand with curve and number on every tile of a wall', () => {
    for (const { code, curve, value } of placeLabels(scene, overlayOf(base), null, []).values()) {
      const box = scene.tiles.find((tile) => tile.code === code)?.box
      expect(curve && box && curve.x0 > box.x0 && curve.x1 < box.x1, code).toBe(true)
      expect(value?.text).toBe('19')
    }
  })

  it('give up the curve before the number, and the number before the name', () => {
    const formsOn = (height: number) => {
      const small = buildScene(shipped('baiyun'), { width: 904, height, reserved: [] })
      const labels = [...placeLabels(small, overlayOf(base), null, []).values()]
      return {
        names: labels.filter(({ lines }) => lines.length > 0).length,
        values: labels.filter(({ value }) => value).length,
        curves: labels.filter(({ curve }) => curve).length,
      }
    }
    expect(formsOn(720)).toEqual({ names: 24, values: 24, curves: 24 })
    expect(formsOn(440)).toEqual({ names: 24, values: 24, curves: 0 })
  })

  it('put the mark above the name and hide it with its layer', () => {
    const shown = placeLabels(scene, marked, null, []).get(mark.code)
    expect(shown?.marks[0]?.y).toBeLessThan((shown?.lines[0]?.y ?? 0) - 20)
    expect(placeLabels(scene, overlayOf(base), null, []).get(mark.code)?.marks).toEqual([])
  })

  it('are names alone where no layer says anything', () => {
    const label = placeLabels(scene, overlayOf([]), codeOf('嘉禾'), []).get(codeOf('嘉禾'))
    expect(label).toMatchObject({ value: null, curve: null, lines: [{ text: '嘉禾' }] })
  })

  it('break a long name in two and never squeeze it', () => {
    expect(fitLines('杜集开发区', 70, 20)).toEqual(['杜集', '开发区'])
    expect(fitLines('麻布岗', 50, 20)).toBeNull()
  })

  it('walk by arrow keys', () => {
    expect(neighbourOf(scene.ground.tiles, codeOf('鹤龙'), 'ArrowRight')).toBe(codeOf('嘉禾'))
    expect(neighbourOf(scene.ground.tiles, codeOf('太和'), 'ArrowRight')).toBeNull()
    expect(neighbourOf(scene.ground.tiles, codeOf('太和'), 'Tab')).toBeNull()
  })
})
