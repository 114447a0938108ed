import { expect, test } from 'vitest'
import type { Arrangement } from '../../../src/config/scene'
import { allot } from '../../../src/screens/wall/allot'
import { offeredIn } from '../../../src/screens/wall/absences'

const scene: Arrangement = {
  panels: { middle: 'list', a: 'water', b: 'water-rows', c: 'trees', d: 'lamps' },
  layouts: {
    '16:9': { columns: [1, 1, 1], rows: [1, 1], areas: ['a middle c', 'b middle d'] },
    '4:3': { columns: [1, 1], rows: [1, 1], areas: ['a middle', 'middle b'] },
  },
  instead: ['why', { panel: 'before-after' }],
}
const domainOf = (panel: string) => (panel === 'list' ? 'list' : panel.split('-')[0])
const in16 = (absent: readonly string[]) => {
  const laid = allot(scene, new Set(absent), domainOf)
  return { panels: laid.panels, areas: laid.layouts['16:9']?.areas }
}

test('places of one absent domain that touch become one, and each domain gets another panel', () => {
  const { panels, areas } = in16(['water', 'lamps'])
  expect(areas).toEqual(['instead-0 middle c', 'instead-0 middle instead-1'])
  expect(panels['instead-0']).toBe('why')
  expect(panels['instead-1']).toEqual({ panel: 'before-after' })
})

test('whichever domain is absent, the first panel for it is the same', () => {
  for (const domain of ['water', 'trees', 'lamps']) {
    const { panels, areas } = in16([domain])
    expect(panels['instead-0']).toBe('why')
    expect(areas?.join(' ')).toContain('instead-0')
  }
})

test('places that do not touch are not put together, and a domain after the last panel says itself what is missing', () => {
  const laid = allot(scene, new Set(['water', 'trees', 'lamps']), domainOf)
  expect(laid.layouts['4:3']?.areas).toEqual(['instead-0 middle', 'middle b'])
  expect(laid.layouts['16:9']?.areas).toEqual(['instead-0 middle instead-1', 'instead-0 middle d'])
})

test('a shape may be laid out otherwise where domains are absent, and the others stay as they are', () => {
  const partly = { '4:3': { columns: [1, 1], rows: [1, 1], areas: ['middle a', 'd b'] } }
  const laid = allot({ ...scene, partly }, new Set(['water']), domainOf)
  expect(laid.layouts['4:3']?.areas).toEqual(['middle instead-0', 'd instead-0'])
  expect(laid.layouts['16:9']?.areas).toEqual(['instead-0 middle c', 'instead-0 middle d'])
})

test('a page in the hand has the height for what stands in the place of key figures', () => {
  const phone = { columns: [1], rows: [180, 200], areas: ['a', 'middle'] }
  const laid = allot({ ...scene, layouts: { phone } }, new Set(['water']), domainOf)
  expect(laid.layouts.phone).toMatchObject({ rows: [400, 200], areas: ['instead-0', 'middle'] })
})

const listed = (id: string, dataset: string | null) => ({ id, title: id, dataset, file: undefined })
const scenes = [listed('overview', null), listed('water', 'water'), listed('trees', 'trees')]

test('a city has no tab for a domain it does not have, and a link to it shows the first scene', () => {
  const { offered, scene: shown, missing } = offeredIn(scenes, 'water', 'water')
  expect(offered.map(({ id }) => id)).toEqual(['overview', 'trees'])
  expect(shown?.id).toBe('overview')
  expect(missing?.id).toBe('water')
  expect(offeredIn(scenes, 'water', 'trees')).toMatchObject({ scene: { id: 'trees' }, missing: undefined })
})
