import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LinkState } from '../../../src/data/push/link'
import { mqttOpener, type MqttOptions } from '../../../src/data/push/mqtt'
import { manualTimers, type ManualTimers } from './manual-timers'
import { startBroker, type Broker } from './mqtt-broker'

let broker: Broker
let timers: ManualTimers
let states: LinkState[]
let hints: [string, string | undefined][]
let gaps: number
let close: () => void

/** Waits for what the sockets bring. */
const until = (check: () => boolean) =>
  vi.waitFor(() => expect(check()).toBe(true), { timeout: 20_000, interval: 5 })

function open(topics: string[], options: Partial<MqttOptions> = {}): void {
  close = mqttOpener({ timers, page: () => `${broker.url}/wall/?scene=data`, ...options })(
    { url: 'mqtt', topics, seed: 'wall' },
    {
      onState: (state) => states.push(state),
      onHint: (topic, asOf) => hints.push([topic, asOf]),
      onGap: () => (gaps += 1),
      onHeartbeat: () => {},
      onMalformed: () => {},
    },
  )
}

const isUp = () => states.at(-1) === 'up'

beforeEach(() => {
  timers = manualTimers()
  states = []
  hints = []
  gaps = 0
})
afterEach(async () => {
  close()
  await broker.stop()
})

describe('a broker that answers', () => {
  beforeEach(async () => {
    broker = await startBroker()
  })

  it('is found under the path of the page and asked for all topics at once', async () => {
    open(['city/baiyun/hotline', 'city/baiyun/video'])
    await until(isUp)
    expect(broker.dialled).toEqual(['/wall/mqtt'])
    expect(broker.asked).toEqual([['city/baiyun/hotline', 'city/baiyun/video']])
  })

  it.each([
    ['{"asOf":"2026-05-12T09:00:00+08:00","rows":[1]}', '2026-05-12T09:00:00+08:00'],
    ['{"asOf":7}', undefined],
    ['{}', undefined],
    ['updated', undefined],
    ['', undefined],
    [`{"asOf":"2026-05-12T09:00:00+08:00","rows":"${'x'.repeat(100_000)}"}`, undefined],
  ])('hints by every message, whatever it holds (%.30s)', async (payload, asOf) => {
    open(['hotline'])
    await until(isUp)
    broker.publish('hotline', payload)
    await until(() => hints.length === 1)
    expect(hints).toEqual([['hotline', asOf]])
  })

  it('hints by the topic that was asked for, wildcards included', async () => {
    open(['city/+/hotline', 'city/baiyun/#', 'video'])
    await until(isUp)
    for (const topic of [
      'city/baiyun/hotline',
      'city/huaibei/hotline',
      'city/baiyun',
      'city/baiyun/hotline/more',
      'a/video',
      'video',
    ])
      broker.publish(topic, '')
    await until(() => hints.some(([topic]) => topic === 'video'))
    expect(hints.map(([topic]) => topic)).toEqual([
      'city/+/hotline',
      'city/baiyun/#',
      'city/+/hotline',
      'city/baiyun/#',
      'city/baiyun/#',
      'video',
    ])
  })

  it('does not hint by what it had kept from before', async () => {
    open(['hotline'])
    await until(isUp)
    broker.publish('hotline', '', true)
    broker.publish('hotline', '{"asOf":"2026-05-12T09:00:00+08:00"}')
    await until(() => hints.length > 0)
    expect(hints).toEqual([['hotline', '2026-05-12T09:00:00+08:00']])
  })

  it('is dialled again after a restart, and then everything may have changed', async () => {
    open(['hotline'])
    await until(isUp)
    expect(gaps).toBe(0)
    broker.drop()
    await until(() => states.at(-1) === 'down')
    expect(broker.dialled).toHaveLength(1)
    await timers.pass(1000)
    await until(isUp)
    expect([broker.dialled.length, broker.asked.length, gaps]).toEqual([2, 2, 1])
  })

  it('is given up when it falls silent, and dialled again', async () => {
    open(['hotline'])
    await until(isUp)
    await timers.pass(37_500)
    expect(states).toEqual(['up', 'down'])
    await timers.pass(1000)
    await until(isUp)
    expect(broker.dialled).toHaveLength(2)
  })

  it('is left alone once closed', async () => {
    open(['hotline'])
    await until(isUp)
    close()
    await timers.pass(120_000)
    expect([broker.dialled.length, states, timers.pending()]).toEqual([1, ['up'], 0])
  })

  it('is never dialled when the link is closed while the library loads', async () => {
    let finish = () => {}
    const loading = new Promise<void>((resolve) => {
      finish = resolve
    })
    const load = vi.fn<() => never>()
    open(['hotline'], {
      load: async () => {
        await loading
        return load
      },
    })
    close()
    finish()
    await timers.pass(1000)
    expect(load).not.toHaveBeenCalled()
  })
})

it('a broker that refuses the subscription is not up, and is asked again', async () => {
  broker = await startBroker({ refuse: true })
  open(['secret'])
  await until(() => states.at(-1) === 'down')
  await timers.pass(1000)
  await until(() => broker.asked.length === 2)
  expect(states).toEqual(['down'])
})

it('a library that cannot be loaded, or that throws, is tried again', async () => {
  broker = await startBroker()
  let tries = 0
  open(['hotline'], {
    load: async () => {
      tries += 1
      if (tries === 1) throw new Error('chunk failed')
      const { connect } = (await import('mqtt')).default
      return tries === 2 ? () => connect('no address') : connect
    },
  })
  await timers.pass(5000)
  await until(isUp)
  expect([tries, broker.dialled.length]).toEqual([3, 1])
})
