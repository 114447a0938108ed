import { describe, expect, it } from 'vitest'
import { toWgs84 } from '../../../src/lib/crs'
import { normalise } from '../../../src/data/shape/normalise'

describe('normalise', () => {
  it('gives times without a zone Beijing time, and leaves those with one', () => {
    expect(normalise({ asOf: '2026-11-18 10:42:00', at: '2026-11-18T10:42:00' })).toEqual({
      asOf: '2026-11-18T10:42:00+08:00',
      at: '2026-11-18T10:42:00+08:00',
    })
    const zoned = { a: '2026-11-18T02:42:00Z', b: '2026-11-18', c: '2026-11-18T10:42:00+08:00' }
    expect(normalise(zoned)).toEqual(zoned)
  })

  it('knows the other ways to write a moment', () => {
    const at = (text: string, zone?: string) => normalise([text], zone === undefined ? {} : { zone })
    expect(at('2026-11-18 10:42')).toEqual(['2026-11-18T10:42:00+08:00'])
    expect(at('2026-11-18T10:42:00.123')).toEqual(['2026-11-18T10:42:00.123+08:00'])
    expect(at('2026-11-18 10:42:00', 'Z')).toEqual(['2026-11-18T10:42:00Z'])
    expect(at('2026-11-18 10:42:00', '+09:00')).toEqual(['2026-11-18T10:42:00+09:00'])
    // As Java writes them.
    expect(at('2026-11-18T10:42:00.000+0800')).toEqual(['2026-11-18T10:42:00.000+08:00'])
    expect(at('2026-11-18 10:42:00Z')).toEqual(['2026-11-18T10:42:00Z'])
    // As PostgreSQL writes them.
    expect(at('2026-11-18 10:42:00.123456+08')).toEqual(['2026-11-18T10:42:00.123456+08:00'])
  })

  it('leaves text that merely speaks of a time', () => {
    const texts = ['2026-11-18 10:42:00 起', '10:42', '2026年', '2026-11-18 10:42:00:00', '20261118104200']
    expect(normalise(texts)).toEqual(texts)
  })

  it('brings every point to WGS-84, once', () => {
    const shifted = { lng: 113.275, lat: 23.157 }
    const document = { place: { ...shifted, name: 'x' }, rows: [shifted], text: { lng: '113', lat: '23' } }
    const truth = toWgs84(shifted, 'GCJ-02')
    expect(truth).not.toEqual(shifted)
    expect(normalise(document, { convert: (point) => toWgs84(point, 'GCJ-02') })).toEqual({
      place: { ...truth, name: 'x' },
      rows: [truth],
      text: { lng: '113', lat: '23' },
    })
    expect(normalise(document)).toEqual(document)
  })

  it('done twice is as done once', () => {
    const document = { asOf: '2026-11-18 10:42', rows: [{ at: '2026-11-18T10:42:00.000+0800' }] }
    const once = normalise(document)
    expect(normalise(once)).toEqual(once)
  })

  it('leaves shapes, numbers, booleans and null for the contract to judge', () => {
    const document = { n: 1.5, none: null, yes: true, list: [[1, [null]], []], empty: {} }
    expect(normalise(document)).toEqual(document)
  })

  it('changes nothing in what it was given', () => {
    const given = { n: 1, rows: [{ at: '2026-11-18 10:42:00' }] }
    const before = structuredClone(given)
    normalise(given)
    expect(given).toEqual(before)
  })
})
