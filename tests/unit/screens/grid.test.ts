import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ASPECTS, sceneConfig, type Arrangement } from '../../../src/config/scene'
import { gridOf } from '../../../src/screens/wall/Stage'

const arrangement: Arrangement = {
  panels: { map: 'city-map', list: 'exceptions', more: 'events' },
  layouts: {
    '16:9': { columns: [456, 904], rows: [244, 668], areas: ['list list', 'map map'] },
    '32:9': { columns: [912], rows: [900], areas: ['map'] },
  },
}

describe('gridOf', () => {
  it('turns design units into fractions that may shrink', () => {
    expect(gridOf(arrangement, { aspect: '16:9', u: 1 })?.style).toEqual({
      gridTemplateColumns: 'minmax(0, 456fr) minmax(0, 904fr)',
      gridTemplateRows: 'minmax(0, 244fr) minmax(0, 668fr)',
      gridTemplateAreas: '"list list" "map map"',
    })
  })

  it('says which areas are on this canvas: panels of the others stay away', () => {
    expect(gridOf(arrangement, { aspect: '16:9', u: 1 })?.areas).toEqual(new Set(['list', 'map']))
    expect(gridOf(arrangement, { aspect: '32:9', u: 1 })?.areas).toEqual(new Set(['map']))
  })

  it.each([
    ['4:3', 2],
    ['portrait', 2],
    ['48:9', 1],
  ] as const)('%s borrows the nearest shape there is', (aspect, areas) => {
    expect(gridOf(arrangement, { aspect, u: 1 })?.areas.size).toBe(areas)
  })

  it('a phone has no grid: panels stack in reading order', () => {
    const grid = gridOf(arrangement, { aspect: 'phone', u: 0.75 })
    expect(grid?.style).toEqual({})
    // It shows what the portrait wall shows, no more.
    expect(grid?.areas).toEqual(gridOf(arrangement, { aspect: 'portrait', u: 1 })?.areas)
  })
})

describe.each(readdirSync('public/config/scenes'))('%s', (file) => {
  const { present, absent } = sceneConfig.parse(
    JSON.parse(readFileSync(`public/config/scenes/${file}`, 'utf8')),
  )

  it.each(ASPECTS)('has a grid on %s, with a column for every area', (aspect) => {
    for (const each of [present, ...(absent ? [absent] : [])]) {
      const grid = gridOf(each, { aspect, u: 1 })
      expect(grid?.areas.size).toBeGreaterThan(0)
      expect([...(grid?.areas ?? [])].filter((area) => area !== '.' && !(area in each.panels))).toEqual([])
    }
  })
})
