import { describe, expect, it } from 'vitest'
import { sourceConfig } from '../../../../src/config/source'
import { readers } from '../../../../src/domains/video/contract'
import { faultOf, partsOf } from '../../../../src/domains/video/summary-gb'
import { readings } from '../../../../src/domains/video/readings'
import { sourceOf } from '../../../../src/domains/video/records'
import { video } from '../../../../src/domains/video/resources'
import { counting } from '../../../../src/domains/video/summary'
import { isoTime } from '../../../../src/lib/calendar'
import { stream } from '../../../../src/lib/random'
import { rowWords } from '../../../../src/panel/row-words'
import { bench, inline, NOW } from '../../data/feed-fixture'

const CITY = '440111'
const GOOD = '44011101041320000001'

describe('the number of a camera by GB/T 28181', () => {
  it('says region, trade, device and network by its digits', () => {
    expect(partsOf('44011101091326000017')).toEqual({
      region: '440111',
      sector: '09',
      type: '132',
      network: '6',
    })
    const words = readings['camera']?.codes
    expect([words?.['gbSector']?.['09'], words?.['gbType']?.['132'], words?.['gbNetwork']?.['6']]).toEqual([
      '09 卫生环保',
      '132 网络摄像机',
      '6 电子政务外网',
    ])
    expect(
      ['00', '03', '04', '08', '11', '54', '20'].map((trade) => sourceOf(`44011101${trade}1320000001`)),
    ).toEqual(['公安', '公安', '交通', '城管', '教育', '企事业单位', null])
  })

  it('is wrong where it is too short or long, has letters, is of no camera, or of another city', () => {
    expect(faultOf(GOOD, CITY)).toBeNull()
    expect(faultOf(GOOD.slice(1), CITY)).toBe('length')
    expect(faultOf(`${GOOD}0`, CITY)).toBe('length')
    expect(faultOf(`${GOOD.slice(0, 19)}A`, CITY)).toBe('letters')
    // A display, a business group of the platform, and nothing at all.
    for (const type of ['133', '215', '000']) expect(faultOf(`4401110104${type}0000001`, CITY)).toBe('type')
    // Recorders answer for their channels.
    for (const type of ['111', '118', '131']) expect(faultOf(`4401110104${type}0000001`, CITY)).toBeNull()
    expect(faultOf('44010601041320000001', CITY)).toBe('region')
    // The police of the city that the district lies in, and a district of the city.
    expect(faultOf('44010000041320000001', CITY)).toBeNull()
    expect(faultOf('34060201041320000001', '340600')).toBeNull()
    expect(faultOf('34130201041320000001', '340600')).toBe('region')
  })

  it('is never taken for right when one of its digits is lost or is no digit', () => {
    const next = stream(28181)
    for (let n = 0; n < 500; n++) {
      const at = Math.floor(next() * 20)
      const serial = String(Math.floor(next() * 1e6)).padStart(6, '0')
      const id = `44011101${String(Math.floor(next() * 100)).padStart(2, '0')}132${Math.floor(next() * 9)}${serial}`
      expect(faultOf(id, CITY)).toBeNull()
      expect(faultOf(id.slice(0, at) + id.slice(at + 1), CITY)).toBe('length')
      expect(faultOf(`${id.slice(0, at)}X${id.slice(at + 1)}`, CITY)).toBe('letters')
    }
  })
})

const ids = [GOOD, '44011101041320000002', '440111010413200', '4401110104132000000B', '34060201041320000001']
const rows = ids.map((id, i) => ({ id, source: i === 0 ? '水务' : null, type: null, online: true }))

/** What a city of these cameras is told. */
async function told(list: readonly object[], region: string | null = null) {
  const source = sourceConfig.parse({
    poll: { url: 'api/{city}/cameras', everyMs: 60_000 },
    about: { name: '视频平台', owner: '公安分局', cadenceSeconds: 60 },
    records: { from: 'list' },
  })
  const headers = { date: new Date(NOW).toUTCString() }
  const { feed } = bench(() => Response.json({ list, asOf: isoTime(NOW) }, { headers }), {
    config: { sources: { 'video.camera': source } },
    thread: inline(readers, [], async (id) => (id === 'video' ? counting : undefined)),
  })
  const whole = await feed.get(video, { region: null }, { now: NOW })
  return region === null ? whole : feed.get(video, { region }, { now: NOW })
}

describe('cameras whose numbers are wrong', () => {
  it('are counted like any other, and named under data health by what is wrong', async () => {
    const document = await told(rows)
    expect(document.operation?.channels?.value).toBe(ids.length)
    expect(document.rows).toMatchObject([{ read: ids.length, used: ids.length, dirty: false }])
    expect(rowWords(document)).toEqual([
      {
        title: '数据质量 camera 5/5 行',
        lines: [
          '照计 1 行：id 编码不是 20 位（440111010413200）',
          '照计 1 行：id 编码含数字以外的字符（4401110104132000000B）',
          '照计 1 行：id 行政区划（前 6 位）不属本市（34060201041320000001）',
        ],
      },
    ])
  })

  it('are the same where a town is chosen, and not said where there is none', async () => {
    expect((await told(rows, '440111001')).rows).toMatchObject([{ faults: [{ rows: 1 }, {}, {}] }])
    expect((await told(rows.slice(0, 2))).rows).toMatchObject([{ faults: [] }])
  })

  it('are none where the city numbers its cameras in a way of its own', async () => {
    const own = Array.from({ length: 30 }, (_, i) => ({ ...rows[0], id: `SP-${i}` }))
    expect((await told([...own, ...rows.slice(0, 2)])).rows).toMatchObject([{ faults: [] }])
  })

  it('are named as far as there is room, and counted beyond it', async () => {
    const short = Array.from({ length: 30 }, (_, i) => `44011${String(i).padStart(4, '0')}`)
    const good = Array.from({ length: 30 }, (_, i) => `440111010413200000${10 + i}`)
    const many = [...short, ...good].map((id) => ({ id, online: true }))
    const [rowsOf] = rowWords(await told(many))
    expect(rowsOf?.lines).toHaveLength(1)
    expect(rowsOf?.lines[0]).toMatch(/^照计 30 行：.*440110000、440110001、.*440110007 等）$/)
  })
})

describe('a camera of which no row says whose it is', () => {
  it('is counted with those whom its number names', async () => {
    const { operation } = await told(rows)
    expect(operation?.sources?.map(({ label, channels }) => [label, channels])).toEqual([
      ['来源不详', 2],
      ['交通', 2],
      ['水务', 1],
    ])
  })
})
