import { expect, it } from 'vitest'
import { inTurn } from '../../../../src/domains/video/views/use-cameras'
import { firstOf } from '../../../../src/domains/video/views/Near'
import type { CameraShown } from '../../../../src/video/camera'
import { BLOCK, stepsOf, turnsAt } from '../../../../src/video/patrol'

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

const register = (total: number, ...off: readonly number[]) =>
  Array.from({ length: total }, (_, i): CameraShown => ({
    ...camera(String(i)),
    offline: off.includes(i),
    sources: [{ way: 'mp4', url: 'demo/river.mp4' }],
  }))

it.each([true, false])(
  'shows every camera once in a round, those that are cut off too; in order %s',
  (inOrder) => {
    const all = register(37, 1, 2, 8, 9, 10, 11, 35)
    const shown = Array.from({ length: stepsOf(37, 4) }, (_, step) =>
      inTurn(
        turnsAt(step, 4, 37, inOrder).map(({ from, nth }) => ({
          nth,
          cameras: all.slice(from, from + BLOCK),
        })),
        undefined,
      ).map((one) => one?.id),
    )
    expect(new Set(shown.flat().slice(0, 37)).size).toBe(37)
    for (const step of shown) expect(new Set(step).size).toBe(4)
  },
)

it('shows of neighbours those first that can be seen, and none that stands on another tile already', () => {
  const all = register(4, 0, 2)
  const turn = (nth: number) => ({ nth, cameras: all })
  const ids = (turns: Parameters<typeof inTurn>[0], but?: string) =>
    inTurn(turns, but).map((one) => one && one.id)
  expect(ids([turn(0), turn(1), turn(2), turn(3)])).toEqual(['1', '3', '0', '2'])
  expect(ids([turn(0), turn(1)], '1')).toEqual(['0', '3'])
  // Still being read, and fewer of them than there were.
  expect(
    ids([
      { nth: 0, cameras: undefined },
      { nth: 1, cameras: all.slice(0, 1) },
      { nth: 1, cameras: [] },
    ]),
  ).toEqual([undefined, '0', null])
})
