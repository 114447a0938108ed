import { describe, expect, it } from 'vitest'
import { catalogueEntry } from '../../../../src/domains/data-aggregation/records'
import { DAY, isoTime } from '../../../../src/lib/calendar'
import { sum } from '../../demo/cities'
import { countedOf, rowsOf } from './counted'
import { NOW, type Row } from './rows'

const countedEntries = (...rows: readonly Row[]) =>
  countedOf([
    [catalogueEntry, rowsOf(catalogueEntry, ...rows.map((row, i) => ({ catalogId: `ML${i}`, ...row })))],
  ])

const updated = (daysAgo: number) => isoTime(NOW - daysAgo * DAY)
const entry = (cycleDays: number | null, daysAgo: number, mounted: boolean | null = true): Row => ({
  cycleDays,
  mounted,
  updatedAt: updated(daysAgo),
})

describe('a resource is late', () => {
  it('when it is older than its cycle and a tenth: months have 31 days', () => {
    const { lateResources, ontime } = countedEntries(
      entry(30, 31),
      entry(30, 34),
      entry(7, 7.5),
      entry(1, 1.2),
    )
    expect([lateResources?.value, ontime?.value]).toEqual([2, 50])
  })

  it('only where it is mounted, has promised a cycle and tells when it was renewed', () => {
    const { lateResources, ontime } = countedEntries(entry(1, 0.5), entry(1, 9, false), entry(null, 400), {
      cycleDays: 1,
      mounted: true,
    })
    expect([lateResources?.value, ontime?.value]).toEqual([0, 100])
  })

  it('or nothing is said about it where no entry has a cycle or was ever renewed', () => {
    expect(countedEntries(entry(null, 3))).not.toHaveProperty('ontime')
    expect(countedEntries({ cycleDays: 1, mounted: true })).not.toHaveProperty('lateResources')
  })
})

describe('the catalogue', () => {
  it('is counted by class against the metric of its own target, the usual classes first', () => {
    const of = (name: string, ...mounted: boolean[]) => mounted.map((is) => ({ class: name, mounted: is }))
    const { catalogue } = countedEntries(
      ...of('地方特色', true, true, true),
      ...of('经济数据', true, false),
      ...of('政务省级', true),
    )
    expect(catalogue?.classes).toMatchObject([
      {
        id: 'provincial',
        name: '政务省级',
        metric: 'data_mount_rate_provincial',
        entries: 1,
        mounted: 1,
        rate: 100,
      },
      { id: 'economic', metric: 'data_mount_rate_economic', entries: 2, mounted: 1, rate: 50 },
      { name: '地方特色', metric: 'data_mount_rate', entries: 3, mounted: 3 },
    ])
    expect([catalogue?.entries.value, catalogue?.unmounted?.value, catalogue?.rate?.value]).toEqual([
      6, 1, 83.3,
    ])
  })

  it('says nothing of mounting where no entry does', () => {
    const { catalogue } = countedEntries({ class: '政务省级' })
    expect(Object.keys(catalogue ?? {})).toEqual(['entries'])
  })

  it('of many classes keeps the sum: the smallest stand together', () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({ class: `类${i % 20}`, mounted: true }))
    const { catalogue } = countedEntries(...rows)
    expect(catalogue?.classes).toHaveLength(12)
    expect(sum(catalogue?.classes?.map(({ entries }) => entries) ?? [])).toBe(30)
  })

  it('without an entry has none, and no rate of nothing', () => {
    const { catalogue } = countedOf([[catalogueEntry, []]])
    expect(catalogue).toMatchObject({ entries: { value: 0 } })
    expect(catalogue).not.toHaveProperty('rate')
  })
})
