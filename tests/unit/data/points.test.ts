import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { sourceConfig } from '../../../src/config/source'
import { demo } from '../../../src/demo/video/demo'
import { createCity } from '../../../src/demo/city'
import { outlinesIn } from '../../../src/demo/kit/outlines'
import { readers as documents } from '../../../src/domains/video/contract'
import { readers } from '../../../src/domains/video/contract-points'
import { points } from '../../../src/domains/video/resources'
import { counting } from '../../../src/domains/video/summary'
import { parseRegionMap } from '../../../src/map/geo'
import { PLAIN_CALENDAR } from '../../../src/lib/working-time'
import { surveyed } from '../map/shapes'
import { bench, inline, NOW, reply } from './feed-fixture'

const about = { name: '视频', owner: '视频中心', cadenceSeconds: 60 }
const AS_OF = '2026-11-18T10:40:00+08:00'
const counted = async (id: string) => (id === 'video' ? counting : undefined)
const thread = () => inline([...readers, ...documents], [], counted)
const source = (url: string, more: object = {}) =>
  sourceConfig.parse({ poll: { url, everyMs: 60_000, maxBytes: 20_000_000 }, about, ...more })
const whole = { region: null }

const camera = (id: string, more: object = {}) => ({ id, name: `${id} 号`, source: '公安', type: 'ptz', town: { code: '440111001', name: '甲' }, lng: 113.3, lat: 23.2, ...more }) // prettier-ignore
const outage = (no: string, more: object) => ({ outageNo: no, camera: no, type: '断链', startedAt: '2026-11-18T08:23:00+08:00', endedAt: null, ...more }) // prettier-ignore

const stateIn = (answer: { ids: readonly string[]; state: Uint8Array; states: readonly string[] }) =>
  Object.fromEntries(answer.ids.map((id, i) => [id, answer.states[answer.state[i] ?? 0]]))

it('cameras of a register stand where it says, and are as their outages say, without a request of their own', async () => {
  const rows = [camera('a'), camera('b'), camera('c'), camera('d', { lng: null })]
  const outages = [
    outage('a', {}),
    outage('b', { type: '遮挡' }),
    outage('c', { endedAt: '2026-11-18T09:00:00+08:00' }),
  ]
  const { feed, asked } = bench(
    (url) => reply({ asOf: AS_OF, rows: url.includes('cameras') ? rows : outages }),
    {
      config: {
        sources: {
          'video.camera': source('api/cameras', { records: { from: 'rows', asOf: 'asOf' } }),
          'video.outage': source('api/outages', { records: { from: 'rows', asOf: 'asOf' } }),
        },
      },
      thread: thread(),
    },
  )
  const answer = await feed.get(points, whole, { now: NOW })
  expect(stateIn(answer)).toEqual({ a: 'offline', b: 'impaired', c: 'online', d: 'online' })
  expect(answer.since[0]).toBe(Date.parse('2026-11-18T08:23:00+08:00'))
  expect([...answer.lng]).toEqual([113.3, 113.3, 113.3, Number.NaN])
  expect(asked.toSorted()).toEqual(['api/cameras', 'api/outages'])
})

it('a site that keeps no register sends them by the column; a bad one costs itself, and GCJ-02 is brought to WGS-84 once', async () => {
  const table = (crs: object) => ({
    'video.points': source('api/points', crs),
  })
  const sent = {
    contract: 'video.points/1',
    asOf: AS_OF,
    points: {
      id: ['44011100001310000001', 'b', 'c'],
      state: { values: ['online', 'asleep'], at: [0, 1, 0] },
      lng: [113.3, 113.3, null],
      lat: [23.2, 23.2, null],
      town: { values: [{ code: '440111001', name: '甲' }], at: [0, 0, 0] },
    },
  }
  const ask = async (crs: object) =>
    bench(() => reply(sent), { config: { sources: table(crs) }, thread: thread() }).feed.get(points, whole, { now: NOW }) // prettier-ignore
  const plain = await ask({})
  // The number of a camera is no telephone number.
  expect(plain.ids).toEqual(['44011100001310000001', 'c'])
  expect([plain.refused, plain.leftOut[0]?.field]).toEqual([1, 'state'])
  const moved = await ask({ crs: 'GCJ-02' })
  const metres = ((plain.lng[0] ?? 0) - (moved.lng[0] ?? 0)) * 102_000
  expect(Math.abs(metres)).toBeGreaterThan(300)
  expect(Math.abs(metres)).toBeLessThan(800)
})

