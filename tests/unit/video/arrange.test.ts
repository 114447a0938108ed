import { describe, expect, it } from 'vitest'
import { ARRANGEMENTS, arrangementsIn, evenIn, gridOf, usualIn } from '../../../src/video/arrange'
import { BLOCK, readChosen, stepsOf, turnsAt, writeChosen } from '../../../src/video/patrol'

const ROOMS = [
  { width: 1312, height: 430 },
  { width: 1352, height: 302 },
  { width: 732, height: 670 },
  { width: 976, height: 400 },
  { width: 464, height: 300 },
  { width: 300, height: 200 },
]

const named = (areas: readonly string[]) =>
  [...new Set(areas.join(' ').split(' '))].toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)))

describe('arrangements', () => {
  it('have one place for every tile, none empty, and each of them one rectangle', () => {
    for (const room of ROOMS)
      for (const count of ARRANGEMENTS) {
        const { areas } = gridOf(count, room)
        expect(named(areas)).toEqual(Array.from({ length: count }, (_, i) => `t${i}`))
        expect(new Set(areas.map((row) => row.split(' ').length)).size).toBe(1)
      }
  })

  it('are offered where the smallest tile has room for its caption; a small room has one picture', () => {
    expect(ROOMS.map(usualIn)).toEqual([7, 7, 7, 4, 4, 1])
    expect(arrangementsIn({ width: 1552, height: 552 })).toContain(16)
    expect(arrangementsIn({ width: 976, height: 400 })).not.toContain(16)
    for (const room of ROOMS)
      for (const count of arrangementsIn(room).filter((one) => one > 1))
        expect(gridOf(count, room).least.width).toBeGreaterThanOrEqual(224)
  })

  it('of one size are as many as have room beside everything else, and always one', () => {
    const counts = [
      { width: 724, height: 140 },
      { width: 724, height: 320 },
      { width: 480, height: 140 },
      { width: 200, height: 90 },
    ].map((room) => evenIn(4, room).count)
    expect(counts).toEqual([3, 4, 2, 1])
  })

  it('give what needs a person the largest tile', () => {
    const [first = ''] = gridOf(7, { width: 1312, height: 430 }).areas
    expect(first.split(' ')[0]).toBe('t0')
  })
})

describe('a round', () => {
  const round = (total: number, inOrder: boolean) =>
    Array.from({ length: stepsOf(total, 6) }, (_, step) => turnsAt(step, 6, total, inOrder)).flat()

  it.each([true, false])(
    'gives every place of a register one turn, whatever its size; in order %s',
    (inOrder) => {
      for (const total of [1, 2, 3, 4, 7, 60, 61, 62, 997, 36_000]) {
        const places = round(total, inOrder)
          .slice(0, total)
          .map(({ from, nth }) => from + nth)
        expect(new Set(places).size).toBe(total)
        expect(Math.max(...places)).toBe(total - 1)
      }
    },
  )

  it('looks at every neighbourhood before it looks at any of them again', () => {
    const first = round(36_000, false).slice(0, 36_000 / BLOCK)
    expect(new Set(first.map(({ from }) => from)).size).toBe(36_000 / BLOCK)
    expect(new Set(first.map(({ nth }) => nth))).toEqual(new Set([0]))
  })

  it('shows cameras at once that are far from each other in the register', () => {
    const places = turnsAt(3, 6, 36_000)
      .map(({ from }) => from)
      .toSorted((a, b) => a - b)
    expect(Math.min(...places.slice(1).map((place, i) => place - (places[i] ?? 0)))).toBeGreaterThan(1000)
  })
})

describe('what is chosen', () => {
  it.each([
    '7',
    '9,water',
    ',water',
    ',all,12',
    '4,all,0',
    '1,police,7',
    '16',
    '9,,,44011103091326000017',
    ',,,,types',
    '9,river,,,trend',
    '7,all,3,%E6%B2%B3%E9%81%93%2C1',
  ])('%s is read as it was written', (text) => expect(writeChosen(readChosen(text))).toBe(text))
  it('is nothing where the link says nothing, or nothing that there is', () => {
    const none = { tiles: null, group: null, held: null, whole: null, page: null }
    for (const text of [undefined, '', 'x', ',,', ',,,%E6']) expect(readChosen(text)).toEqual(none)
    expect(writeChosen(none)).toBe(null)
  })
})
