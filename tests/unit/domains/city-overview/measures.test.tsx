import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type {
  OverviewDocument,
  OverviewOperation,
  Town,
} from '../../../../src/domains/city-overview/contract'
import { schema } from '../../../../src/domains/city-overview/contract'
import { Legend } from '../../../../src/domains/city-overview/views/Legend'
import {
  deviantsOf,
  type MapMeasure,
  measuresOf,
  videoMeasuresOf,
} from '../../../../src/domains/city-overview/views/measures'
import { Canvas } from '../../../../src/map/CityMap'
import type { MapLayer } from '../../../../src/map/layers/layer'
import { openHere, shippedFile } from '../../map/here'
import { sample } from '../../contract/sample'

function documentOf(operation: OverviewOperation, time = '10:42'): OverviewDocument {
  const read = schema.safeParse(
    sample({ contract: 'city-overview/1', asOf: `2026-11-18T${time}:00+08:00`, operation }),
  )
  if (!read.success) throw new Error(JSON.stringify(read.error.issues))
  return read.data
}
const town = (change: Partial<Town> = {}): Town => ({ code: '440111001', name: '景泰', ...change })
const course = (from: string, now: (number | null)[]) => ({ from, stepMinutes: 60, now })
const first = (operation: OverviewOperation, time?: string): MapMeasure => {
  const [measure] = measuresOf(documentOf(operation, time))
  if (!measure) throw new Error('nothing to show')
  return measure
}
const received = (n: number, low = 15, high = 25) =>
  first({ towns: [town({ received: n, low, high })] }).towns[0]

describe('orders by town', () => {
  it('keep their place while they are out of date, and say no number', () => {
    const halls = [{ code: '440111001', short: '景泰', waiting: 7 }]
    const stale = first({ towns: [town({ received: null })], halls, ordersStale: true })
    expect(stale).toMatchObject({ id: 'received', halls: false, summary: '受理数据已过期', curve: null })
    expect(stale.towns).toMatchObject([{ count: null, value: null, level: null, deviant: false }])
    expect(first({ towns: [town({ received: null })], halls }).id).toBe('waiting')
  })

  it.each([
    [15, 0],
    [19, 0],
    [20, 1],
    [23, 1],
    [24, 2],
    [29, 2],
    [30, 3],
    [200, 3],
  ])('%i where 20 are usual are of class %i', (n, level) => {
    expect(received(n)?.level).toBe(level)
  })

  it('outline what is above its own range, and are listed once with it', () => {
    expect(received(25)?.deviant).toBe(false)
    expect(received(26)?.deviant).toBe(true)
    const measure = first({
      towns: [
        town({ received: 26, low: 15, high: 25 }),
        town({ code: '440111002', name: '三元里', received: 19, low: 5, high: 15 }),
      ],
    })
    expect(
      deviantsOf(measure).map(({ name, count, low, high }) => `${name} ${count} ${low}–${high}`),
    ).toEqual(['三元里 19 5–15', '景泰 26 15–25'])
  })

  it('judge nothing of fewer than ten: 3 where 0–2 are usual', () => {
    expect(received(3, 0, 2)).toMatchObject({ level: null, deviant: false, value: '3' })
    expect(received(9, 0, 2)).toMatchObject({ level: null, deviant: false })
  })

  it('are said without class where no range is known, and left out where nothing is', () => {
    expect(first({ towns: [town({ received: 20 })] }).towns[0]).toMatchObject({ level: null, value: '20' })
    expect(measuresOf(documentOf({ towns: [town()] }))).toEqual([])
  })

  it('are those of the last 24 hours at night, number, range and curve alike', () => {
    const lately = { count: 46, low: 22, high: 42, course: course('2026-11-17T03:00:00+08:00', [2, 1]) }
    const night = first({ towns: [town({ received: 1, low: 0, high: 2, lately })], received: null }, '03:00')
    expect(night.towns[0]).toMatchObject({
      value: '46',
      low: 22,
      high: 42,
      deviant: true,
      course: { now: [2, 1] },
    })
    expect(night).toMatchObject({ summary: '近 24 时受理 46 件', curve: '近 24 时每小时' })
    const day = { ...lately, course: course('2026-11-18T00:00:00+08:00', [1]) }
    expect(first({ towns: [town({ lately: day })] })).toMatchObject({ curve: '今日每小时' })
  })
})

