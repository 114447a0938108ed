import { describe, expect, it } from 'vitest'
import { cityBases } from '../../../../mock-data/generator/cities'
import { buildHotline } from '../../../../mock-data/generator/hotline'
import { at, cn, freeze, limits } from '../cities'
import { base, hotlineAt, seed, simulate } from './day'

const MOMENT = '2026-11-18 10:42'

describe('the demo is a function of the moment', () => {
  it('same moment, same document, whatever was asked for in between', () => {
    const first = JSON.stringify(hotlineAt(MOMENT))
    // More days than the memory of the simulation holds.
    for (const other of ['2025-03-11 08:00', '2026-06-11 08:00']) hotlineAt(other)
    hotlineAt(MOMENT, '440111001')
    expect(JSON.stringify(hotlineAt(MOMENT))).toBe(first)
  })

  it('another moment, another document', () => {
    expect(JSON.stringify(hotlineAt('2026-11-18 10:43'))).not.toBe(JSON.stringify(hotlineAt(MOMENT)))
  })

  it('changes nothing in the seed it starts from', () => {
    const frozen = freeze(structuredClone(seed))
    expect(() => simulate(frozen, { now: at(MOMENT), region: null, limits, calendar: cn })).not.toThrow()
    expect(frozen).toEqual(seed)
  })

  it('carries the moment as its data time and keeps what was published', () => {
    const document = hotlineAt(MOMENT)
    expect(document.asOf).toBe('2026-11-18T10:42:00+08:00')
    expect(document.published).toBe(base.published)
    expect(document.source.simulated).toBe(true)
    expect(document.source.basis).toContain('31 万')
  })
})

describe('cities that published no total', () => {
  it.each(cityBases().filter(({ id }) => id !== 'baiyun'))('$id gets no invented hotline', (city) => {
    const absent = buildHotline(city)
    const moved = simulate(absent, { now: at(MOMENT), region: null, limits, calendar: cn })
    expect(moved).toEqual(absent.document)
    expect(moved).toMatchObject({ operation: null, exceptions: [], absence: { kind: 'not-connected' } })
    expect(moved.source.simulated).toBe(false)
  })
})
