import { expect, it } from 'vitest'
import type { CameraShown } from '../../../../src/video/camera'
import { filled } from '../../../../src/domains/video/views/whole'
import type { Chosen } from '../../../../src/video/patrol'

const camera = (id: string): CameraShown => ({
  id,
  name: id,
  meta: [],
  sources: [],
  offline: false,
  since: null,
})
const tiles = [camera('a'), null, camera('b'), undefined]

function wall(whole: string | null, named?: CameraShown | null) {
  const chosen: (string | null)[] = []
  const at = { tiles: 7, group: 'river', held: null, whole, page: null }
  const made = filled(tiles, named, at, (next: Chosen) => {
    expect(next).toEqual({ ...at, whole: next.whole })
    chosen.push(next.whole)
  })
  return { ...made, chosen }
}

it('fills the screen with the tile that shows the camera, and goes to those beside it and round', () => {
  const { whole, shown, chosen } = wall('b')
  expect([whole.at, shown]).toEqual([2, tiles])
  whole.turn(1)
  whole.turn(-1)
  whole.choose(null)
  whole.choose(0)
  expect(chosen).toEqual(['a', 'a', null, 'a'])
})

it('shows a camera whose turn it is not in the first tile, for as long as it fills the screen', () => {
  const { whole, shown, chosen } = wall('z', camera('z'))
  expect([whole.at, shown.map((one) => one?.id)]).toEqual([0, ['z', undefined, 'b', undefined]])
  whole.turn(1)
  expect(chosen).toEqual(['b'])
  const { at } = wall('z').whole
  expect(at, 'while it is read').toBe(0)
})

it('fills nothing with a camera that nobody knows, and nothing where none is named', () => {
  for (const id of ['z', null]) {
    const { whole, shown } = wall(id, null)
    expect([whole.at, shown]).toEqual([null, tiles])
  }
})
