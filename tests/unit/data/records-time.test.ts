import { describe, expect, it } from 'vitest'
import { sourceConfig } from '../../../src/config/source'
import { createRecords } from '../../../src/data/records'
import { readers } from '../../../src/domains/hotline/contract'
import { counting } from '../../../src/domains/hotline/summary'
import { isoTime } from '../../../src/lib/calendar'
import { PLAIN_CALENDAR } from '../../../src/lib/working-time'
import { CITY, inline, NOW } from './feed-fixture'

const HOUR = 3_600_000

/** Orders every five seconds and what is usual every hour, each as of when it was read unless `told` says otherwise. */
function city({
  told = {},
  cadenceSeconds = 60,
}: { told?: Record<string, string>; cadenceSeconds?: number } = {}) {
  let real = 0
  const asked: string[] = []
  const source = (kind: string, everyMs: number, cadence: number) =>
    sourceConfig.parse({
      poll: { url: `api/{city}/${kind}`, everyMs },
      about: { name: kind, owner: '热线办', cadenceSeconds: cadence },
      records: { from: 'list', asOf: 'at' },
    })
  const records = createRecords(
    {
      audience: 'duty',
      limits: {},
      calendar: PLAIN_CALENDAR,
      fetch: async (url) => {
        const kind = (typeof url === 'string' ? url : '').split('/').at(-1) ?? ''
        asked.push(kind)
        return Response.json({ list: [], at: told[kind] ?? isoTime(NOW + real) })
      },
      thread: inline(readers, [], async () => counting),
      real: () => real,
      attempt: async (_id, _retry, work) => work(),
    },
    {
      'hotline.work-order': source('work-order', 5000, 60),
      'hotline.history': source('history', HOUR, cadenceSeconds),
    },
  )
  const place = { city: CITY.id, code: CITY.code, region: null }
  return {
    asked,
    asOfAfter: async (ms: number) => {
      real += ms
      return (await records.bring('hotline', place, { now: NOW + real, retry: false, fresh: false }))?.count
        .asOf
    },
  }
}

describe('a document counted from kinds that are read at different times', () => {
  it('is as new as what is read most often, as long as the others keep to their own periods', async () => {
    const { asked, asOfAfter } = city()
    expect(await asOfAfter(0)).toBe(isoTime(NOW))
    expect(await asOfAfter(60_000)).toBe(isoTime(NOW + 60_000))
    expect(await asOfAfter(600_000)).toBe(isoTime(NOW + 660_000))
    expect(asked.filter((kind) => kind === 'history')).toHaveLength(1)
    expect(asked.filter((kind) => kind === 'work-order')).toHaveLength(3)
  })

  it('is as old as a kind whose own data are late', async () => {
    const yesterday = isoTime(NOW - 24 * HOUR)
    expect(await city({ told: { history: yesterday } }).asOfAfter(0)).toBe(yesterday)
    // Renewed once a day, that is as it should be.
    expect(await city({ told: { history: yesterday }, cadenceSeconds: 86_400 }).asOfAfter(0)).toBe(
      isoTime(NOW),
    )
  })
})
