import type { HallDemo } from '../../src/demo/service-hall/seed'

/** Queues of a comprehensive hall, with the mean minutes a business takes at the counter. Names are generic. */
export const LINES: HallDemo['lines'] = [
  {
    key: 'general',
    label: '综合受理',
    businesses: [
      { key: 'social', label: '社会保险', minutes: 5.6, weight: 17 },
      { key: 'medical', label: '医疗保障', minutes: 5.2, weight: 14 },
      { key: 'fund', label: '公积金', minutes: 6, weight: 9 },
      { key: 'civil', label: '民政救助', minutes: 6.8, weight: 5 },
      { key: 'other', label: '其他事项', minutes: 5, weight: 8 },
    ],
  },
  {
    key: 'firms',
    label: '企业专区',
    businesses: [
      { key: 'setup', label: '企业开办', minutes: 9.5, weight: 8 },
      { key: 'change', label: '变更注销', minutes: 7.6, weight: 8 },
    ],
  },
  {
    key: 'estate',
    label: '不动产税务',
    businesses: [
      { key: 'property', label: '不动产', minutes: 11, weight: 9 },
      { key: 'tax', label: '涉税业务', minutes: 7, weight: 10 },
    ],
  },
  {
    key: 'police',
    label: '公安专区',
    businesses: [
      { key: 'register', label: '户籍业务', minutes: 6.2, weight: 6 },
      { key: 'passport', label: '出入境', minutes: 5, weight: 6 },
    ],
  },
]

/** Half hours from 9:00: people wait at the door, the late morning is the peak, noon is quiet. */
export const SLOTS = [13, 9, 8.6, 8, 7, 5, 3, 2.8, 5, 6.8, 8, 7.8, 6.8, 5.2, 3.8, 2.2]

/** Counters by line of a hall with `n` counters; a small one has the comprehensive queue only. */
export function countersOf(n: number): number[] {
  if (n < 8) return [n, 0, 0, 0]
  if (n < 16) return [n - Math.round(n * 0.38), 0, Math.round(n * 0.38), 0]
  const firms = Math.round(n * 0.2)
  const estate = Math.round(n * 0.27)
  const police = Math.max(1, Math.round(n * 0.125))
  return [n - firms - estate - police, firms, estate, police]
}
