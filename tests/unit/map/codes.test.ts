import { describe, expect, it } from 'vitest'
import { parseView } from '../../../src/config/view'
import { exceptionItem } from '../../../src/contract/exception'
import { stream } from '../../../src/lib/random'
import { parseRegionMap } from './here'
import { regionIn, regionsOf } from '../../../src/screens/regions'
import { collection, square, town } from './shapes'

const place = exceptionItem.shape.place

/** Codes as files of districts, communities and grids write them. */
const CODES: unknown[] = [
  440111, 440111103, '440111103', ' 440111103 ', '440111103000', '440111103001002', 'SX-2', 'T-1', '2', 2, 0, -440111,
  440111.5, '', ' ', '440 111', '４４０１１１', '440111\n', '4.40111e5', 4.40111e5, null, true, '44011', '1234567890123',
] // prettier-ignore

const random = stream(3)
const ALPHABET = '0123456789 -ABx０'
const RANDOM = Array.from({ length: 300 }, () =>
  Array.from({ length: 1 + Math.floor(random() * 14) }, () => {
    // Mostly digits, as most codes are.
    const at = random() < 0.8 ? Math.floor(random() * 10) : Math.floor(random() * ALPHABET.length)
    return ALPHABET[at] ?? ''
  }).join(''),
)

/** What becomes of a code: the map is opened, the tile clicked, and the wall reloaded with the link it wrote itself. */
function afterReload(code: unknown): string | null {
  const shapes = parseRegionMap(collection([town(code, square(113, 23), { name: '甲镇' })]))
  const clicked = shapes.towns[0]?.code ?? ''
  const search = new URLSearchParams({ city: 'ceshi', region: clicked }).toString()
  const { view, problems } = parseView(`?${search}`)
  expect(problems).toEqual([])
  expect(place.safeParse({ code: clicked, name: '甲镇' }).success).toBe(true)
  return regionIn(view.region ?? null, regionsOf(shapes), '测试区').region
}

const isRefused = (code: unknown): boolean => {
  try {
    parseRegionMap(collection([town(code, square(113, 23), { name: '甲镇' })]))
    return false
  } catch (error) {
    expect(String(error)).toContain('features[0].properties.code：')
    return true
  }
}

describe('a code on the map', () => {
  it.each(CODES.map((code) => [code]))(
    '%j is refused at its place, or its own link opens it again',
    (code) => {
      if (!isRefused(code)) expect(afterReload(code)).toBe(String(code).trim())
    },
  )

  it('whatever it is', () => {
    const accepted = RANDOM.filter((code) => !isRefused(code))
    for (const code of accepted) expect(afterReload(code)).toBe(code.trim())
    expect(accepted.length).toBeGreaterThan(10)
    expect(accepted.length).toBeLessThan(290)
  })

  it.each([440111, '440111', '440111103', '440111103000'])('%s is one', (code) => {
    expect(afterReload(code)).toBe(String(code))
  })

  it('of a district passes the same gate', () => {
    const map = (districtCode: unknown) => () =>
      parseRegionMap(collection([town('440111103', square(113, 23), { districtCode, district: '某区' })]))
    expect(map('T-1')).toThrow('features[0].properties.districtCode：行政区划代码须为 6–12 位数字')
    expect(map(440111)().towns[0]?.districtCode).toBe('440111')
    expect(map(null)().towns[0]?.districtCode).toBeNull()
  })
})
