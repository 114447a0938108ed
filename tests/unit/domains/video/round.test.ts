import { describe, expect, it } from 'vitest'
import {
  coverageAt,
  keep,
  readKept,
  shiftBegin,
  withSeen,
} from '../../../../src/domains/video/views/coverage'
import { isItsHour, partsOf, roundOf } from '../../../../src/domains/video/views/round'

const at = (time: string) => Date.parse(`2026-11-18T${time}:00+08:00`)
const day = { from: '08:00', to: '20:00' }
const night = { from: '20:00', to: '08:00' }
const plan = (id: string, hours?: { from: string; to: string }) => ({
  id,
  name: id,
  cameras: { source: [id] },
  dwellSeconds: 20,
  order: 'register' as const,
  ...(hours && { hours: [hours] }),
})

describe('which cameras are gone through', () => {
  const plans = [plan('river', day), plan('village', night)]
  const sources = [{ key: 'water', label: '水务' }]
  const keyOf = (group: string | null, time: string) => roundOf(group, { plans }, sources, at(time)).key

  it('are those of the plan of the hour, by night those of the night', () => {
    expect(['08:00', '19:59', '20:00', '03:00', '07:59'].map((time) => keyOf(null, time))).toEqual([
      'river',
      'river',
      'village',
      'village',
      'village',
    ])
    expect(isItsHour(plan('always'), at('03:00'))).toBe(true)
  })

  it('are those that a link names at any hour; one that nobody has is as none', () => {
    expect([
      keyOf('river', '03:00'),
      keyOf('water', '03:00'),
      keyOf('all', '03:00'),
      keyOf('old', '03:00'),
    ]).toEqual(['river', 'water', 'all', 'village'])
    expect(roundOf(null, { plans: [] }, sources, at('10:00')).key).toBe('all')
  })

  it('are asked for by what their records say, or by their numbers', () => {
    const by = { source: ['水务', '城管'], site: ['河道'] }
    expect(partsOf(by)).toEqual({ ids: JSON.stringify(by) })
    expect(partsOf({ ids: ['1', '2'] })).toEqual({ ids: '["1","2"]' })
  })
})

describe('what a shift has seen', () => {
  const duty = [
    { name: '白班', ...day, chiefs: ['李**'] },
    { name: '夜班', ...night, chiefs: ['王**'] },
  ]
  const begin = shiftBegin(duty, at('10:42'))

  it('begins with the shift, past midnight too, and with the day where there is no roster', () => {
    expect(begin).toBe(at('08:00'))
    expect(shiftBegin(duty, at('03:00'))).toBe(at('20:00') - 86_400_000)
    expect(shiftBegin(undefined, at('10:42'))).toBe(at('00:00'))
  })

  it('counts every camera once, ends with its shift, and begins anew where a demo shows its day again', () => {
    const none = coverageAt(undefined, begin, at('09:00'))
    const seen = withSeen(withSeen(none, ['a', 'b'], at('09:00')), ['b', 'c'], at('09:10'))
    expect(seen.seen.size).toBe(3)
    expect(withSeen(seen, ['a'], at('09:20'))).toBe(seen)
    expect(coverageAt(seen, begin, at('19:00'))).toBe(seen)
    expect(coverageAt(seen, at('20:00'), at('20:00')).seen.size).toBe(0)
    expect(coverageAt(seen, begin, at('08:30')).seen.size).toBe(0)
  })

  it('is kept over a reload; what is no coverage is nothing', () => {
    const kept = new Map<string, string>()
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
    }
    const seen = withSeen(coverageAt(undefined, begin, at('09:00')), ['a', 'b'], at('09:00'))
    keep(store, 'patrol', seen)
    expect(readKept(store, 'patrol')).toEqual(seen)
    for (const text of ['', '{', '[]', '{"begin":1}']) {
      kept.set('patrol', text)
      expect(readKept(store, 'patrol')).toBe(undefined)
    }
  })
})
