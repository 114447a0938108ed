import { use } from 'react'
import { expect, it, vi } from 'vitest'
import { FixedSize } from '../../../src/panel/room'
import { dataAggregation } from '../../../src/domains/data-aggregation/resources'
import { hotline } from '../../../src/domains/hotline/resources'
import { serviceHall } from '../../../src/domains/service-hall/resources'
import { video } from '../../../src/domains/video/resources'
import { isFields } from '../../../src/lib/fields'
import { wholeCity } from './whole-city'

vi.mock('../../../src/panel/use-size', () => ({ useSize: () => [() => undefined, use(FixedSize)] }))
vi.mock('../../../src/charts/Chart', () => ({ Chart: () => null }))
vi.mock('../../../src/map/CityMap', () => ({ CityMap: () => null }))

async function dayAt(moment: string) {
  const { answers, said } = await wholeCity('baiyun', moment, { width: 912, height: 420 })
  const documents = answers.flatMap((one) => one.document ?? [])
  return {
    orders: documents.find((one) => hotline.owns(one))?.operation,
    cameras: documents.find((one) => video.owns(one))?.operation,
    issues: documents.find((one) => dataAggregation.owns(one))?.operation?.issues,
    reviews: documents.find((one) => serviceHall.owns(one))?.operation?.evaluation,
    text: (id: string) => said(id).lines.join('\n'),
  }
}

const TOLD = [
  ['hotline-stages', '办结'],
  ['video-ageing', '恢复'],
  ['data-issues', '提出'],
] as const

it.each(['2026-11-18T00:05', '2026-11-18T07:55'])(
  'at %s figures of the day are of the last 24 hours, say so, and are not 0',
  async (moment) => {
    const { orders, cameras, issues, reviews, text } = await dayAt(moment)
    const { lastHours } = orders ?? {}
    for (const figure of [lastHours?.received, lastHours?.closed, cameras?.dropped, cameras?.restored]) {
      expect(figure?.value).toBeGreaterThan(0)
      expect(figure?.period).toBe('近 24 小时')
    }
    expect([issues?.raised?.period, reviews?.badToday?.period]).toEqual(['近 24 小时', '近 24 小时'])
    expect(reviews?.today?.rated).toBeGreaterThan(0)
    for (const [panel, what] of TOLD) {
      expect(text(panel), panel).toMatch(new RegExp(`近 24 时\\s*${what}`))
      expect(text(panel), panel).not.toMatch(new RegExp(`今日\\s*${what}`))
    }
  },
)

it('from 8:00 on the day speaks for itself', async () => {
  const { orders, cameras, reviews, text } = await dayAt('2026-11-18T08:05')
  expect(orders?.lastHours).toBeUndefined()
  expect(cameras?.dropped?.period).toBe('今日 0 时至今')
  expect(reviews?.badToday?.period).toBe('今日')
  for (const [panel, what] of TOLD) expect(text(panel), panel).toMatch(new RegExp(`今日\\s*${what}`))
})

/** `document` as a source would send it that counts from midnight all night. */
function ofTheDay<T>(document: T): T {
  const copy = structuredClone(document)
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    if (!isFields(value)) return
    if (value['period'] === '近 24 小时') Reflect.set(value, 'period', '今日 0 时至今')
    Object.values(value).forEach(walk)
  }
  walk(copy)
  return copy
}

let night: ReturnType<typeof wholeCity> | undefined
/** Asked once: a city takes seconds. */
const atNight = () => (night ??= wholeCity('baiyun', '2026-11-19T03:00', { width: 912, height: 420 }))

it.each([
  ['video-keys', '今日离线'],
  ['video-ageing', '今日恢复'],
  ['hall-evaluation', '今日'],
  ['data-issues', '今日 提出'],
  ['handover', '0 时起'],
])('%s takes a document that comes finished at its own word for its day, at 3:00 too', async (id, says) => {
  const { answers, said } = await atNight()
  const finished = answers.map((one) => ({ ...one, document: ofTheDay(one.document) }))
  expect(said(id).lines.join('\n')).not.toContain('0 时起')
  const text = said(id, finished).lines.join('\n')
  expect(text).toContain(says)
  expect(text).not.toContain('近 24 时')
})
