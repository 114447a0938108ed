import { expect, it } from 'vitest'
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
