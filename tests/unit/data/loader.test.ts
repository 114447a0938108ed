import { describe, expect, it } from 'vitest'
import { DataFault } from '../../../src/data/data-fault'
import { sourceConfig } from '../../../src/config/source'
import { bench, doc, NOW, reply, REQUEST, sourceOf, stamp } from './loader-fixture'

async function faultOf(promise: Promise<unknown>): Promise<DataFault> {
  const outcome = await promise.catch((error: unknown) => error)
  if (!(outcome instanceof DataFault)) throw new Error('no fault')
  return outcome
}

describe('reading', () => {
  it('fills in the address; a demo asks for the whole city, a live source for the region', async () => {
    const demo = bench(() => reply(doc()), [{ id: 'a' }])
    await demo.load('a', { ...REQUEST, region: '440111001' })
    expect(demo.asked).toEqual(['api/baiyun/a?region='])
    const live = bench(() => reply(doc()), [{ id: 'a' }], { mode: 'live' })
    await live.load('a', { ...REQUEST, region: '440111001' })
    await live.load('a', REQUEST)
    expect(live.asked).toEqual(['api/baiyun/a?region=440111001', 'api/baiyun/a?region=440111'])
  })

  it('cannot be led to another path by a city or region', async () => {
    const live = bench(() => reply(doc()), [{ id: 'a' }], { mode: 'live' })
    await live.load('a', { ...REQUEST, city: '../x', region: '1&admin=1' })
    expect(live.asked).toEqual(['api/..%2Fx/a?region=1%26admin%3D1'])
  })

  it('says which source is not configured', async () => {
    const { load } = bench(() => reply(doc()), [{ id: 'a' }])
    const { kind, message } = await faultOf(load('b', REQUEST))
    expect([kind, message]).toEqual(['not-connected', '未接入：未配置数据源 sources.b'])
  })

  it('names the first field that breaks the contract', async () => {
    const { load } = bench(() => reply(doc({ city: '白云' })), [{ id: 'a' }])
    const { kind, field } = await faultOf(load('a', REQUEST))
    expect([kind, field]).toEqual(['contract', 'city'])
  })

  it('masks before the contract, and so before anything is kept', async () => {
    const source = { name: '王先生13812345678', owner: '区数据局', cadenceSeconds: 60, simulated: false }
    const { load } = bench(() => reply(doc({ source })), [{ id: 'a' }])
    expect((await load('a', REQUEST)).source.name).toBe('王先生138****5678')
  })
})

describe('no work twice', () => {
  it('the same ETag is not parsed again', async () => {
    const { load, asked, parsed, wait } = bench(() => reply(doc(), '"v1"'), [{ id: 'a' }])
    const first = await load('a', REQUEST)
    wait(5000)
    expect(await load('a', REQUEST)).toBe(first)
    expect([asked.length, parsed.length]).toEqual([2, 1])
  })

  it('a new ETag, or none, is', async () => {
    let version = 0
    const changing = bench(() => reply(doc(), `"v${version++}"`), [{ id: 'a' }])
    const silent = bench(() => reply(doc()), [{ id: 'a' }])
    for (const { load, parsed, wait } of [changing, silent]) {
      await load('a', REQUEST)
      wait(5000)
      await load('a', REQUEST)
      expect(parsed).toHaveLength(2)
    }
  })

  it('a refused document is refused again, though its ETag is the same', async () => {
    const { load, wait } = bench(() => reply(doc({ city: '白云' }), '"v1"'), [{ id: 'a' }])
    await faultOf(load('a', REQUEST))
    wait(5000)
    expect((await faultOf(load('a', REQUEST))).field).toBe('city')
  })

  it('two that ask at once share one request', async () => {
    const { load, asked } = bench(() => reply(doc()), [{ id: 'a' }])
    const [one, two] = await Promise.all([load('a', REQUEST), load('a', REQUEST)])
    expect(one).toBe(two)
    expect(asked).toHaveLength(1)
  })

  it('a failed request is over: the next one asks again', async () => {
    let up = false
    const { load, asked } = bench(
      () => (up ? reply(doc()) : new Response('', { status: 500 })),
      [{ id: 'a' }],
    )
    expect((await faultOf(load('a', REQUEST))).kind).toBe('http')
    up = true
    expect((await load('a', REQUEST)).city).toBe('baiyun')
    expect(asked).toHaveLength(2)
  })

  it('one tick simulates a dataset once, and the next tick again', async () => {
    const { load } = bench(() => reply(doc()), [{ id: 'a', simulate: stamp }])
    const first = await load('a', REQUEST)
    expect(await load('a', { ...REQUEST, now: NOW + 900 })).toBe(first)
    expect((await load('a', { ...REQUEST, now: NOW + 5000 })).asOf).not.toBe(first.asOf)
  })
})

/** A loader whose answers the test gives by hand, in any order. */
function byHand() {
  const waiting: ((asOf: string) => void)[] = []
  const answer = () =>
    new Promise<Response>((resolve) => waiting.push((asOf) => resolve(reply(doc({ asOf })))))
  return { ...bench(answer, [{ id: 'a' }], { mode: 'live' }), waiting }
}

const OLD = '2026-11-18T10:40:00+08:00'
const NEW = '2026-11-18T10:41:00+08:00'

