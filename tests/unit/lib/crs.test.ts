import { describe, expect, it } from 'vitest'
import { COORDINATES } from '../../../src/lib/coordinates'
import { toBd09, toGcj02, toWgs84, type Point } from '../../../src/lib/crs'
import { stream } from '../../../src/lib/random'

const { PI, cos, hypot } = Math

/** Metres between two near points. */
const apart = (a: Point, b: Point) =>
  hypot((a.lng - b.lng) * 111_320 * cos((a.lat * PI) / 180), (a.lat - b.lat) * 110_540)

/** Points of mainland China, and the five cities. */
function points(count: number): Point[] {
  const next = stream(2026)
  const anywhere = Array.from({ length: count }, () => ({ lng: 75 + next() * 60, lat: 18 + next() * 35 }))
  return [
    { lng: 113.27, lat: 23.16 },
    { lng: 116.8, lat: 33.96 },
    { lng: 114.7, lat: 23.74 },
    { lng: 117.2, lat: 30.7 },
    { lng: 113.45, lat: 30.36 },
    ...anywhere,
  ]
}

describe('known pairs', () => {
  // The examples every implementation of these systems prints.
  const place = { lng: 116.404, lat: 39.915 }

  it('WGS-84 → GCJ-02', () => {
    expect(apart(toGcj02(place), { lng: 116.41024449916938, lat: 39.91640428150164 })).toBeLessThan(0.001)
  })

  it('WGS-84 → BD-09', () => {
    const shifted = { lng: 116.41661560068297, lat: 39.92196580126834 }
    expect(apart(toBd09({ lng: 116.403988, lat: 39.914266 }), shifted)).toBeLessThan(0.001)
  })

  it('and back, where the printed inverse is itself some metres off', () => {
    const printed = { lng: 116.39775550083061, lat: 39.91359571849836 }
    expect(apart(toWgs84(place, 'GCJ-02'), printed)).toBeLessThan(5)
  })
})

describe('there and back', () => {
  it.each([
    ['GCJ-02', toGcj02],
    ['BD-09', toBd09],
  ] as const)('%s returns to the spot it came from, everywhere in China', (crs, shift) => {
    const errors = points(2000).map((point) => apart(toWgs84(shift(point), crs), point))
    expect(Math.max(...errors)).toBeLessThan(0.01)
  })

  it('undoes a shift of hundreds of metres, not one of nothing', () => {
    for (const point of points(200)) expect(apart(toGcj02(point), point)).toBeGreaterThan(10)
  })
})

describe('what is not shifted', () => {
  it('is returned as it is', () => {
    for (const point of points(20)) {
      expect(toWgs84(point, 'WGS-84')).toEqual(point)
      expect(toWgs84(point, 'CGCS2000')).toEqual(point)
    }
  })

  it('no point outside China is, in any system', () => {
    for (const crs of COORDINATES)
      for (const point of [
        { lng: -0.12, lat: 51.5 },
        { lng: 151.2, lat: -33.9 },
        { lng: 0, lat: 0 },
      ])
        expect(toWgs84(point, crs)).toEqual(point)
  })
})
