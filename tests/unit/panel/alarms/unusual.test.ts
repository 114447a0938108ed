import { describe, expect, it } from 'vitest'
import type { CityDocument } from '../../../../src/contract/document'
import { HOUR } from '../../../../src/lib/calendar'
import { unusualIn } from '../../../../src/panel/alarms/unusual'
import { documents } from '../../domains/documents'

const BEGIN = Date.parse('2026-11-18T08:00:00+08:00')
const SHIFT = { begin: BEGIN, end: BEGIN + 12 * HOUR }
const hall = documents.get('service-hall')

/** A document whose only series is this one, an hour a step from 6:00. */
function told(series: object): CityDocument {
  if (!hall) throw new Error('no document')
  const part = { startHour: 6, stepMinutes: 60, ...series }
  return { ...hall, asOf: '2026-11-18T12:30:00+08:00', operation: { deep: { part } } }
}
const low = Array(10).fill(10)
const high = Array(10).fill(20)

describe('what of a shift was unusual', () => {
  it('is each whole step outside its range, and the one farthest from it', () => {
    //            6   7   8   9  10  11  12
    const now = [99, 99, 12, 26, 4, 33, 80, null, null, null]
    expect(unusualIn(told({ now, low, high }), SHIFT)).toEqual({
      steps: 3,
      at: BEGIN + 3 * HOUR,
      value: 33,
      low: 10,
      high: 20,
    })
  })

  it('is nothing where all lies within, or no range is known', () => {
    const now = [99, 99, 12, 16, 14, 13, 80, null, null, null]
    expect(unusualIn(told({ now, low, high }), SHIFT)).toBeNull()
    expect(unusualIn(told({ now: now.map(() => 99) }), SHIFT)).toBeNull()
    expect(unusualIn(told({ now: [99], low: [1], high: [2], stepMinutes: 0 }), SHIFT)).toBeNull()
  })
})
