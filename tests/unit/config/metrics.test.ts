import { describe, expect, it } from 'vitest'
import { metricDictionary } from '../../../src/config/metrics'
import { limitsOf } from '../../../src/config/written'
import { plant } from '../contract/sample'

const dictionary = {
  metrics: {
    hotline_overdue_open: {
      label: '超期未结',
      unit: '件',
      direction: 'down',
      definition: '超过办理时限仍未回复的工单',
      cadence: '1 分',
      threshold: { value: 0, kind: 'max', basis: 'document', source: 'BY-055' },
    },
    hotline_open: { label: '在办', unit: '件', direction: 'neutral', definition: '未办结', cadence: '1 分' },
  },
}

describe('the KPI dictionary', () => {
  it('gives the thresholds in force, 0 among them, and none for metrics without one', () => {
    expect(limitsOf(metricDictionary.parse(dictionary).metrics)).toEqual({ hotline_overdue_open: 0 })
  })

  it.each([
    ['metrics.hotline_open.definition', undefined],
    ['metrics.hotline_open.label', ''],
    ['metrics.hotline_open.direction', 'sideways'],
    ['metrics.hotline_overdue_open.threshold.basis', undefined],
    ['metrics.hotline_overdue_open.threshold.source', ''],
    ['metrics.hotline_overdue_open.threshold.kind', 'near'],
  ])('a threshold has provenance and a metric its words: %s = %j is refused', (path, value) => {
    const parsed = metricDictionary.safeParse(plant(dictionary, path, value))
    expect(parsed.success).toBe(false)
    if (!parsed.success) expect(parsed.error.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })
})
