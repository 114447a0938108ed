import { describe, expect, it } from 'vitest'
import { camera, outage, patrol, usual } from '../../../../src/domains/video/records'
import { DAY, dayStart, HOUR, isoTime } from '../../../../src/lib/calendar'
import { sum } from '../../demo/cities'
import { both, counted } from './counted'
import { anyCameras, anyOutages, cameraOf, NOW, outageOf, TOWNS } from './rows'

const [cameras, outages] = [anyCameras(3), anyOutages(3)]
const names = (operation: object) => Object.keys(operation).toSorted()

describe('a kind that a city does not send', () => {
  it('leaves out what it would tell, never a nought', () => {
    const dark = cameras.map((row) => ({ ...row, labelled: null }))
    expect(counted([])).toEqual({})
    expect(names(counted([[camera, dark]]))).toEqual(['channels'])
    expect(names(counted([[camera, cameras]]))).toEqual(['channels', 'quality'])
    expect(names(counted([[outage, outages]]))).toEqual([
      'ageing',
      'dropped',
      'faults',
      'offline',
      'open',
      'restored',
    ])
    expect(names(counted([[patrol, []]]))).toEqual([])
    expect(names(both(cameras, outages))).toEqual([
      'ageing',
      'channels',
      'dropped',
      'faults',
      'offline',
      'onlineRate',
      'open',
      'quality',
      'restored',
      'sources',
      'towns',
      'trend',
      'types',
    ])
  })

  it('of the columns alike: no devices, no towns, no steps of repair', () => {
    const bare = cameras.map(({ id }) => cameraOf({ id }))
    const steps = ['dispatchedAt', 'acceptedAt', 'repairedAt']
    const plain = outages.map((row) => ({ ...row, ...Object.fromEntries(steps.map((name) => [name, null])) }))
    const { types, towns, quality, sources, open, faults = [] } = both(bare, plain)
    expect([types, towns]).toEqual([undefined, undefined])
    expect(quality?.map(({ metric }) => metric)).toEqual(['video_intact_rate', 'video_record_rate'])
    // By their numbers, where no row says it.
    expect(sources).toMatchObject([{ label: '城管', channels: bare.length }])
    expect(open?.states).toBeUndefined()
    expect(faults.length).toBeGreaterThan(0)
    for (const fault of faults) expect(fault).not.toHaveProperty('state')
  })

  it('of no channels at all has no rate', () => {
    expect(both([], []).onlineRate?.value).toBeNull()
    expect(both([], []).channels?.value).toBe(0)
  })
})

describe('outages that do not reach back', () => {
  const lately = (from: number) =>
    outages.filter(({ endedAt }) => typeof endedAt !== 'string' || Date.parse(endedAt) >= from)

  it('are compared with no yesterday, and tell only the hours they know', () => {
    const { trend = [], offline, onlineRate, dropped } = both(cameras, lately(NOW - 6 * HOUR))
    expect([offline?.compare, onlineRate?.compare, dropped]).toEqual([undefined, undefined, undefined])
    expect(trend.length).toBeGreaterThan(1)
    expect(Date.parse(trend[0]?.at ?? '')).toBeGreaterThanOrEqual(NOW - 6 * HOUR)
    expect(both(cameras, lately(dayStart(NOW) - HOUR)).dropped?.compare).toBeUndefined()
    expect(both(cameras, outages).dropped?.compare).toBeDefined()
  })

  it('of which none is over say nothing of the past', () => {
    const open = outages.filter(({ endedAt }) => endedAt === null)
    const operation = both(cameras, open)
    for (const part of ['trend', 'dropped', 'restored']) expect(operation).not.toHaveProperty(part)
    expect(operation.offline?.value).toBeGreaterThan(0)
  })
})

