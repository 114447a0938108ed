import { beforeEach, describe, expect, it } from 'vitest'
import { createHints, type Hints } from '../../../src/data/push/hints'

const NINE = Date.parse('2026-05-12T09:00:00+08:00')
const at = (seconds: number) => new Date(NINE + seconds * 1000).toISOString()

let now: number
let hints: Hints
beforeEach(() => {
  now = NINE
  hints = createHints({ real: () => now })
})

describe('a hint that names the time of the data', () => {
  beforeEach(() => hints.mark('hotline', at(-10)))

  it('is pending until a document as new was read', () => {
    hints.settle('hotline', at(-11), NINE + 5000)
    expect(hints.pending('hotline')).toMatchObject({ at: NINE, asOf: at(-10), tries: 1 })
    hints.settle('hotline', at(-10), NINE + 6000)
    expect(hints.pending('hotline')).toBeUndefined()
  })

  it('is met by a read that was already on its way, if that shows the change', () => {
    hints.settle('hotline', at(-10), NINE - 3000)
    expect(hints.pending('hotline')).toBeUndefined()
  })

  it('compares moments, not texts', () => {
    hints.settle('hotline', '2026-05-12T09:00:00+08:00', NINE)
    expect(hints.pending('hotline')).toBeUndefined()
  })

  it('gives way to a newer one, never to an older', () => {
    hints.mark('hotline', at(-5))
    hints.mark('hotline', at(-20))
    expect(hints.pending('hotline')).toMatchObject({ asOf: at(-5) })
  })

  it('concerns its own source only', () => {
    hints.settle('video', at(0), NINE)
    expect(hints.pending('hotline')).toBeDefined()
    expect(hints.pending('video')).toBeUndefined()
  })
})

describe('a hint without a time', () => {
  beforeEach(() => hints.mark('hotline'))

  it('is not met by a read that began before it, however new its document', () => {
    hints.settle('hotline', at(60), NINE - 1)
    expect(hints.pending('hotline')).toMatchObject({ tries: 1 })
  })

  it('is met by the read it started', () => {
    hints.settle('hotline', at(-3600), NINE)
    expect(hints.pending('hotline')).toBeUndefined()
  })

  it('after one with a time, both have to be met', () => {
    hints.mark('video', at(-10))
    now += 2000
    hints.mark('video')
    hints.settle('video', at(-10), NINE + 1000)
    expect(hints.pending('video')).toBeDefined()
    hints.settle('video', at(-20), NINE + 3000)
    expect(hints.pending('video')).toBeDefined()
    hints.settle('video', at(-10), NINE + 3000)
    expect(hints.pending('video')).toBeUndefined()
  })
})

it.each(['2031-01-01T00:00:00Z', 'soon'])('a time that no document can have (%s) counts as none', (asOf) => {
  hints.mark('hotline', asOf)
  expect(hints.pending('hotline')).toMatchObject({ asOf: undefined })
  hints.settle('hotline', at(-1), NINE)
  expect(hints.pending('hotline')).toBeUndefined()
})

it('tells its listeners which source changed, until they leave', () => {
  const heard: string[] = []
  const leave = hints.onMark((id) => heard.push(id))
  hints.mark('hotline')
  hints.mark('video', at(-1))
  leave()
  hints.mark('hotline')
  expect(heard).toEqual(['hotline', 'video'])
})
