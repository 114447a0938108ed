import { expect, it } from 'vitest'
import { clearNames } from '../../../../src/map/points/names'

const label = (code: string, x: number, y: number, text: string, marks = 0) => ({
  code,
  lines: [{ text, x, y }],
  marks: Array.from({ length: marks }, () => ({
    mark: { id: code, code, severity: 'minor' as const, no: 1 },
    x,
    y,
    size: 20,
  })),
})
const clear = (labels: readonly ReturnType<typeof label>[], k = 1) => {
  const at = new Map(labels.map(({ code, lines }) => [code, [lines[0]?.x ?? 0, lines[0]?.y ?? 0] as const]))
  return [...clearNames(labels, { size: 20, k, at: (code) => at.get(code) })].toSorted()
}

it('writes of names that would touch one, the one with a mark before the others, and all of them from nearer', () => {
  const towns = [label('a', 0, 0, '曲阳'), label('b', 45, 0, '三堤口'), label('c', 150, 0, '东街')]
  const [first, last] = [label('a', 0, 0, '曲阳'), label('c', 150, 0, '东街')]
  expect(clear(towns)).toEqual(['a', 'c'])
  expect(clear([first, label('b', 45, 0, '三堤口', 1), last])).toEqual(['b', 'c'])
  expect(clear(towns, 2)).toEqual(['a', 'b', 'c'])
  // On lines of their own they may stand closer.
  expect(clear([first, label('b', 30, 20, '三堤口')])).toEqual(['a', 'b'])
})
