import { describe, expect, it } from 'vitest'
import { buildCityOverview } from '../../../../mock-data/generator/city-overview'
import { measure } from '../../../../src/contract/measure'
import { deriveDocument } from '../../../../src/contract/derive'
import type { CityDocument } from '../../../../src/contract/document'
import { staleOf } from '../../../../src/contract/freshness'
import type { Inputs } from '../../../../src/contract/resource'
import { cityOverview } from '../../../../src/domains/city-overview/resources'
import { schema } from '../../../../src/domains/city-overview/contract'
import { plant, refused, sample } from '../../contract/sample'
import { at, baiyun } from '../../demo/cities'
import { hotlineAt, operationAt, total } from '../../demo/hotline/day'
import { judged } from '../documents'

const MOMENT = '2026-11-18 10:42'
const NOW = at(MOMENT)
const base = buildCityOverview(baiyun).document

/** The map's document over `inputs`, those of them that are too old by `NOW` known as such. */
function overviewOf(inputs: Inputs, own?: CityDocument) {
  const old = [...inputs].flatMap(([id, document]) => staleOf(id, document, NOW))
  const source = { name: '城市态势', owner: '某局', cadenceSeconds: 60 }
  const envelope = { city: 'baiyun', region: '440111', source, base: own }
  const document = deriveDocument(cityOverview, envelope, inputs, new Set(old))
  if (!document || !cityOverview.owns(document)) throw new Error('nothing derived')
  expect(refused(schema, document)).toEqual([])
  return document
}

function derive(inputs: Inputs) {
  const document = overviewOf(inputs, base)
  if (!document.operation) throw new Error('nothing derived')
  const { towns = [], received } = document.operation
  return { document, towns, received }
}

const video = sample({
  contract: 'video/1',
  operation: {
    towns: baiyun.towns.map(({ code, name }, i) => ({ code, name, cameras: 100 + i, offline: i })),
  },
})

describe('the map’s document', () => {
  const { document, towns, received } = derive(
    new Map<string, CityDocument>([
      ['hotline', hotlineAt(MOMENT)],
      ['video', video],
    ]),
  )

  it('keeps its contract, and what the city published', () => {
    expect(refused(schema, document)).toEqual([])
    expect(document.published).toEqual(base.published)
    expect(document.published.length).toBeGreaterThan(0)
  })

  it('shows the very figures of the datasets it is derived from', () => {
    const operation = operationAt(MOMENT)
    expect(received).toEqual(operation.received)
    expect(measure.safeParse(received).success).toBe(true)
    expect(total(towns, (t) => t.received ?? 0)).toBe(operation.received?.value)
    expect(
      towns.map(({ code, received: count, low, high, lately }) => ({ code, count, low, high, lately })),
    ).toEqual(
      baiyun.towns.map(({ code }) => {
        const { name: _, ...row } = operation.towns?.find((t) => t.code === code) ?? { name: '' }
        return row
      }),
    )
    expect(towns[3]).toMatchObject({ cameras: 103, offline: 3 })
  })

  it('has every town of the city, once', () => {
    expect(towns.map(({ code }) => code)).toEqual(baiyun.towns.map(({ code }) => code))
  })

  it('leaves blank what a dataset did not say: never 0', () => {
    expect(towns.every(({ halls }) => halls === null)).toBe(true)
    const blind = derive(new Map([['video', video]]))
    expect(blind.received).toBeNull()
    expect(
      blind.towns.every(({ received: r, low, high }) => r === null && low === null && high === null),
    ).toBe(true)
  })

  it('takes no figure from an input whose shape it does not know', () => {
    const strange = sample({
      contract: 'video/1',
      operation: { towns: [{ code: '440111001', name: '景泰', cameras: 'many' }] },
    })
    expect(derive(new Map([['video', strange]])).towns.every(({ cameras }) => cameras === null)).toBe(true)
  })

  it.each([
    ['operation.towns.0.offline', -1],
    ['operation.towns.0.low', 10_000],
    ['operation.towns.0.code', 'x'],
    ['operation.towns.0.received', -1],
  ])('refuses %s = %j', (path, value) => {
    expect(refused(schema, plant(document, path, value))).toContain(path)
  })

  it('is shown with both numbers where a town has more cameras offline than it has', () => {
    const { clashes } = judged('city-overview', plant(document, 'operation.towns.3.offline', 104))
    expect(clashes).toEqual([
      {
        kind: 'city-overview',
        part: 'towns',
        title: '镇街的离线路数大于总路数',
        ours: 104,
        theirs: 103,
      },
    ])
  })
})

