import { describe, expect, it } from 'vitest'
import { factValue } from '../../../../mock-data/generator/facts'
import { rowReader } from '../../../../src/contract/records/read-row'
import { networkOf } from '../../../../src/demo/video/network'
import { outage } from '../../../../src/domains/video/records'
import { counting } from '../../../../src/domains/video/summary'
import { DAY, HOUR, MINUTE } from '../../../../src/lib/calendar'
import { recordIn, textIn } from '../../../../src/lib/fields'
import { bookOf } from '../../domains/book'
import { at, sum } from '../cities'
import { offlineAt } from './standing'
import { bases, CITIES, count, dataTimeOf, demoOf, MOMENTS, operationAt, rowsOf, wholeBook } from './cities'

describe.each(CITIES)('the records of %s', (city) => {
  it.each(counting.kinds)('of $id keep their contract, every row with the same columns', (kind) => {
    const rows = rowsOf(city, kind.id, at('2026-11-18 10:42'))
    const read = rowReader(kind, new Set(rows.flatMap((row) => Object.keys(row))))
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map((row, i) => read(row, i)).filter((one) => 'fault' in one)).toEqual([])
    const keys = rows.map((row) => Object.entries(row).find(([name]) => name === kind.key)?.[1] as unknown)
    expect(new Set(keys).size).toBe(rows.length)
  })

  it('are one row for every published channel, and small', () => {
    const rows = rowsOf(city, 'video.camera', at('2026-11-18 10:42'))
    expect(rows).toHaveLength(factValue(city, 'video_channels') ?? -1)
    expect(JSON.stringify(rows).length / rows.length).toBeLessThan(195)
  })

  it.each(MOMENTS)('tell every fault that stands, and no other channel is offline (%s)', (moment) => {
    const network = networkOf(demoOf(city))
    const offline = offlineAt(network, dataTimeOf(city, at(moment)))
    const { towns, quality } = operationAt(city, moment)
    demoOf(city).towns.forEach(({ code }, town) => {
      const cells = offline.filter((_, cell) => cell % network.towns === town)
      expect([code, towns.find((row) => row.code === code)?.offline]).toEqual([code, sum(cells)])
    })
    expect(quality).toHaveLength(3)
  })

  it.each(['2026-11-18 00:00', '2026-11-18 08:08', '2026-11-18 19:58'])(
    'that changed since they were last asked for make up for all of them (%s)',
    (moment) => {
      const start = at(moment)
      let since: number | null = null
      const sent = counting.kinds.map((kind) => ({ kind, rows: [] as object[] }))
      for (const now of [start - 9 * HOUR, start - 3 * MINUTE, start - MINUTE, start]) {
        for (const { kind, rows } of sent) rows.push(...rowsOf(city, kind.id, now, since))
        since = now
      }
      const grown = bookOf(...sent.map(({ kind, rows }) => [kind, rows] as const))
      expect(count(city, grown, start)).toEqual(count(city, wholeBook(city, start), start))
      const again = (kind: string) => rowsOf(city, kind, start, start).length
      expect(counting.kinds.map(({ id }) => again(id)).filter((n) => n > 12)).toEqual([])
    },
  )

  it('reach back to yesterday, so that it can be compared with', () => {
    for (let day = 0; day < 14; day++) {
      const now = at('2026-11-18 00:20') + day * DAY + day * 1.7 * HOUR
      const operation = count(city, bookOf([outage, rowsOf(city, outage.id, now)]), now)
      for (const name of ['dropped', 'restored'] as const)
        expect(textIn(recordIn(recordIn(operation, name), 'compare'), 'label')).toMatch(/^(昨同时|前 24 时)$/)
    }
  })
})

it('are as old as the answer of the platform: what it did not know yet is not there', () => {
  const now = at('2026-11-18 00:00')
  const minutes = Array.from({ length: 120 }, (_, i) => now + i * MINUTE)
  const late = minutes.find((minute) => minute - dataTimeOf('baiyun', minute) === 6 * MINUTE) ?? 0
  const then = dataTimeOf('baiyun', late)
  expect(rowsOf('baiyun', 'video.outage', late)).toEqual(rowsOf('baiyun', 'video.outage', then))
  const times = rowsOf('baiyun', 'video.outage', late).flatMap((row) =>
    Object.entries(row).flatMap(([name, value]) =>
      name.endsWith('At') && value !== null ? Date.parse(String(value)) : [],
    ),
  )
  expect(Math.max(...times)).toBeLessThanOrEqual(then)
})

it('are none where a city has no cameras on its platform', () => {
  for (const city of [...bases.keys()].filter((id) => !CITIES.some((one) => one === id)))
    for (const { id } of counting.kinds) expect(rowsOf(city, id, at('2026-11-18 10:42'))).toEqual([])
})
