import { describe, expect, it } from 'vitest'
import { byUrgency } from '../../../../src/contract/severity'
import { keyOf } from '../../../../src/domains/video/records'
import { raisedIn } from '../../domains/rules/ground'
import { at, limits, metrics } from '../cities'
import { CITIES, demoOf, videoAt } from './cities'

const days = Array.from({ length: 14 }, (_, i) => at('2026-10-01 10:42') + i * 3 * 86_400_000)
const ACTIONS = ['派单', '催办', '通知']
const seenIn = new Map(CITIES.map((city) => [city, days.map((now) => videoAt(city, now))]))

const isWeekday = (now: number) => ![0, 6].includes(new Date(now).getUTCDay())

describe.each(CITIES)('exceptions of %s', (city) => {
  const seen = seenIn.get(city) ?? []

  it('each have owner, deadline, next action and a metric whose rule they break', () => {
    const owners = demoOf(city).sources.flatMap(({ owner, label }) => [owner, `${label}视频管理`])
    expect(seen.some(({ exceptions }) => exceptions.length > 0)).toBe(true)
    for (const { exceptions } of seen) {
      for (const item of exceptions) {
        expect(ACTIONS).toContain(item.action)
        expect(Date.parse(item.due)).toBeGreaterThan(Date.parse(item.since))
        expect(item.what.length).toBeLessThanOrEqual(16)
        expect(metrics[item.metric]?.threshold).toBeDefined()
        if (!item.owner.endsWith('镇街')) expect(owners).toContain(item.owner)
        if (item.place) expect(demoOf(city).towns).toContainEqual(item.place)
      }
    }
  })

  it('are restrained: no more than a few, and none at most hours of the night', () => {
    for (const { exceptions } of seen) expect(exceptions.length).toBeLessThanOrEqual(4)
    const nights = days.map((now) => videoAt(city, now - 7.7 * 3_600_000).exceptions.length)
    expect(nights.filter((n) => n === 0).length / nights.length).toBeGreaterThan(0.7)
  })

  it('stand for every source under its target, and for no other', () => {
    for (const { operation, exceptions } of seen) {
      const under = operation.sources.filter((s) => {
        const limit = limits[`video_online_rate_${s.group}`] ?? 0
        return ((s.channels - s.offline) / s.channels) * 100 < limit
      })
      const raised = exceptions.filter(({ metric }) => metric.startsWith('video_online_rate_'))
      expect(new Set(raised.map(({ subject }) => subject))).toEqual(new Set(under.map(({ key }) => key)))
      expect(raised.every(({ severity }) => severity === 'major')).toBe(true)
    }
  })

  it('of a group are found in the fault list by their subject, and none stands twice', () => {
    let groups = 0
    for (const { operation, exceptions } of seen) {
      const listed = operation.faults.map(({ key }) => key)
      const named = exceptions.filter(({ metric }) => metric === 'video_group_offline')
      for (const { subject } of named) expect(listed).toContain(subject)
      groups += named.length
      expect(new Set(exceptions.map(({ id }) => id)).size).toBe(exceptions.length)
    }
    expect(groups).toBeGreaterThan(0)
  })

  it('keep their id while they last', () => {
    const name = ({ metric, subject }: { metric: string; subject: string | null }) => `${metric} ${subject}`
    let lasting = 0
    for (const { exceptions, asOf } of seen) {
      const later = videoAt(city, Date.parse(asOf) + 9 * 60_000).exceptions
      for (const item of exceptions) {
        const same = later.find((other) => name(other) === name(item))
        if (same) lasting++
        expect(same?.id ?? item.id).toBe(item.id)
      }
    }
    expect(lasting).toBeGreaterThan(0)
  })

  it('are filtered by a scope, never raised by it', () => {
    const { exceptions } = seen.find((d) => d.exceptions.some(({ place }) => place !== null)) ?? {}
    const asOf = seen.find((d) => d.exceptions === exceptions)?.asOf ?? ''
    for (const { code } of demoOf(city).towns) {
      const scoped = videoAt(city, Date.parse(asOf), code).exceptions
      expect(scoped).toEqual(exceptions?.filter(({ place }) => place?.code === code))
    }
  })
})

describe('the river on the reference morning', () => {
  const document = videoAt('baiyun', '2026-11-18 10:42')

  it('raises its source, which is under its target, with its uplink, which has been down for two hours: one cause', () => {
    expect(document.exceptions).toMatchObject([
      {
        severity: 'major',
        metric: 'video_online_rate_sector',
        subject: keyOf('水务'),
        place: null,
        what: '水务在线率低于 95%',
        owner: '区水务局',
        evidence: { covers: [{ place: { name: '人和' }, what: '河道 12 路离线超 2 时' }] },
      },
    ])
  })

  it('is nothing special: rivers fail on most working mornings', () => {
    const mornings = (seenIn.get('baiyun') ?? []).filter((_, i) => isWeekday(days[i] ?? 0))
    const failing = mornings.filter(({ exceptions }) =>
      exceptions
        .flatMap((item) => [item, ...(item.evidence?.covers ?? [])])
        .some(({ what }) => what.startsWith('河道')),
    )
    expect(mornings.length).toBeGreaterThan(8)
    expect(failing.length / mornings.length).toBeGreaterThan(0.5)
  })
})

describe('the limits come from the dictionary', () => {
  const document = videoAt('baiyun', '2026-11-18 10:42')
  const raised = (changed: Record<string, number>) =>
    raisedIn(document, document.operation, null, { ...limits, ...changed })
      .toSorted(byUrgency)
      .map(({ metric, subject }) => `${metric} ${subject}`)

  it('a lower target lets the source pass, and its uplink still stands as a lesser item', () => {
    expect(raised({ video_online_rate_sector: 80 })).toEqual(['video_group_offline water-renhe-261118'])
  })

  it('a longer patience silences the uplink', () => {
    expect(raised({ video_online_rate_sector: 80, video_group_offline: 3 })).toEqual([])
  })

  it('a higher target raises more sources', () => {
    expect(raised({ video_online_rate_key: 99 })).toContain(`video_online_rate_key ${keyOf('交通')}`)
  })

  it('without limits nothing is raised', () => {
    expect(raisedIn(document, document.operation, null, {})).toEqual([])
  })
})
