import { describe, expect, it } from 'vitest'
import { camera, patrol } from '../../../../src/domains/video/records'
import { DAY, dayStart, HOUR, isoTime } from '../../../../src/lib/calendar'
import { sum } from '../../demo/cities'
import { both, counted } from './counted'
import { cameraOf, NOW, outageOf, TOWNS, type Row } from './rows'

const YESTERDAY = dayStart(NOW) - DAY
const cameras = (n: number, known: (i: number) => Row = () => ({})) =>
  Array.from({ length: n }, (_, i) => cameraOf({ id: `c${i}`, ...known(i) }))
const fault = (no: string, known: Row) =>
  outageOf({ outageNo: no, camera: `c${no}`, type: '断链', startedAt: isoTime(NOW - HOUR), ...known })
/** An outage that was over before yesterday began: the records reach back so far. */
const old = fault('0', { startedAt: isoTime(YESTERDAY - DAY), endedAt: isoTime(YESTERDAY - HOUR) })

describe('sources', () => {
  it('beyond the list stand together at its end, and everything adds up', () => {
    const rows = cameras(200, (i) => ({ source: `单位${i % 30}`, group: 'sector' }))
    const { sources = [] } = both(rows, [fault('7', {}), fault('29', {})])
    expect(sources).toHaveLength(20)
    expect(sources.at(-1)).toMatchObject({ label: '另 11 个来源', offline: 1 })
    expect(sum(sources.map(({ channels }) => channels))).toBe(200)
  })

  it('have the group their cameras agree on, and stand by it', () => {
    const group = (i: number) => [
      { source: '教育', group: 'sector' },
      { source: '公安', group: 'key' },
      { source: '公安', group: 'key' },
      { source: '综合', group: i < 8 ? 'key' : 'sector' },
      { source: '交通', group: i < 8 ? 'key' : null },
    ]
    const { sources } = both(
      cameras(50, (i) => group(i)[i % 5] ?? {}),
      [],
    )
    expect(sources?.map(({ label, group: own }) => [label, own])).toEqual([
      ['公安', 'key'],
      ['交通', 'key'],
      ['教育', 'sector'],
      ['综合', undefined],
    ])
  })

  it('keep their place in every town, though another is larger there', () => {
    const rows = cameras(30, (i) => ({
      source: i < 20 ? '公安' : '水务',
      town: TOWNS[i % 10 === 0 ? 0 : i < 20 ? 1 : 0],
    }))
    const { sources } = both(rows, [], { region: TOWNS[0]?.code ?? '' })
    expect(sources?.map(({ label, channels }) => [label, channels])).toEqual([
      ['公安', 2],
      ['水务', 10],
    ])
    const elsewhere = both(rows, [], { region: TOWNS[1]?.code ?? '' }).sources
    expect(elsewhere?.map(({ label, channels }) => [label, channels])).toEqual([
      ['公安', 18],
      ['水务', 0],
    ])
  })

  it('and places with long names are shortened with a mark', () => {
    const rows = cameras(1, () => ({
      source: '市住房和城乡建设局',
      town: { code: '440111001', name: '一个名字特别特别长的镇街道办事处辖区' },
    }))
    const { sources, faults } = both(rows, [
      fault('0', { place: '河道东岸三号泵站出口', owner: '甲'.repeat(20) }),
    ])
    expect(sources?.[0]?.label).toBe('市住房和城乡建…')
    expect(faults?.[0]).toMatchObject({ place: '河道东岸三号泵…', source: '市住房和城乡建…' })
  })
})

describe('faults', () => {
  const group = (known: Row) => ['1', '2', '3'].map((no) => fault(no, { fault: 'F', ...known }))

  it('of one number are one fault with all its channels, as old as the first of them', () => {
    const first = isoTime(NOW - 5 * HOUR)
    const rows = [...group({ place: '河道' }), fault('4', { fault: 'F', startedAt: first, place: '泵站' })]
    const { faults, open } = both(cameras(9), rows)
    expect(open?.total).toBe(1)
    expect(faults).toMatchObject([{ key: 'F', channels: 4, since: first, place: '泵站' }])
  })

  it('count a channel once, and those of their channels that are still out', () => {
    const rows = [
      ...group({}),
      fault('x', { camera: 'c1', fault: 'F' }),
      fault('5', { fault: 'F', endedAt: isoTime(NOW) }),
    ]
    expect(both(cameras(9), rows).faults).toMatchObject([{ channels: 3 }])
  })

  it('weigh by their channels, most of all where these are cut off, then by age', () => {
    const rows = [
      fault('8', { type: '遮挡', startedAt: isoTime(NOW - 9 * DAY) }),
      fault('7', {}),
      fault('6', { startedAt: isoTime(NOW - 2 * HOUR) }),
      ...group({}),
    ]
    expect(both(cameras(9), rows).faults?.map(({ key }) => key)).toEqual(['F', '6', '7', '8'])
  })

  it('are as far as their repair is', () => {
    const [hour, half] = [isoTime(NOW - HOUR), isoTime(NOW - HOUR / 2)]
    const later = isoTime(NOW + HOUR)
    const rows = [
      fault('1', { dispatchedAt: later }),
      fault('2', { dispatchedAt: hour }),
      fault('3', { dispatchedAt: hour, acceptedAt: half }),
      fault('4', { acceptedAt: half, repairedAt: isoTime(NOW) }),
    ]
    const { open, faults } = both(cameras(9), rows)
    expect(open).toEqual({ total: 4, states: { 待派单: 1, 已派单: 1, 处理中: 1, 待复核: 1 } })
    expect(faults?.map(({ key, state }) => [key, state])).toEqual([
      ['1', '待派单'],
      ['2', '已派单'],
      ['3', '处理中'],
      ['4', '待复核'],
    ])
  })

  it('are at their own place, at that of their camera, or nobody knows where', () => {
    const rows = cameras(3, (i) => [{ name: '北闸' }, { town: TOWNS[0] }, {}][i] ?? {})
    const { faults } = both(
      rows,
      ['0', '1', '2'].map((no) => fault(no, {})),
    )
    expect(faults?.map(({ place }) => place)).toEqual(['北闸', '镇0', '地点不详'])
  })
})

