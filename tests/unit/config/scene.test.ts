import { describe, expect, it } from 'vitest'
import { sceneConfig } from '../../../src/config/scene'
import { cellOf } from '../../../src/config/written'
import { plant } from '../contract/sample'

const scene = {
  id: 'hotline',
  title: '热线',
  dataset: 'hotline',
  present: {
    panels: { keys: 'hotline-keys', list: 'hotline-orders' },
    layouts: { '16:9': { columns: [900, 900], rows: [148, 784], areas: ['keys keys', 'list list'] } },
  },
}

function wrong(path: string, value: unknown): string[] {
  const parsed = sceneConfig.safeParse(plant(scene, path, value))
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'))
}

describe('a scene', () => {
  it('is accepted', () => {
    expect(sceneConfig.safeParse(scene).success).toBe(true)
  })

  it.each([
    ['a row of areas too few', ['keys keys']],
    ['a row of areas too many', ['keys keys', 'list list', 'list list']],
    ['a row with too few columns', ['keys keys', 'list']],
    ['a row with too many columns', ['keys keys', 'list list list']],
    ['an empty row', ['keys keys', '']],
  ])('names the areas of a layout with %s', (_, areas) => {
    expect(wrong('present.layouts.16:9.areas', areas)).toContain('present.layouts.16:9.areas')
  })

  it('takes white space between areas as it comes', () => {
    expect(wrong('present.layouts.16:9.areas', ['  keys   keys ', 'list\tlist'])).toEqual([])
  })

  it('refuses tracks without size, unknown shapes and panel names that are no ids', () => {
    expect(wrong('present.layouts.16:9.columns', [900, 0])).toEqual(['present.layouts.16:9.columns.1'])
    expect(wrong('present.layouts.5:4', scene.present.layouts['16:9'])[0]).toMatch(/^present\.layouts/)
    expect(wrong('present.panels.keys', '<script>')).toEqual(['present.panels.keys'])
  })

  it('may set up a panel in its cell: subject, title and any JSON of bounded size', () => {
    const full = { panel: 'topic', of: 'parking', title: '停车', spec: { rows: [1, { a: null }], on: true } }
    expect(wrong('present.panels.keys', full)).toEqual([])
    expect(wrong('present.panels.keys', { panel: 'topic' })).toEqual([])
    expect(cellOf('topic')).toEqual({ panel: 'topic' })
    expect(cellOf(full)).toBe(full)
  })

  it.each([
    ['no panel', { title: '停车' }],
    ['a panel that is no id', { panel: '<b>' }],
    ['a key nobody reads', { panel: 'topic', size: 3 }],
    ['a title longer than a panel can show', { panel: 'topic', title: '一'.repeat(17) }],
    ['a specification that is really data', { panel: 'topic', spec: 'x'.repeat(4000) }],
    ['a specification that is no JSON', { panel: 'topic', spec: { at: new Date(0) } }],
  ])('refuses a cell with %s', (_, cell) => {
    expect(wrong('present.panels.keys', cell).join()).toMatch(/^present\.panels\.keys(\.\w+)?$/)
  })

  it('may name the file that stands in its place at rest, never itself', () => {
    expect(wrong('rest', 'hotline-rest')).toEqual([])
    expect(wrong('rest', 'hotline')).toEqual(['rest'])
    expect(wrong('rest', { panels: {} })).toEqual(['rest'])
  })

  it('may say what a city without the domain shows instead, under the same rules', () => {
    expect(wrong('absent', scene.present)).toEqual([])
    expect(wrong('absent', plant(scene.present, 'layouts.16:9.areas', ['keys']))).toContain(
      'absent.layouts.16:9.areas',
    )
  })
})
