import { describe, expect, it } from 'vitest'
import { freeSpace } from '../../../src/map/free-space'
import type { MapLayer, MapMark, RampTown } from '../../../src/map/layers/layer'
import { overlayOf } from '../../../src/map/layers/overlay'
import { placeNotes } from '../../../src/map/leader-notes'
import { neighbourOf } from '../../../src/map/neighbour'
import { unionRings } from '../../../src/map/outline'
import { boxesMeet } from '../../../src/map/rings'
import { buildScene, type Scene } from '../../../src/map/scene'
import { fitLines } from '../../../src/map/text-size'
import { placeLabels } from '../../../src/map/town-labels'
import { CITIES, shipped } from './here'

const sceneOf = (city: string, reserved = [{ x0: 0, y0: 0, x1: 310, y1: 70 }]) =>
  buildScene(shipped(city), { width: 904, height: 720, reserved })
const plain = (code: string): RampTown => ({ code, level: 2, value: '1.7', outlier: false })
const rampOf = (scene: Scene): MapLayer => ({
  kind: 'ramp',
  id: 'load',
  towns: scene.tiles.map(({ code }) => plain(code)),
})
const hallsOf = (scene: Scene): MapLayer => ({
  kind: 'symbol',
  id: 'halls',
  towns: scene.tiles.map(({ code }) => code),
})

describe.each(CITIES)('scene of %s', (city) => {
  const scene = sceneOf(city)

  it('stays on the canvas and off what is reserved', () => {
    for (const { box, outline } of scene.tiles) {
      expect(box.x0).toBeGreaterThan(0)
      expect(box.y0).toBeGreaterThan(13)
      expect(box.x1).toBeLessThan(904)
      expect(box.y1).toBeLessThan(720 - 14)
      for (const reserved of scene.reserved) expect(outline.meets(reserved)).toBe(false)
    }
  })

  it('names every town at 20u without overlap when nothing is marked', () => {
    const overlay = overlayOf([rampOf(scene), hallsOf(scene)])
    const labels = [...placeLabels(scene, overlay, null, []).values()]
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
  const base = [rampOf(scene), hallsOf(scene)]
  const mark: MapMark = { id: 'hotline-1', code: codeOf('石井'), severity: 'critical', no: 1 }
  const marked = overlayOf([...base, { kind: 'marks', id: 'exceptions', marks: [mark] }])

  it('puts the mark above the name and hides it with its layer', () => {
    const shown = placeLabels(scene, marked, null, []).get(mark.code)
    expect(shown?.marks[0]?.y).toBeLessThan((shown?.lines[0]?.y ?? 0) - 20)
    expect(placeLabels(scene, overlayOf(base), null, []).get(mark.code)?.marks).toEqual([])
  })

  it('prints the value of the selected town', () => {
    const labels = placeLabels(scene, overlayOf(base), codeOf('嘉禾'), [])
    expect(labels.get(codeOf('嘉禾'))?.under?.value?.text).toBe('1.7')
  })

  it('is flat and without figures where no layer colours the tiles', () => {
    const label = placeLabels(scene, overlayOf([]), codeOf('嘉禾'), []).get(codeOf('嘉禾'))
    expect(label).toMatchObject({ level: 0, under: null })
  })

  it('places notes on free ground inside the canvas', () => {
    const labels = placeLabels(scene, marked, null, [])
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
    expect(neighbourOf(scene.ground.tiles, codeOf('鹤龙'), 'ArrowRight')).toBe(codeOf('嘉禾'))
    expect(neighbourOf(scene.ground.tiles, codeOf('太和'), 'ArrowRight')).toBeNull()
    expect(neighbourOf(scene.ground.tiles, codeOf('太和'), 'Tab')).toBeNull()
  })
})