describe('quality', () => {
  const found = (metric: string, rows: readonly Row[], sent: readonly Row[], now = NOW) => {
    const one = both(rows, sent, { now }).quality?.find((row) => row.metric === metric)
    return one && [one.failing?.value, one.rate.value, one.rate.period]
  }
  const morning = dayStart(NOW) + 6 * HOUR
  const from = (at: number, known: Row) => ({ startedAt: isoTime(at), ...known })

  it('of the picture is that of the inspection at six', () => {
    const sent = [
      old,
      fault('1', from(morning - HOUR, { endedAt: isoTime(morning + HOUR) })),
      fault('2', from(morning - HOUR, { type: '黑屏' })),
      fault('2x', from(morning - HOUR, { camera: 'c2', type: '偏移' })),
      fault('3', from(morning - HOUR, { type: '存储异常' })),
      fault('4', from(morning + HOUR, { type: '遮挡' })),
    ]
    expect(found('video_intact_rate', cameras(10), sent)).toEqual([2, 80, '今晨 6 时巡检'])
    expect(found('video_intact_rate', cameras(10), sent, morning - 1)).toEqual([0, 100, '昨晨 6 时巡检'])
    expect(found('video_intact_rate', cameras(10), [old, fault('1', {})])).toBeUndefined()
    expect(found('video_intact_rate', cameras(10), sent.slice(1, 3))).toBeUndefined()
  })

  it('of the recording is what yesterday lacks, an hour lost twice once', () => {
    const storage = { type: '存储异常' }
    const sent = [
      old,
      fault('1', from(YESTERDAY + 2 * HOUR, { endedAt: isoTime(YESTERDAY + 6 * HOUR) })),
      fault(
        '1x',
        from(YESTERDAY + 4 * HOUR, { ...storage, camera: 'c1', endedAt: isoTime(YESTERDAY + 8 * HOUR) }),
      ),
      fault('2', from(YESTERDAY + 20 * HOUR, storage)),
      fault('3', from(YESTERDAY, { type: '遮挡' })),
    ]
    expect(found('video_record_rate', cameras(10), sent)).toEqual([10, 95.83, '昨日'])
    expect(found('video_record_rate', cameras(10), [old, fault('1', {})])).toBeUndefined()
    expect(found('video_record_rate', cameras(10), sent.slice(2))).toBeUndefined()
  })

  it('of the register is what the city says of it', () => {
    const rows = cameras(10, (i) => ({ labelled: i === 9 ? null : i > 2, lng: 113 }))
    expect(found('video_label_rate', rows, [])).toEqual([3, 66.67, '此刻'])
  })

  it('of the register is otherwise how it looks: number, department, coordinates', () => {
    const right = { id: '44011100081326000001', source: '城管', lng: 113.27, lat: 23.16 }
    const number = (i: number) => `4401110008132600000${i}`
    const rows = [
      right,
      { ...right, id: '4401110008' },
      // Whose it is says neither the row nor its number: 20 is nobody's.
      { ...right, id: '44011100201326000002', source: null },
      { ...right, id: number(3), lat: null },
    ].map((row) => cameraOf(row))
    expect(found('video_label_rate', rows, [])).toEqual([3, 25, '此刻'])
    const nowhere = rows.map((row) => ({ ...row, lng: null, lat: null }))
    expect(found('video_label_rate', nowhere, [])).toBeUndefined()
  })
})

describe('patrol', () => {
  const plan = (planNo: string, known: Row) => ({
    ...Object.fromEntries(Object.keys(patrol.columns).map((name) => [name, null])),
    planNo,
    name: `${planNo} 河道与泵站上下游`,
    channels: 100,
    viewed: 40,
    shift: '夜班',
    startsAt: isoTime(NOW - HOUR),
    endsAt: isoTime(NOW + HOUR),
    ...known,
  })
  const patrolOf = (rows: readonly Row[], region: string | null = null) =>
    counted(
      [
        [camera, []],
        [patrol, rows],
      ],
      { region },
    ).patrol

  it('is the shift that runs, its largest plan first, seen at most once over', () => {
    const rows = [
      plan('small', { viewed: 130, dwellSeconds: 15, running: false }),
      plan('large', { channels: 300 }),
      plan('over', { endsAt: isoTime(NOW), shift: '白班' }),
      plan('later', { startsAt: isoTime(NOW + 1000) }),
    ]
    expect(patrolOf(rows)).toEqual({
      shift: '夜班',
      from: isoTime(NOW - HOUR),
      to: isoTime(NOW + HOUR),
      plans: [
        { key: 'large', name: 'large 河道与…', channels: 300, viewed: 40 },
        { key: 'small', name: 'small 河道与…', channels: 100, viewed: 100, dwellSeconds: 15, running: false },
      ],
    })
    expect(patrolOf(rows, '440111001')).toEqual(patrolOf(rows))
    expect(patrolOf([plan('over', { endsAt: isoTime(NOW) })])).toBeUndefined()
  })
})
