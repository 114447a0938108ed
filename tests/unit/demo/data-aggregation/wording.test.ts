import { describe, expect, it } from 'vitest'
import { sentenceOf } from '../../../../src/domains/data-aggregation/views/Keys'
import { latestLabel } from '../../../../src/domains/data-aggregation/views/latest-label'
import { panels as overview } from '../../../../src/domains/data-aggregation/overview'
import { panels as scene } from '../../../../src/domains/data-aggregation/scene'
import { volumesOf } from '../../../../src/domains/data-aggregation/views/volumes'
import { HOUR } from '../../../../src/lib/calendar'
import { at, metrics } from '../cities'
import { operationAt } from './counted'

const panels = [...overview, ...scene]
const NOW = at('2026-11-18T10:42')

describe('the sentence', () => {
  it('says the figures of the reference day', () => {
    expect(sentenceOf(operationAt('baiyun', NOW), '昨日入库')).toBe(
      '昨日入库 847.9 万条，高于前 13 日均 5.7%；不动产登记库 2 日无入库；问题均在 10 工作日内。',
    )
  })

  it('does not call departments on time when a batch is missing', () => {
    const text = sentenceOf(operationAt('baiyun', at('2026-11-13T09:00')), '昨日入库')
    expect(text).toContain('11-12 批次未送达，当日数据缺')
    expect(text).not.toContain('按期')
  })

  it('does not call the day before yesterday yesterday', () => {
    expect(latestLabel(NOW, '2026-11-17')).toBe('昨日入库')
    expect(latestLabel(NOW - 8 * HOUR, '2026-11-16')).toBe('11-16 入库')
  })
})

describe('the last 14 days', () => {
  const { intake } = operationAt('baiyun', NOW)
  const volumes = volumesOf(intake.days, 14, 0)
  it('leave the missing day blank and out of the mean', () => {
    expect(volumes.columns.values[8]).toBeNull()
    expect(volumes.gaps).toBe(1)
    expect(Math.round((volumes.mean ?? 0) / 1e4)).toBe(802)
    expect(Math.round(volumes.mean ?? 0)).toBe(intake.latest.compare?.value)
    expect(volumes.columns.ticks).toEqual([0, 13, 8])
  })
  it('have neither mean nor deviation without records', () => {
    expect(volumesOf([], 14, 7)).toMatchObject({ mean: null, deviation: null })
    expect(volumesOf([{ date: '2026-11-17', records: null }], 14, 7).deviation).toBeNull()
  })
})

describe('the panels', () => {
  it('are all there, with metrics of the dictionary', () => {
    expect(panels.map((p) => p.id)).toEqual([
      'data-aggregation',
      'data-keys',
      'data-intake',
      'data-departments',
      'data-mount',
      'data-sharing',
      'data-issues',
      'data-return',
      'data-published',
      'data-rest',
    ])
    for (const id of panels.flatMap((p) => p.metrics)) expect(metrics[id], id).toBeDefined()
  })
})
