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

  it('a phone with a layout of its own takes its order, and rows as tall as they say or need', () => {
    const own: Arrangement = {
      ...arrangement,
      layouts: {
        ...arrangement.layouts,
        phone: { columns: [496], rows: [180, 400], areas: ['more', 'list'] },
      },
    }
    const grid = gridOf(own, { aspect: 'phone', u: 0.75 })
    expect(grid?.style).toEqual({
      gridTemplateColumns: 'minmax(0, 496fr)',
      gridTemplateRows: 'minmax(calc(180 * var(--u)), auto) minmax(calc(400 * var(--u)), auto)',
      gridTemplateAreas: '"more" "list"',
    })
  })

  it('a tablet has the columns of the portrait wall, and scrolls', () => {
    const grid = gridOf(arrangement, { aspect: 'tablet', u: 0.8 })
    expect(grid?.style.gridTemplateColumns).toBe('minmax(0, 456fr) minmax(0, 904fr)')
    expect(grid?.style.gridTemplateRows).toContain('minmax(calc(244 * var(--u)), auto)')
  })
})

describe.each(readdirSync('public/config/scenes'))('%s', (file) => {
  const { present, absent } = sceneConfig.parse(
    JSON.parse(readFileSync(`public/config/scenes/${file}`, 'utf8')),
  )

  // A module of an ultra-wide wall is 812u; past 1,200u a list is read across the room.
  it.each(['21:9', '32:9', '48:9'] as const)('stretches no panel past 1,200u on %s', (aspect) => {
    for (const { layouts } of [present, ...(absent ? [absent] : [])]) {
      const { columns = [], areas = [] } = layouts[aspect] ?? {}
      const total = { '21:9': 2456, '32:9': 3088, '48:9': 4632 }[aspect]
      const unit = total / columns.reduce((all, column) => all + column, 0)
      const cells = areas.map((row) => row.trim().split(/\s+/))
      const widthOf = (area: string) =>
        columns.reduce((all, column, at) => (cells.some((row) => row[at] === area) ? all + column : all), 0)
      const wide = [...new Set(cells.flat())].filter(
        // Beside a domain the key figures of a screen of 16:9 keep their one row.
        (area) => (aspect !== '21:9' || area !== 'keys') && widthOf(area) * unit > 1200,
      )
      expect(wide).toEqual([])
    }
  })

  // Whatever the shape, what needs a person is in sight beside the domain wherever there is a module for it.
  it.each(['21:9', '32:9', '48:9'] as const)('keeps 需要处置 in sight on %s', (aspect) => {
    for (const layout of [present.layouts[aspect], present.partly?.[aspect]]) {
      const areas = layout?.areas.join(' ').split(/\s+/) ?? []
      if (layout) expect(areas.map((area) => present.panels[area])).toContain('exceptions')
    }
  })

  it.each(ASPECTS)('has a grid on %s, with a column for every area', (aspect) => {
    for (const each of [present, ...(absent ? [absent] : [])]) {
      const grid = gridOf(each, { aspect, u: 1 })
      expect(grid?.areas.size).toBeGreaterThan(0)
      expect([...(grid?.areas ?? [])].filter((area) => area !== '.' && !(area in each.panels))).toEqual([])
    }
  })
})