describe('a city without orders by town', () => {
  const hall = (code: string, short: string, waiting: number) => ({ code, short, waiting, low: 5, high: 15 })
  const halls = [
    hall('441602003', '市中心', 54),
    hall('441623100', '连平县', 24),
    hall('441624100', '和平县', 5),
  ]

  it('shows its halls, one tile each', () => {
    const measure = first({ towns: [town({ halls: 1 })], halls })
    expect(measure).toMatchObject({ id: 'waiting', halls: true, summary: '3 厅等候 83 人' })
    expect(measure.towns.map(({ name, value, level }) => [name, value, level])).toEqual([
      ['市中心', '54 人', 3],
      ['连平县', '24 人', 3],
      ['和平县', '5 人', null],
    ])
  })

  it('says that they are closed, until when, and of which day the curves are', () => {
    const own = halls.map((each) => ({
      ...each,
      waiting: 0,
      course: course('2026-11-20T09:00:00+08:00', [3, 8]),
    }))
    const [measure] = measuresOf(documentOf({ towns: [], halls: own, opensAt: '2026-11-23T09:00:00+08:00' }))
    expect(measure).toMatchObject({ summary: '3 厅已闭厅，11-23 09:00 开', curve: '11-20 等候' })
    expect(measure?.towns.every(({ value, level }) => value === '闭厅' && level === null)).toBe(true)
  })

  it('puts two halls of one town on one tile', () => {
    const { towns } = first({
      towns: [],
      halls: [hall('441602003', '市中心', 54), hall('441602003', '分厅', 6)],
    })
    expect(towns).toMatchObject([{ code: '441602003', name: '市中心等 2 厅', value: '60 人', course: null }])
  })
})

describe('cameras offline by town', () => {
  const cameras = (offline: number, all = 1000) =>
    videoMeasuresOf(
      documentOf({ towns: [town({ cameras: all, offline, offlineLow: 4, offlineHigh: 12 })] }),
    )[0]

  it.each([
    [10, 2000, 0],
    [10, 1000, 1],
    [20, 1000, 2],
    [40, 1000, 3],
    [9, 100, null],
  ])('%i of %i are of class %j', (offline, all, level) => {
    expect(cameras(offline, all)?.towns[0]?.level).toBe(level)
  })

  it('deviate against their own usual number, and say when they were counted', () => {
    expect(cameras(12)?.towns[0]?.deviant).toBe(false)
    expect(cameras(13)?.towns[0]?.deviant).toBe(true)
    const operation = { towns: [town({ cameras: 10, offline: 1 })], camerasAt: '2026-11-18T10:36:00+08:00' }
    expect(videoMeasuresOf(documentOf(operation))[0]?.summary).toBe('离线 1 路，10:36 数据')
  })
})

const glyphs = (markup: string) =>
  new Set([...markup.matchAll(/data-glyph="([a-z]+)"/g)].map(([, glyph]) => glyph))

it('explains in the legend every sign that the map draws, and none that it does not', async () => {
  const map = await openHere(shippedFile('baiyun'))
  const [one = '', two = ''] = map.towns.map(({ code }) => code)
  const lately = {
    count: 40,
    low: 5,
    high: 15,
    course: { ...course('2026-11-18T00:00:00+08:00', [1, 2, null]), low: [0, 0, 0], high: [2, 2, 2] },
  }
  const signsOf = async (towns: Town[], marked: boolean) => {
    const measure = first({ towns })
    const mark = { id: 'x', code: two, severity: 'critical', no: 1 } as const
    const layers: MapLayer[] = [
      { kind: 'tiles', id: 't', towns: measure.towns },
      { kind: 'marks', id: 'm', marks: marked ? [mark] : [] },
    ]
    const drawing = await map.draw({
      canvas: { width: 904, height: 720, reserved: [] },
      layers,
      selected: null,
    })
    const canvas = renderToStaticMarkup(
      <Canvas
        drawing={drawing}
        map={map}
        layers={layers}
        selected={null}
        onSelect={() => {}}
        onOpen={() => {}}
        unit={1}
        title=""
        label={(code) => code}
        only={undefined}
        list={null}
        onForm={() => {}}
      />,
    )
    const legend = renderToStaticMarkup(
      <Legend measure={measure} curves marks={marked ? ['critical'] : []} />,
    )
    const drawn = glyphs(canvas)
    if (canvas.includes('data-mark=')) drawn.add('mark')
    return { drawn, explained: glyphs(legend) }
  }
  const full = await signsOf([town({ code: one, lately }), town({ code: two, received: 3 })], true)
  expect(full.drawn).toEqual(new Set(['band', 'line', 'mark', 'outline']))
  expect(full.explained).toEqual(full.drawn)
  const calm = await signsOf([town({ code: one, received: 3 })], false)
  expect(calm).toEqual({ drawn: new Set(), explained: new Set() })
})