it('a register by the column has its points brought to WGS-84 as one by the row has', async () => {
  const table = { id: ['a'], lng: [113.3], lat: [23.2] }
  const ask = async (rows: unknown, records: object) => {
    const config = { sources: { 'video.camera': source('api/cameras', { crs: 'GCJ-02', records: { from: 'rows', asOf: 'asOf', ...records } }) } } // prettier-ignore
    const { feed } = bench(() => reply({ asOf: AS_OF, rows }), { config, thread: thread() })
    return feed.get(points, whole, { now: NOW })
  }
  const byRow = await ask([{ id: 'a', lng: 113.3, lat: 23.2 }], {})
  const byColumn = await ask(table, { columns: true })
  expect(byRow.lng[0]).not.toBe(113.3)
  expect(byColumn.lng[0]).toBe(byRow.lng[0])
})

const seed: unknown = JSON.parse(readFileSync('mock-data/baiyun/seed/video.json', 'utf8'))
/** Twenty-four towns on earth, with the codes of the demo's. */
function surveyedTowns() {
  const shipped = JSON.parse(readFileSync('public/maps/baiyun.json', 'utf8')) as MapFile
  const file = surveyed(6, 4, 20)
  const features = file.features.map((feature, i) => ({
    ...(feature as object),
    properties: shipped.features[i]?.properties,
  }))
  return { ...file, features }
}
interface MapFile {
  readonly features: readonly { readonly properties: object }[]
}
const cityOf = (map: unknown) =>
  createCity({
    seed: async (_, domain) => (domain === 'video' ? seed : null),
    demos: new Map([['video', demo]]),
    outlines: async () => outlinesIn(map),
    calendar: PLAIN_CALENDAR,
  })

async function demoPoints(map: unknown) {
  const city = cityOf(map)
  let bytes = 0
  const { feed } = bench(
    async (url) => {
      const { body } = await city(url.replace('demo/', ''), NOW, null)
      const text = JSON.stringify(body)
      bytes = gzipSync(text).length
      return new Response(text, { headers: { 'content-type': 'application/json' } })
    },
    { config: { sources: { 'video.points': source('demo/{city}/{dataset}') } }, thread: thread() },
  )
  return { answer: await feed.get(points, whole, { now: NOW }), bytes }
}

it('the cameras of the demo stand inside their towns, always in the same places, and nowhere on a schematic map', async () => {
  const map = surveyedTowns()
  const { answer, bytes } = await demoPoints(map)
  expect(answer.refused).toBe(0)
  expect(answer.ids.length).toBeGreaterThan(30_000)
  expect(new Set(answer.ids).size).toBe(answer.ids.length)
  expect(bytes).toBeLessThan(1_500_000)
  const shapes = parseRegionMap(map)
  const outlines = new Map(shapes.towns.map(({ code, outline }) => [code, outline]))
  let [outside, stood] = [0, 0]
  for (let i = 0; i < answer.ids.length; i += 7) {
    const place = shapes.project?.(answer.lng[i] ?? Number.NaN, answer.lat[i] ?? Number.NaN)
    const own = outlines.get(answer.town.values[answer.town.at[i] ?? 0]?.code ?? '')
    if (!place || Number.isNaN(place[0])) continue
    stood++
    if (!own?.inside(place)) outside++
  }
  expect(stood).toBeGreaterThan(4000)
  // Borders are drawn with the detail that can be seen, so one that stands on one may lie beyond.
  expect(outside / stood).toBeLessThan(0.005)
  const again = await demoPoints(map)
  expect(again.answer.lng).toEqual(answer.lng)
  const schematic = await demoPoints(JSON.parse(readFileSync('public/maps/baiyun.json', 'utf8')))
  expect(schematic.answer.ids).toEqual(answer.ids)
  expect(schematic.answer.lng.every(Number.isNaN)).toBe(true)
})

it('the cameras of one town are asked for alone', async () => {
  const { body } = await cityOf(null)('baiyun/video.points?region=440111103', NOW, null)
  const { points: sent } = JSON.parse(JSON.stringify(body)) as { points: { id: string[]; town: { values: { code: string }[]; at: number[] } } } // prettier-ignore
  expect(sent.id.length).toBeGreaterThan(1000)
  expect(new Set(sent.town.at.map((at) => sent.town.values[at]?.code))).toEqual(new Set(['440111103']))
})

it('the cameras of the demo are as its register and outages say', async () => {
  const city = cityOf(null)
  const rows = async (kind: string) => (await city(`baiyun/video.${kind}`, NOW, null)).body
  const [cameras, outages] = [await rows('camera'), await rows('outage')]
  const records = { records: { from: 'rows', columns: true, asOf: 'asOf' } }
  const { feed } = bench((url) => reply(url.includes('cameras') ? cameras : outages), {
    config: {
      sources: {
        'video.camera': source('api/cameras', records),
        'video.outage': source('api/outages', records),
      },
    },
    thread: thread(),
  })
  const kept = await feed.get(points, whole, { now: NOW })
  const { answer } = await demoPoints(null)
  expect(stateIn(answer)).toEqual(stateIn(kept))
})
