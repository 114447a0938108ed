import { describe, expect, it } from 'vitest'
import { faultOf } from '../shape-fixture'
import { through } from './foreign'

const camera = (id: number, gbStatus: unknown, more: object = {}) => ({
  gbDeviceId: `9901010000132600000${id}`,
  gbStatus,
  gbCivilCode: '99010101',
  gbPtzType: 1,
  gbLongitude: 113.3,
  gbLatitude: 23.2,
  ...more,
})
const platform = (list: unknown, total: unknown = Array.isArray(list) ? list.length : 0) => ({
  code: 0,
  msg: '成功',
  data: { total, list },
})
const entry = (num_resources: unknown, id: number) => ({
  id: `entry-${id}`,
  title: '公交站点',
  organization: { title: '区交通局' },
  num_resources,
})
const operation = async (...asked: Parameters<typeof through>) => {
  const answer = await through(...asked)
  return 'operation' in answer ? answer.operation : undefined
}

describe('a status of a camera', () => {
  it('counts as what its platform means by it, however that is spelled', async () => {
    const list = ['ON', 'ONLINE', 'On', 'OK', 1, true, 'OFF', 0].map((status, i) => camera(i, status))
    expect(await operation('wvp-gb28181', platform(list))).toMatchObject({
      channels: { value: 8 },
      offline: { value: 2 },
      onlineRate: { value: 75 },
    })
  })

  it('of null was never on; one that nobody declared is named, and counts as neither', async () => {
    expect(await operation('wvp-gb28181', platform([camera(1, 'ON'), camera(2, null)]))).toMatchObject({
      offline: { value: 1 },
    })
    expect(await through('wvp-gb28181', platform([camera(1, 'ON'), camera(2, 'SLEEP')]))).toMatchObject({
      operation: { channels: { value: 1 }, offline: { value: 0 } },
      rows: [
        {
          read: 2,
          used: 1,
          faults: [{ field: 'online', message: expect.stringContaining('“SLEEP”') as unknown }],
        },
      ],
      clashes: [{ part: 'channels', ours: 1, theirs: 2 }],
    })
  })

  it('leaves the type of a camera to "other", and its town unknown, where the table says so', async () => {
    const answer = platform([camera(1, 'ON', { gbPtzType: 77, gbCivilCode: '123456' }), camera(2, 'ON')])
    expect(await operation('wvp-gb28181', answer)).toMatchObject({
      types: [{ key: 'ptz' }, { key: 'other', label: '其他', channels: 1 }],
      towns: [{ code: '990101001', name: '东湖街道', cameras: 1 }],
    })
  })
})

describe('numbers sent as text', () => {
  it('are the numbers they say', async () => {
    expect(await operation('wvp-gb28181', platform([camera(1, 'ON')], '1'))).toMatchObject({
      channels: { value: 1 },
      onlineRate: { value: 100 },
    })
    const results = ['0', '3'].map(entry)
    expect(await operation('ckan', { success: true, result: { count: '2', results } })).toMatchObject({
      catalogue: { entries: { value: 2 }, unmounted: { value: 1 }, rate: { value: 50 } },
    })
  })

  it('are refused, and not called different, where they say none', async () => {
    const result = { count: 2, results: ['many', 1].map(entry) }
    expect(await through('ckan', { success: true, result })).toMatchObject({
      operation: { catalogue: { entries: { value: 1 } } },
      rows: [{ faults: [{ field: 'mounted', message: expect.stringContaining('“many”') as unknown }] }],
    })
  })
})

describe('nothing, null and minus one', () => {
  it.each([
    ['an empty list', []],
    ['null', null],
  ])('a platform whose list is %s has no cameras, and no rate of them', async (_, list) => {
    const found = await operation('wvp-gb28181', platform(list))
    expect(found).toMatchObject({ channels: { value: 0 } })
    expect(found).not.toHaveProperty('onlineRate')
  })

  it('records whose list is null are none; without their list they are a fault', async () => {
    expect(await operation('12345-rows', { code: 200, data: { total: 0, list: null } })).toMatchObject({
      open: { value: 0 },
    })
    const fault = await faultOf(through('12345-rows', { code: 200, data: { total: 0 } }))
    expect(fault).toMatchObject({ kind: 'contract', field: 'list' })
  })

  it('an empty portal has no data sets, and no rate of them', async () => {
    const found = await operation('ckan', { success: true, result: { count: 0, results: [] } })
    expect(found).toMatchObject({ catalogue: { entries: { value: 0 } } })
    expect(found).not.toHaveProperty('catalogue.rate')
  })

  it('one data set of which nobody knows the department or the resources costs the portal nothing', async () => {
    const results = [{ ...entry(null, 1), organization: null }, entry(2, 2)]
    expect(await through('ckan', { success: true, result: { count: 2, results } })).toMatchObject({
      operation: { catalogue: { entries: { value: 2 }, unmounted: { value: 1 } } },
      rows: [{ read: 2, used: 2 }],
    })
  })

  const counter = (more: object) => ({
    code: 200,
    msg: 'ok',
    data: {
      tjsj: '2026-11-18 10:42:00+08',
      jrsl: '12',
      jrbj: 3,
      zbs: '40',
      cqs: '0',
      lqs: 1,
      tszb: '50%',
      ...more,
    },
  })

  it.each([-1, '-1', '--', '', '暂无', null])(
    '%j orders overdue are unknown, never fewer than none',
    async (cqs) => {
      expect(await operation('code-msg-data', counter({ cqs, list: [] }))).toMatchObject({
        overdue: { value: null },
        received: { value: 12 },
      })
    },
  )

  it('−3 orders are a fault', async () => {
    const fault = await faultOf(through('code-msg-data', counter({ cqs: -3, list: [] })))
    expect(fault).toMatchObject({ kind: 'map', field: 'operation.overdue' })
  })

  it('a list of orders that is null is an empty one', async () => {
    expect(await operation('code-msg-data', counter({ list: null }))).toMatchObject({
      received: { value: 12 },
      orders: [],
    })
  })
})
