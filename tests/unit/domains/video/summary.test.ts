import { describe, expect, it } from 'vitest'
import type { VideoOperation } from '../../../../src/domains/video/contract'
import { DAY, dayStart, HOUR, isoTime } from '../../../../src/lib/calendar'
import { sum } from '../../demo/cities'
import { both } from './counted'
import { anyCameras, anyOutages, NOW, outageOf, shuffled, TOWNS, type Row } from './rows'

const seeds = Array.from({ length: 8 }, (_, seed) => seed)

describe.each(seeds)('any cameras and outages, seed %i', (seed) => {
  const [cameras, outages] = [anyCameras(seed), anyOutages(seed)]
  const whole = both(cameras, outages)

  it('add up: sources, types and ages to what is registered and what is offline, states to what is open', () => {
    const { channels, offline, sources = [], types = [], ageing = [], open, trend } = whole
    expect(channels?.value).toBe(cameras.length)
    expect(offline?.value).toBeGreaterThan(0)
    expect(sum(sources.map((row) => row.channels))).toBe(channels?.value)
    expect(sum(sources.map((row) => row.offline))).toBe(offline?.value)
    expect(sum(types.map((row) => row.channels))).toBe(channels?.value)
    expect(sum(types.map((row) => row.offline))).toBe(offline?.value)
    expect(sum(ageing.map(({ count }) => count))).toBe(offline?.value)
    expect(sum(Object.values(open?.states ?? {}))).toBe(open?.total)
    expect(trend?.at(-1)?.rate).toBe(whole.onlineRate?.value)
  })

  it('are offline now as at midnight, and what dropped since, less what came back', () => {
    const midnight = both(cameras, outages, { now: dayStart(NOW) }).offline?.value ?? 0
    const { dropped, restored, offline } = whole
    expect(midnight + (dropped?.value ?? 0) - (restored?.value ?? 0)).toBe(offline?.value)
  })

  it('say of an hour ago what they said an hour ago', () => {
    const then = both(cameras, outages, { now: Math.floor(NOW / HOUR) * HOUR })
    expect(whole.trend?.at(-2)?.rate).toBe(then.onlineRate?.value)
    const lastHour = whole.towns?.map(({ code, course }) => [code, course?.now.at(-1)])
    expect(lastHour).toEqual(then.towns?.map(({ code, offline }) => [code, offline]))
    const yesterday = both(cameras, outages, { now: NOW - DAY })
    expect(whole.offline?.compare?.value).toBe(yesterday.offline?.value)
    expect(whole.dropped?.compare?.value).toBe(yesterday.dropped?.value)
  })

  it('of the towns come to those of the city whose town is known', () => {
    const city = both(
      cameras.filter(({ town }) => town !== null),
      outages,
    )
    const parts = TOWNS.map(({ code }) => both(cameras, outages, { region: code }))
    for (const key of ['channels', 'offline', 'dropped', 'restored'] as const)
      expect(sum(parts.map((part) => part[key]?.value ?? 0)), key).toBe(city[key]?.value)
    for (const [i, { code }] of TOWNS.entries()) {
      const [town] = parts[i]?.towns ?? []
      expect(town).toEqual(whole.towns?.find((row) => row.code === code))
      expect([town?.cameras, town?.offline]).toEqual([parts[i]?.channels?.value, parts[i]?.offline?.value])
    }
  })

  it('say the same in whatever order they arrive, and twice', () => {
    const again = both(
      [...shuffled(cameras, seed), ...cameras.slice(0, 30)],
      [...shuffled(outages, seed), ...outages.slice(0, 30)],
    )
    expect(again).toEqual(whole)
  })

  it('say the same whether what is still to come is known or not', () => {
    const hidden = outages
      .filter(({ startedAt }) => Date.parse(String(startedAt)) <= NOW)
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) =>
            name.endsWith('At') && Date.parse(String(value)) > NOW ? [name, null] : [name, value],
          ),
        ),
      )
    expect(both(cameras, hidden)).toEqual(whole)
  })
})

