import { describe, expect, it } from 'vitest'
import { readings } from '../../../src/domains/hotline/readings'
import { listReading, pendingOf, titleOf, valueText, type Reading } from '../../../src/panel/reading'
import { rowsByHand } from '../../../src/panel/rows-by-hand'

const NOW = Date.parse('2026-11-18T10:42:00+08:00')
const readingOf = (kind: string): Reading => {
  const reading = readings[kind]
  if (!reading) throw new Error(`no reading of ${kind}`)
  return reading
}

describe('重点交办, a ledger that is kept by hand', () => {
  const reading = readingOf('key-item')
  const item = { title: '占道经营整治', dept: '区城管局', closedOn: '2026-11-11', watchUntil: '2027-02-11' }
  const rows = (...items: readonly unknown[]) => rowsByHand('key-item', reading, { keyItems: items }, NOW)

  it('is as long as the document lists, each item named by its day and title, watched until its three months are over', () => {
    const [first, second] = rows(item, { ...item, title: '欠薪清理', watchUntil: '2026-11-18' }) ?? []
    if (!first || !second) throw new Error('no rows')
    expect(first.key).toBe('2026-11-11 占道经营整治')
    expect(titleOf(reading, first, NOW)).toBe('占道经营整治')
    expect(pendingOf(reading, first)).toEqual({ at: Date.parse('2027-02-11T00:00:00+08:00'), of: 'due' })
    expect(valueText(reading, first, 'lasts', NOW)).toBe('监控中')
    expect(pendingOf(reading, second)).toBeNull()
    expect(valueText(reading, second, 'lasts', NOW)).toBe('已销账')
  })

  it('is empty where the document lists nothing, and no ledger at all of a kind that a source of records has', () => {
    expect(rowsByHand('key-item', reading, null, NOW)).toEqual([])
    expect(rows(null, 7)).toEqual([])
    expect(rowsByHand('work-order', readingOf('work-order'), { keyItems: [item] }, NOW)).toBeNull()
  })
})

describe('a list of orders that came back, or were granted more time', () => {
  it('says why in each of its rows, and stands broken down by the reason', () => {
    const { reading, by } = listReading(readingOf('work-order'), ['receivedToday', 'misdispatched'])
    expect(reading.meta).toContain('returnReason')
    expect(by).toBe('returnReason')
    expect(reading.facets?.slice(0, 2)).toEqual(['returnReason', 'hop'])
    expect(listReading(readingOf('work-order'), ['open', 'extended']).by).toBe('extendReason')
  })

  it('any other list is read as its records are, and offers no flag that all of it has', () => {
    const plain = readingOf('work-order')
    const { reading, by } = listReading(plain, ['overdue'])
    expect(by).toBeNull()
    expect(reading.meta).toEqual(plain.meta)
    expect(reading.facets).not.toContain('overdue')
    expect(reading.facets).toContain('town')
  })
})
