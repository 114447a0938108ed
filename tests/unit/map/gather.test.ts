import { expect, it } from 'vitest'
import { gather } from '../../../src/map/gather'
import { MapAnswers } from '../../../src/map/map-answer'
import { shipped, shippedFile } from './here'
import { surveyed } from './shapes'

const map = shipped('heyuan')
const HALLS = [
  { code: '441602003', short: '市中心' },
  { code: '441602001', short: '源城区' },
  { code: '441621100', short: '紫金县' },
  { code: '441622100', short: '龙川县' },
  { code: '441623100', short: '连平县' },
  { code: '441624100', short: '和平县' },
  { code: '441625100', short: '东源县' },
]

it('gives seven halls seven tiles that do not overlap, from north to south and west to east as they lie', () => {
  const { towns } = gather(map, HALLS)
  expect(towns.map(({ code }) => code).toSorted()).toEqual(HALLS.map(({ code }) => code).toSorted())
  const at = (short: string) => towns.find((one) => one.short === short)?.label ?? [NaN, NaN]
  expect(at('连平县')[0]).toBeLessThan(at('和平县')[0])
  expect(at('和平县')[0]).toBeLessThan(at('龙川县')[0])
  expect(at('连平县')[1]).toBeLessThan(at('紫金县')[1])
  for (const a of towns) for (const b of towns) if (a !== b) expect(a.outline.inside(b.label)).toBe(false)
})

it('keeps a place that is not on the map', () => {
  expect(gather(map, [...HALLS, { code: '999999999', short: '流动厅' }]).towns).toHaveLength(8)
})

const tilesOf = async (bytes: Uint8Array, only: typeof HALLS) => {
  const answers = new MapAnswers()
  await answers.answer({ kind: 'open', map: 1, bytes })
  const canvas = { width: 904, height: 720, reserved: [], only }
  const reply = await answers.answer({
    kind: 'draw',
    map: 1,
    ground: true,
    canvas,
    layers: [],
    selected: null,
  })
  return reply.kind === 'drawing' ? reply.ground?.tiles.length : undefined
}

it('is for a schematic: on a published map the areas stay', async () => {
  expect(await tilesOf(shippedFile('heyuan'), HALLS)).toBe(7)
  const published = new TextEncoder().encode(JSON.stringify(surveyed(2, 1, 4)))
  expect(await tilesOf(published, HALLS)).toBe(2)
})
