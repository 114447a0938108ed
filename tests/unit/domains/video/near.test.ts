import { expect, it } from 'vitest'
import { apart } from '../../../../src/domains/video/views/use-cameras'
import { firstOf } from '../../../../src/domains/video/views/Near'
import type { CameraShown } from '../../../../src/video/camera'

const camera = (id: string): CameraShown => ({
  id,
  name: id,
  meta: [],
  sources: [],
  offline: false,
  since: null,
})
const idsOf = (ids: readonly (string | undefined)[], most: number) =>
  firstOf(
    ids.map((id) => ({ camera: id === undefined ? undefined : camera(id) })),
    most,
  ).map((tile) => tile.camera?.id)

it('shows no camera on two tiles, and keeps the place of one that is still being read', () => {
  expect(idsOf(['a', 'b', 'a', 'c', 'b', 'd'], 4)).toEqual(['a', 'b', 'c', 'd'])
  expect(idsOf([undefined, 'b', undefined, 'b', 'c'], 3)).toEqual([undefined, 'b', undefined])
})

it('goes on to the next camera where one is cut off, and never shows that one twice', () => {
  const all = Array.from({ length: 8 }, (_, i): CameraShown => ({
    ...camera(String(i)),
    offline: i === 1 || i === 2,
    sources: [{ way: 'mp4', url: 'demo/river.mp4' }],
  }))
  const lists = [0, 1, 2, 3].map((from) => all.slice(from, from + 4))
  expect(apart(lists, undefined).map((one) => one?.id)).toEqual(['0', '3', '4', '5'])
  expect(apart(lists, '3').map((one) => one?.id)).toEqual(['0', '4', '5', '6'])
  // So few that some tile has none left.
  expect(apart([all.slice(0, 1), all.slice(0, 1)], undefined).map((one) => one?.id)).toEqual(['0', undefined])
})
