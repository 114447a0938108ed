import { describe, expect, it } from 'vitest'
import type { Town } from '../../../../src/domains/city-overview/contract'
import { cameraLayer, exceptionLayer, hallLayer } from '../../../../src/domains/city-overview/views/layers'
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

describe('the camera layer', () => {
  const towns = [
    town('440111001', { cameras: 900, offline: 3 }),
    town('440111002', { cameras: 400, offline: 5 }),
    town('440111003', { cameras: 0 }),
    town('440111004'),
  ]
  const hollow = (exceptions: NumberedException[]) => {
    const layer = cameraLayer(towns, exceptions)?.layer
    return layer?.kind === 'dots' ? layer.towns.map((each) => each.hollow) : undefined
  }

  it('strews what is known, and rings only where the video network has an exception', () => {
    expect(hollow([])).toEqual([0, 0])
    // What it is called does not matter, who raised it does.
    expect(hollow([raised({ id: 'camera-17' })])).toEqual([2, 0])
    expect(hollow([raised({ id: 'video-17', domain: 'hotline' })])).toEqual([0, 0])
  })

  it('says in the legend how many a dot stands for, and is not offered without cameras', () => {
    expect(cameraLayer(towns, [])).toMatchObject({ name: '约 200 路视频', layer: { perDot: 200 } })
    expect(cameraLayer(towns.slice(2), [])).toBeNull()
  })
})

describe('halls and exceptions', () => {
  it('are squares and marks at their towns', () => {
    expect(
      hallLayer([town('440111001', { halls: 2 }), town('440111002', { halls: 0 })])?.layer,
    ).toMatchObject({
      towns: ['440111001'],
    })
    expect(exceptionLayer([raised({}), raised({ id: 'x-2', place: null })])?.layer).toMatchObject({
      marks: [{ id: 'x-1', code: '440111001', severity: 'critical', no: 1 }],
    })
  })

  it('are not offered where there are none', () => {
    expect(hallLayer([town('440111001')])).toBeNull()
    expect(exceptionLayer([raised({ place: null })])).toBeNull()
  })
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