describe('cameras that say themselves whether they are online', () => {
  const flagged = cameras.map((row, i) => ({ ...row, online: i % 10 !== 0, seenAt: isoTime(NOW - 2 * HOUR) }))

  it('are believed, with or without outages', () => {
    for (const operation of [counted([[camera, flagged]]), both(flagged, outages)]) {
      expect(operation.offline).toEqual({ value: flagged.length / 10, unit: '路', period: '此刻' })
      expect(sum(operation.sources?.map(({ offline }) => offline) ?? [])).toBe(flagged.length / 10)
      for (const part of ['trend', 'dropped', 'restored']) expect(operation).not.toHaveProperty(part)
    }
  })

  it('are offline since their outage began, otherwise since they were last seen', () => {
    const off = { ...flagged[0], id: 'c' }
    const bands = (row: object, sent: readonly object[]) =>
      both(
        [cameraOf({ ...row })],
        sent.map((one) => outageOf({ ...one })),
      )
        .ageing?.filter(({ count }) => count > 0)
        .map(({ label }) => label)
    const cut = { outageNo: '1', camera: 'c', type: '断链', startedAt: isoTime(NOW - 2 * DAY) }
    expect(bands(off, [])).toEqual(['1–4 时'])
    expect(bands(off, [cut])).toEqual(['1–3 天'])
    expect(bands({ ...off, seenAt: null }, [])).toBeUndefined()
  })

  it('and others that do not: those are offline while their outage stands', () => {
    const rows = [cameraOf({ id: 'a', online: false }), cameraOf({ id: 'b' }), cameraOf({ id: 'c' })]
    const cut = outageOf({ outageNo: '1', camera: 'b', type: '断链', startedAt: isoTime(NOW - HOUR / 2) })
    const { offline, ageing } = both(rows, [cut])
    expect(offline?.value).toBe(2)
    expect(ageing?.filter(({ count }) => count > 0).map(({ label }) => label)).toEqual(['1 时内', '时长不详'])
  })
})

describe('what is usual in a town at this hour', () => {
  const [town] = TOWNS
  const row = (key: string, known: object) => ({
    ...Object.fromEntries(Object.keys(usual.columns).map((name) => [name, null])),
    key,
    metric: 'offline',
    place: town,
    ...known,
  })
  const range = (rows: readonly object[]) => {
    const { towns } = counted([
      [camera, cameras],
      [outage, outages],
      [usual, rows],
    ])
    const found = towns?.find(({ code }) => code === town?.code)
    return [found?.low, found?.high]
  }
  const always = row('1', { low: 1, high: 9 })
  const hourly = row('2', { hour: 10, low: 2, high: 8 })

  it('is what its own history says of this weekday and hour, the nearest it has', () => {
    // 2026-11-18 is a Wednesday.
    const exact = row('3', { hour: 10, weekday: 3, low: 3.4, high: 6.2 })
    const wrong = [
      row('4', { hour: 11, weekday: 3, low: 0, high: 0 }),
      row('5', { hour: 10, weekday: 4, low: 0, high: 0 }),
    ]
    expect(range([always])).toEqual([1, 9])
    expect(range([...wrong, hourly, always])).toEqual([2, 8])
    expect(range([...wrong, exact, hourly, always])).toEqual([3, 7])
    expect(range([always, hourly, exact, ...wrong])).toEqual([3, 7])
  })

  it('says from how many weeks it is known, the fewest of any hour, and is not drawn from fewer than three', () => {
    const course = (rows: readonly object[]) =>
      counted([
        [camera, cameras],
        [outage, outages],
        [usual, rows],
      ]).towns?.find(({ code }) => code === town?.code)?.course
    const days = Array.from({ length: 24 }, (_, hour) =>
      row(`h${hour}`, { hour, low: 1, high: 9, weeks: hour === 3 ? 4 : 8 }),
    )
    expect(course(days)).toMatchObject({ weeks: 4, low: days.map(() => 1) })
    expect(course(days.map((one) => ({ ...one, weeks: null })))).not.toHaveProperty('weeks')
    expect(range([row('1', { low: 1, high: 9, weeks: 2 })])).toEqual([undefined, undefined])
    expect(range([row('1', { low: 1, high: 9, weeks: 3 })])).toEqual([1, 9])
  })

  it('is unknown without history, and where its ends are missing or crossed', () => {
    expect(range([])).toEqual([undefined, undefined])
    expect(range([row('1', { hour: 11, low: 1, high: 2 })])).toEqual([undefined, undefined])
    expect(range([row('1', { low: 5, high: 2 })])).toEqual([undefined, undefined])
    expect(range([row('1', { mean: 5 })])).toEqual([undefined, undefined])
    expect(range([row('1', { metric: 'received', low: 1, high: 2 })])).toEqual([undefined, undefined])
  })
})
