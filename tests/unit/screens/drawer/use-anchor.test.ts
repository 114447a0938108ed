import { expect, it } from 'vitest'
import type { RowsWindow } from '../../../../src/screens/drawer/use-window'
import { movedBy } from '../../../../src/screens/drawer/use-anchor'

const windowOf = (from: number, ...keys: readonly string[]): RowsWindow => ({
  page: {
    contract: 'hotline.rows/1',
    asOf: '2026-11-18T10:42:00+08:00',
    rows: keys.map((key) => ({ kind: 'work-order', key, fields: {} })),
    total: 100,
    next: null,
    leftOut: [],
  },
  from,
  old: false,
})

const before = windowOf(40, 'a', 'b', 'c', 'd')

it.each([
  ['nothing changed', windowOf(40, 'a', 'b', 'c', 'd'), 0],
  ['two came above', windowOf(40, 'x', 'y', 'a', 'b', 'c'), 2],
  ['one went above', windowOf(40, 'b', 'c', 'd'), -1],
  ['another part is asked for', windowOf(0, 'z', 'c'), -41],
  ['it went itself', windowOf(40, 'a', 'b', 'd'), 0],
])('what is read stays where it is: %s', (_, after, by) => {
  expect(movedBy(before, after, 42)).toBe(by)
})

it('what was not here yet cannot have moved', () => {
  expect(movedBy(before, windowOf(40, 'x', 'a'), 90)).toBe(0)
})
