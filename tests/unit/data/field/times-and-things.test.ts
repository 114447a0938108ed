import { describe, expect, it } from 'vitest'
import { faultOf } from '../shape-fixture'
import { through } from './foreign'

const operation = async (...asked: Parameters<typeof through>) => {
  const answer = await through(...asked)
  return 'operation' in answer ? answer.operation : undefined
}

describe('numbers of things are no doors', () => {
  it('window 3 is window 3', async () => {
    const window = {
      windowNo: '3号窗口',
      queueCode: 'ZH',
      queueName: '综合受理',
      waitNum: '5',
      longestWait: '4',
      status: '0',
      bizName: '社保',
      callTime: null,
      updateTime: '2026-11-18 10:41:20',
    }
    expect(await operation('ruoyi', { total: 1, rows: [window], code: 200, msg: '查询成功' })).toMatchObject({
      waiting: { value: 5 },
      counters: { rows: [{ no: 3 }] },
    })
  })

  it('two halls can be told apart', async () => {
    const hall = (no: number) => ({
      hallCode: `H${no}`,
      hallName: `政务中心${no}号厅`,
      shortName: `${no}号厅`,
      hallType: String(no),
      onlineFlag: '1',
      townCode: '990101001',
      townName: '东湖街道',
      waitNum: 10,
      takeNum: 90,
      doneNum: 80,
      passNum: 0,
      longestWait: 5,
      openNum: 4,
      totalNum: 5,
      statTime: '2026-11-18 10:41:20',
    })
    expect(await operation('layui', { code: 0, msg: '', count: 2, data: [hall(1), hall(2)] })).toMatchObject({
      hall: { name: '政务中心1号厅' },
      halls: [{ name: '政务中心1号厅' }, { name: '政务中心2号厅', short: '2号厅' }],
    })
  })
})

describe('a queue of NGSI-LD', () => {
  const property = (value: unknown, more: object = {}) => ({ type: 'Property', value, ...more })
  const queue = (more: object) => ({
    id: 'urn:ngsi-ld:QueueMonitor:t:1',
    type: 'QueueMonitor',
    officeName: property('测试中心'),
    serviceStatus: property('Open'),
    queueLine: property('综合'),
    lastTicketIssued: property(9),
    ticketServed: property(4),
    ticketsToServe: property(5),
    ...more,
  })
  const observed = { ticketsToServe: property(5, { observedAt: '2026-11-18T02:41:40Z' }) }

  it.each([
    ['observedAt', observed],
    ['dateModified', { dateModified: property({ '@type': 'DateTime', '@value': '2026-11-18T02:41:40Z' }) }],
    ['dateObserved', { dateObserved: { type: 'TemporalProperty', value: '2026-11-18T02:41:40Z' } }],
    ['modifiedAt', { modifiedAt: '2026-11-18T02:41:40.123Z' }],
  ])('says when it was so by %s', async (_, time) => {
    expect(await through('ngsi-ld', [queue(time)])).toMatchObject({
      asOf: '2026-11-18T10:41:40+08:00',
      operation: { waiting: { value: 5 } },
    })
  })

  it('as an object alone is read like a list of it', async () => {
    expect(await operation('ngsi-ld', queue(observed))).toMatchObject({ lines: [{ key: 'q1', waiting: 5 }] })
  })

  it('was observed when it was observed, whenever it was stored', async () => {
    const stored = { ...observed, modifiedAt: '2026-11-18T02:42:00Z' }
    expect(await through('ngsi-ld', [queue(stored)])).toMatchObject({ asOf: '2026-11-18T10:41:40+08:00' })
  })

  it('without any time is a fault that says which are looked for', async () => {
    const fault = await faultOf(through('ngsi-ld', [queue({})]))
    expect(fault.detail).toContain('没有时间：observedAt、dateObserved、dateModified、modifiedAt')
  })

  it('is missing at night: no data, and no fault', async () => {
    expect(await operation('ngsi-ld', [])).toBeNull()
  })
})

describe('today', () => {
  it('is the day of the answer, not of the last change', async () => {
    const order = (minutes: number) => ({
      service_request_id: `2611000000${minutes}`,
      status: 'open',
      service_name: '路灯故障',
      agency_responsible: '区城管局',
      requested_datetime: `2026-11-18T15:${minutes}:00Z`,
      updated_datetime: '2026-11-18T15:59:00Z',
      expected_datetime: '2026-11-22T00:00:00Z',
    })
    const received = async (receivedAt: string) =>
      operation('open311', [order(10), order(20), order(30)], { receivedAt })
    expect(await received('2026-11-18T23:59:30+08:00')).toMatchObject({ received: { value: 3 } })
    expect(await received('2026-11-19T00:00:30+08:00')).toMatchObject({ received: { value: 0 } })
  })
})

it('a catalogue of a thousand data sets is within what its recipe reads', async () => {
  const notes = '说明'.repeat(300)
  const results = Array.from({ length: 1000 }, (_, i) => ({
    id: `id-${i}`,
    title: '公交站点',
    organization: null,
    notes,
    resources: [notes.slice(0, 120)],
    metadata_modified: '2026-11-17T22:05:11.123456',
    num_resources: i % 10 === 0 ? 0 : 1,
  }))
  expect(await operation('ckan', { success: true, result: { count: 1000, results } })).toMatchObject({
    catalogue: { entries: { value: 1000 }, unmounted: { value: 100 }, rate: { value: 90 } },
  })
})