describe('one outage more', () => {
  const [cameras, outages] = [anyCameras(7), anyOutages(7)]
  const before = both(cameras, outages)
  const touched = new Set(outages.map((row) => row.camera))
  const healthy = cameras.find(({ id, town }) => !touched.has(id) && town !== null) ?? {}
  const cut: Row = {
    outageNo: 'new',
    camera: healthy.id,
    type: '断链',
    startedAt: isoTime(NOW - 60_000),
  }
  const plain = (operation: VideoOperation, ...names: (keyof VideoOperation)[]) =>
    Object.fromEntries(Object.entries(operation).filter(([name]) => !names.some((one) => one === name)))

  it('takes its channel offline in its source, type and town, an hour old at most; nothing else moves', () => {
    const after = both(cameras, [...outages, outageOf(cut)])
    const rise = (key: 'offline' | 'dropped' | 'restored') =>
      (after[key]?.value ?? 0) - (before[key]?.value ?? 0)
    expect([rise('offline'), rise('dropped'), rise('restored')]).toEqual([1, 1, 0])
    for (const key of ['sources', 'types', 'towns'] as const) {
      const offline = (operation: VideoOperation) => (operation[key] ?? []).map((row) => row.offline)
      const steps = offline(after).map((n, i) => n - (offline(before)[i] ?? 0))
      expect(steps.filter((n) => n !== 0)).toEqual([1])
    }
    expect(after.ageing?.map(({ count }, i) => count - (before.ageing?.[i]?.count ?? 0))).toEqual([
      1, 0, 0, 0, 0, 0,
    ])
    expect(after.open?.total).toBe((before.open?.total ?? 0) + 1)
    expect(after.trend?.slice(0, -1)).toEqual(before.trend?.slice(0, -1))
    const moved = ['offline', 'onlineRate', 'dropped', 'sources', 'types', 'towns'] as const
    const rest = [...moved, 'ageing', 'open', 'trend', 'faults'] as const
    expect(plain(after, ...rest)).toEqual(plain(before, ...rest))
  })

  it('of a channel that is offline already takes nothing more down, and stands as a fault of its own', () => {
    const standing = outageOf({ ...cut, outageNo: 'first', startedAt: isoTime(NOW - 3 * HOUR) })
    const first = both(cameras, [...outages, standing])
    const second = both(cameras, [...outages, standing, outageOf(cut)])
    expect(second.open?.total).toBe((first.open?.total ?? 0) + 1)
    expect(plain(second, 'open', 'faults')).toEqual(plain(first, 'open', 'faults'))
  })

  it('that is over came back, and counts as dropped and restored', () => {
    const over = { ...cut, startedAt: isoTime(NOW - 3 * HOUR), endedAt: isoTime(NOW - HOUR) }
    const after = both(cameras, [...outages, outageOf(over)])
    expect(after.offline?.value).toBe(before.offline?.value)
    expect(after.restored?.value).toBe((before.restored?.value ?? 0) + 1)
    expect(after.dropped?.value).toBe((before.dropped?.value ?? 0) + 1)
    expect(after.open).toEqual(before.open)
  })

  it('of the picture or the recording leaves its channel online', () => {
    for (const type of ['黑屏', '存储异常']) {
      const after = both(cameras, [...outages, outageOf({ ...cut, type })])
      expect(after.open?.total).toBe((before.open?.total ?? 0) + 1)
      expect(after.offline).toEqual(before.offline)
    }
  })

  it('of a channel that is not in the register is a fault, and takes none of its channels down', () => {
    const stray = outageOf({ ...cut, camera: 'nobody', place: '河道', town: TOWNS[1] })
    const after = both(cameras, [...outages, stray])
    expect(after.open?.total).toBe((before.open?.total ?? 0) + 1)
    expect(after.offline).toEqual(before.offline)
    const inTown = (region: string) => both(cameras, [...outages, stray], { region }).open?.total ?? 0
    const was = (region: string) => both(cameras, outages, { region }).open?.total ?? 0
    expect(TOWNS.map(({ code }) => inTown(code) - was(code))).toEqual([0, 1, 0])
  })
})

describe('dirty rows', () => {
  const [cameras, outages] = [anyCameras(11), anyOutages(11)]

  it('cost themselves', () => {
    const dirty = (rows: readonly Row[], change: Row) =>
      rows.map((row, i) => (i % 20 === 3 ? { ...row, ...change } : row))
    const clean = (rows: readonly Row[]) => rows.filter((_, i) => i % 20 !== 3)
    const whole = both(clean(cameras), clean(outages))
    expect(both(dirty(cameras, { type: '八目' }), dirty(outages, { type: '进水' }))).toEqual(whole)
    expect(both(dirty(cameras, { lng: 200 }), dirty(outages, { startedAt: '昨天' }))).toEqual(whole)
  })
})