describe('the live map, put together without an API of its own', () => {
  const source = { name: '某平台', owner: '某局', cadenceSeconds: 60, simulated: false }
  const town = (code: string, name: string, figures: object) => ({ code, name, ...figures })
  const input = (id: string, operation: unknown, secondsAgo = 20): [string, CityDocument] => [
    id,
    sample({
      contract: `${id}/1`,
      asOf: new Date(NOW - secondsAgo * 1000).toISOString(),
      source,
      operation,
    }),
  ]
  const received = { value: 31, unit: '件', period: '今日 0 时至今' }
  const load = (secondsAgo?: number) =>
    input(
      'hotline',
      { received, towns: [town('440111001', '景泰', { count: 31, low: 20, high: 40 })] },
      secondsAgo,
    )
  const cameras = input('video', {
    towns: [
      town('440111002', '松洲', { cameras: 900, offline: 3, low: 0, high: 9 }),
      town('440111001', '景泰街', { cameras: 1200, offline: 8, low: 0, high: 9 }),
    ],
  })
  const halls = input('service-hall', { towns: [town('440111003', '同德', { halls: 2 })] })

  const live = (...inputs: [string, CityDocument][]) => overviewOf(new Map(inputs))

  it('has every town that any of them names, once, by the name its first domain gives', () => {
    const { operation } = live(load(), cameras, halls)
    expect(operation?.towns?.map(({ code, name }) => `${code} ${name}`)).toEqual([
      '440111001 景泰',
      '440111002 松洲',
      '440111003 同德',
    ])
    expect(operation?.towns?.[0]).toMatchObject({
      received: 31,
      low: 20,
      high: 40,
      cameras: 1200,
      offline: 8,
    })
    expect(operation?.towns?.[2]).toMatchObject({ received: null, cameras: null, halls: 2 })
    expect(operation?.received).toEqual(received)
  })

  it('is as old as the part of an input that has a time of its own, and leaves it out once that is too old', () => {
    const daily = (asOf: string): [string, CityDocument] => {
      const [id, document] = load()
      return [id, { ...document, parts: { towns: { asOf, cadenceSeconds: 86_400 } } }]
    }
    const today = '2026-11-18T06:10:00+08:00'
    const own = live(daily(today), cameras)
    expect(own.parts).toEqual({ towns: { asOf: today, cadenceSeconds: 86_400 } })
    expect(own.operation?.towns?.[0]?.received).toBe(31)
    // The document is of this minute, its towns are of last week.
    const { operation, parts } = live(daily('2026-11-12T06:10:00+08:00'), cameras)
    expect(operation?.towns?.find(({ code }) => code === '440111001')?.received).toBeNull()
    expect([operation?.received, parts]).toEqual([received, undefined])
    // Cameras that are older than the orders beside them say so.
    const [id, document] = cameras
    const counted = { ...document, parts: { towns: { asOf: today, cadenceSeconds: 86_400 } } }
    expect(live(load(), [id, counted]).operation?.camerasAt).toBe(today)
  })

  it('has the halls that stand in a town, with their own day', () => {
    const course = { from: '2026-11-18T09:00:00+08:00', stepMinutes: 20, now: [1, 4, null] }
    const rows = [
      {
        id: 'a',
        short: '区中心',
        place: { code: '440111003', name: '同德' },
        waiting: 4,
        longest: 12,
        course,
      },
      { id: 'rest', short: '其余 2 厅', waiting: 1 },
    ]
    const service = { state: 'closed', opensAt: '2026-11-19T09:00:00+08:00' }
    const { operation } = live(input('service-hall', { halls: rows, towns: [], service }), cameras)
    expect(operation?.halls).toEqual([
      { code: '440111003', short: '区中心', waiting: 4, low: null, high: null, longest: 12, course },
    ])
    expect(operation?.opensAt).toBe(service.opensAt)
    expect(live(load(), cameras).operation?.halls).toBeUndefined()
  })

  it('says when the cameras were counted where the rest is newer', () => {
    const [id, document] = cameras
    const late: [string, CityDocument] = [id, { ...document, asOf: '2026-11-18T10:41:00+08:00' }]
    expect(live(load(), late).operation?.camerasAt).toBe('2026-11-18T10:41:00+08:00')
    expect(live(load(), cameras).operation?.camerasAt).toBeUndefined()
  })

  it('stands on one of them alone', () => {
    const { operation, asOf } = live(cameras)
    expect(operation?.received).toBeNull()
    expect(operation?.towns).toHaveLength(2)
    expect(Date.parse(asOf)).toBe(NOW - 20_000)
  })

  it('takes what a source gives where it leaves out the rest', () => {
    expect(live(input('hotline', { received })).operation).toEqual({ received, towns: [] })
    const bare = live(input('hotline', { towns: [town('440111001', '景泰', { count: 31 })] })).operation
    expect(bare?.received).toBeNull()
    expect(bare?.towns).toMatchObject([{ received: 31, low: null, high: null }])
  })

  it('shows no figure of a stale source under a newer time, but keeps the town', () => {
    const { operation } = live(load(301), halls)
    expect(operation?.received).toBeNull()
    expect(operation?.towns?.[0]).toMatchObject({ name: '景泰', received: null, low: null, high: null })
    expect(live(load(300), halls).operation?.towns?.[0]).toMatchObject({ received: 31 })
  })

  it('says that orders are out of date where towns count them, and nowhere else', () => {
    expect(live(load(301), halls).operation?.ordersStale).toBe(true)
    expect(live(load(300), halls).operation).not.toHaveProperty('ordersStale')
    expect(live(cameras, halls).operation).not.toHaveProperty('ordersStale')
  })

  it('is empty, not a map of zeroes, when there is nothing to put together', () => {
    expect(() => live()).toThrow('nothing derived')
    expect(live(input('hotline', null), input('video', {})).operation).toBeNull()
  })
})