describe('what came later', () => {
  it('a source that said it changed is asked again, whatever is held or on its way', async () => {
    const { load, asked, waiting } = byHand()
    const poll = load('a', REQUEST)
    const hinted = load('a', { ...REQUEST, fresh: true })
    expect(asked).toHaveLength(2)
    waiting[1]?.(NEW)
    expect((await hinted).asOf).toBe(NEW)
    waiting[0]?.(OLD)
    expect((await poll).asOf, 'the poll that was on its way is older').toBe(NEW)
  })

  it('a second cache with an older copy does not set the wall back', async () => {
    const { load, wait, waiting } = byHand()
    const first = load('a', REQUEST)
    waiting[0]?.(NEW)
    await first
    wait(5000)
    const second = load('a', REQUEST)
    waiting[1]?.(OLD)
    expect((await second).asOf).toBe(NEW)
  })

  it('a source that has really gone back is believed after a minute', async () => {
    const { load, wait, waiting } = byHand()
    const first = load('a', REQUEST)
    waiting[0]?.(NEW)
    await first
    wait(60_000)
    const second = load('a', REQUEST)
    waiting[1]?.(OLD)
    expect((await second).asOf).toBe(OLD)
  })

  it('while a stream tells of changes, what was read earlier serves those who derive from it', async () => {
    const { load, asked, wait } = bench(() => reply(doc()), [{ id: 'a' }], {
      mode: 'live',
      quiet: () => true,
    })
    await load('a', REQUEST)
    wait(29_000)
    await load('a', REQUEST)
    expect(asked).toHaveLength(1)
    wait(1000)
    await load('a', REQUEST)
    expect(asked, 'a poll of its own goes out all the same').toHaveLength(2)
  })
})

describe('the demo', () => {
  it('is asked for moments in steps of the poll period, so that all datasets agree', async () => {
    const { load } = bench(() => reply(doc()), [{ id: 'a', simulate: stamp }])
    expect((await load('a', REQUEST)).asOf).toBe('2026-11-18T02:42:00.000Z')
  })

  it('hands the region to the simulation', async () => {
    const { load } = bench(() => reply(doc()), [{ id: 'a', simulate: stamp }])
    expect((await load('a', { ...REQUEST, region: '440111001' })).region).toBe('440111001')
  })

  it('hands on the thresholds in force', async () => {
    const seen: unknown[] = []
    const { load } = bench(
      () => reply(doc()),
      [
        {
          id: 'a',
          simulate(document, { limits }) {
            seen.push(limits)
            return document
          },
        },
      ],
      { limits: { hotline_open: 7 } },
    )
    await load('a', REQUEST)
    expect(seen).toEqual([{ hotline_open: 7 }])
  })
})

describe('live', () => {
  const mode = 'live' as const

  it('never simulates, whatever the document brings', async () => {
    const { load } = bench(() => reply(doc()), [{ id: 'a', simulate: stamp }], { mode })
    expect(await load('a', { ...REQUEST, region: '440111001' })).toEqual(doc())
  })

  it('never simulates when the source fails either', async () => {
    const down = () => new Response('', { status: 503 })
    const { load } = bench(down, [{ id: 'a', simulate: stamp }], { mode })
    expect((await faultOf(load('a', REQUEST))).kind).toBe('http')
  })

  it('asks for a document that has a source of its own instead of deriving it', async () => {
    const { load, asked } = bench(
      () => reply(doc()),
      [{ id: 'sum', derivedFrom: ['a'], simulate: stamp }, { id: 'a' }],
      { mode },
    )
    await load('sum', REQUEST)
    expect(asked).toEqual(['api/baiyun/sum?region=440111'])
  })

  it('derives it from the others where the configuration says so, and asks for nothing else', async () => {
    const { load, asked } = bench(
      () => reply(doc()),
      [
        {
          id: 'sum',
          derivedFrom: ['a'],
          derive: (envelope, _, inputs) => ({ ...doc(), ...envelope, asOf: inputs.get('a')?.asOf }),
        },
        { id: 'a' },
      ],
      {
        mode,
        sources: { sum: sourceConfig.parse({ derive: { everyMs: 5000 } }), a: sourceOf('api/a/{region}') },
      },
    )
    const document = await load('sum', { ...REQUEST, region: '440111001' })
    expect(asked).toEqual(['api/a/440111001'])
    expect(document).toMatchObject({
      region: '440111001',
      source: { name: '各专题汇总', owner: '本系统', simulated: false },
    })
  })

  it('a dataset that cannot be derived is not connected, by name', async () => {
    const { load } = bench(() => reply(doc()), [{ id: 'a' }], {
      mode,
      sources: { a: sourceConfig.parse({ derive: { everyMs: 5000 } }) },
    })
    expect((await faultOf(load('a', REQUEST))).kind).toBe('not-connected')
  })

  it('an address without the town gives the whole city’s data, and the document says so', async () => {
    const about = { name: '工单库', owner: '区政数局', cadenceSeconds: 60 }
    const source = {
      ...sourceOf('api/all'),
      about,
      envelope: { code: 'code', ok: [0], auth: [], data: 'data' },
    }
    const { load } = bench(() => reply({ code: 0, data: null }), [{ id: 'a' }], {
      mode,
      sources: { a: source },
    })
    const document = await load('a', { ...REQUEST, now: Date.now(), region: '440111001' })
    expect(document.region).toBe('440111')
  })

  it('refuses data from the future, but not from a clock a little fast', async () => {
    const at = (ms: number) => doc({ asOf: new Date(NOW + ms).toISOString() })
    const fast = bench(() => reply(at(5 * 60_000)), [{ id: 'a' }], { mode })
    expect((await fast.load('a', REQUEST)).asOf).toBe(at(5 * 60_000).asOf)
    const wrong = bench(() => reply(at(5 * 60_000 + 1)), [{ id: 'a' }], { mode })
    const { kind, field } = await faultOf(wrong.load('a', REQUEST))
    expect([kind, field]).toEqual(['contract', 'asOf'])
  })
})
