import { describe, expect, it } from 'vitest'
import { datedBy, staleOf } from '../../../src/contract/freshness'
import { sample } from './sample'

const AS_OF = Date.parse(sample().asOf)
const HOUR = 3_600_000
const ago = (hours: number) => new Date(AS_OF - hours * HOUR).toISOString()
const DAY = 86_400

describe('a document with parts of other times', () => {
  const document = sample({
    parts: { daily: { asOf: ago(5), cadenceSeconds: DAY }, old: { asOf: ago(50), cadenceSeconds: DAY } },
  })

  it('is, for what has no time of its own, the document as it came', () => {
    expect(datedBy(document, [])).toBe(document)
    expect(datedBy(document, ['else'])).toBe(document)
    expect(datedBy(sample(), ['daily'])).toEqual(sample())
  })

  it('is for several as old as what turns late first', () => {
    expect(datedBy(document, ['daily', 'old']).asOf).toBe(ago(50))
    expect(datedBy(document, ['old', 'daily']).asOf).toBe(ago(50))
    // Of yesterday and in time, beside what is of this minute: the minute is over first.
    expect(datedBy(document, ['daily', 'else'])).toBe(document)
    expect(datedBy(document, ['else', 'old']).asOf).toBe(ago(50))
  })

  it('keeps its own period where the part says none', () => {
    const { cadenceSeconds } = sample().source
    const plain = sample({ parts: { part: { asOf: ago(1) } } })
    expect(datedBy(plain, ['part'])).toMatchObject({ asOf: ago(1), source: { cadenceSeconds } })
  })

  it('is too old as a whole, or in a part alone', () => {
    expect(staleOf('a', document, AS_OF)).toEqual([])
    expect(staleOf('a', document, AS_OF + 80 * HOUR)).toEqual(['a', 'a/old'])
    expect(staleOf('a', document, AS_OF + 80 * HOUR, 100 * HOUR)).toEqual(['a/old'])
    expect(staleOf('a', undefined, AS_OF)).toEqual([])
  })
})
