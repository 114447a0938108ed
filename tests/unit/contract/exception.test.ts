import { describe, expect, it } from 'vitest'
import { byUrgency } from '../../../src/contract/severity'
import { exception } from './sample'

const at = (hour: number) => `2026-11-18T${String(hour).padStart(2, '0')}:00:00+08:00`

describe('reading order', () => {
  const items = [
    exception({ id: 'd', severity: 'minor', due: at(1) }),
    exception({ id: 'c', severity: 'major', due: at(2) }),
    exception({ id: 'b', severity: 'critical', due: at(9) }),
    exception({ id: 'a', severity: 'critical', due: at(8) }),
    exception({ id: 'e', severity: 'critical', due: at(8) }),
  ]

  it('is severity, then the least time left, then the id', () => {
    expect(items.toSorted(byUrgency).map(({ id }) => id)).toEqual(['a', 'e', 'b', 'c', 'd'])
  })

  it('does not depend on the order of arrival, so a number stays with its item', () => {
    const wanted = items.toSorted(byUrgency)
    for (let turn = 0; turn < items.length; turn++) {
      const arrived = [...items.slice(turn), ...items.slice(0, turn)]
      expect(arrived.toSorted(byUrgency)).toEqual(wanted)
      expect(arrived.toReversed().toSorted(byUrgency)).toEqual(wanted)
    }
  })

  it('compares moments, not their spelling', () => {
    const beijing = exception({ id: 'x', due: '2026-11-18T10:00:00+08:00' })
    const utc = exception({ id: 'y', due: '2026-11-18T01:00:00Z' })
    expect([beijing, utc].toSorted(byUrgency).map(({ id }) => id)).toEqual(['y', 'x'])
  })
})
