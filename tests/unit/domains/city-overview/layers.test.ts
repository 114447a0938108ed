import { describe, expect, it } from 'vitest'
import type { Town } from '../../../../src/domains/city-overview/contract'
import { marksOf } from '../../../../src/domains/city-overview/views/layers'
import { mismatch } from '../../../../src/domains/city-overview/views/matching'
import type { NumberedException } from '../../../../src/panel/use-exceptions'

const town = (code: string, change: Partial<Town> = {}): Town => ({ code, name: '某镇', ...change })
const raised = (change: Partial<NumberedException>): NumberedException => ({
  id: 'x-1',
  severity: 'critical',
  domain: 'video',
  metric: 'online_rate',
  subject: null,
  place: { code: '440111001', name: '某镇' },
  what: '离线',
  owner: '某科',
  since: '2026-11-18T08:00:00+08:00',
  due: '2026-11-18T12:00:00+08:00',
  action: '派单',
  no: 1,
  ...change,
})

it('marks the exceptions that have a place', () => {
  expect(marksOf([raised({}), raised({ id: 'x-2', place: null })])).toEqual([
    { id: 'x-1', code: '440111001', severity: 'critical', no: 1 },
  ])
})

describe('a map beside data', () => {
  const map = {
    towns: ['440111001', '440111002'].map((code) => ({
      code,
      name: '某镇',
      districtCode: null,
      district: null,
    })),
  }

  it('is silent where every row has its tile', () => {
    expect(mismatch(map, [town('440111001')])).toBeNull()
    expect(mismatch(map, [])).toBeNull()
  })

  it('names codes of another kind on both sides', () => {
    const rows = ['440111001000', '440111002000', '440111003000'].map((code) => town(code))
    expect(mismatch(map, rows)).toBe('地图与数据的区划代码无一相同：地图 440111001…，数据 440111001000…')
  })

  it('names the rows without a tile', () => {
    expect(mismatch(map, [town('440111001'), town('440111009')])).toBe('数据中 1 个镇街不在地图上：440111009')
  })
})
