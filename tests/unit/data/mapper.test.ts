import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { evaluate } from '../../../src/data/mapping/expression'
import { createMapper, type Mapper } from '../../../src/data/mapping/mapper'
import { shape } from '../../../src/data/shape/shape'
import { bundleWorker, startThread, type ThreadWorker } from './mapping-thread'
import { GOLDEN } from './shape-answers'
import { faultOf, jobOf } from './shape-fixture'

let code = ''
beforeAll(async () => {
  code = await bundleWorker()
})

const mappers: Mapper[] = []
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  for (const mapper of mappers.splice(0)) mapper.stop()
})

/** A mapper over real threads, of which it keeps a list. */
function bench(source = code) {
  const threads: ThreadWorker[] = []
  const mapper = createMapper({
    startWorker: () => {
      const thread = startThread(source)
      threads.push(thread)
      return thread
    },
  })
  mappers.push(mapper)
  return { mapper, threads }
}

const map = '{ "asOf": $receivedAt, "operation": { "n": n } }'
const operationOf = async (mapper: Mapper, n: number) =>
  ((await mapper.shape(jobOf({ n }, { map }))).document as { operation: unknown }).operation

/** One native call, which no guard of JSONata can interrupt: minutes of comparing. */
const HANG = '$distinct([1..200000])'

describe('an answer with a mapping', () => {
  it('is shaped in the worker as it would be here', async () => {
    const { mapper, threads } = bench()
    for (const { answer, rules } of GOLDEN)
      expect(await mapper.shape(jobOf(answer, rules))).toEqual(await shape(jobOf(answer, rules), evaluate))
    expect(threads).toHaveLength(1)
  })

  it('is neither parsed nor kept on this side', async () => {
    const { mapper } = bench()
    const rows = Array.from({ length: 10_000 }, (_, i) => ({ id: i, bt: `工单 ${i}` }))
    const job = jobOf(
      { rows },
      {
        map: '{ "asOf": $receivedAt, "operation": { "n": $count(rows), "top": rows[[0..9]].{ "id": id }[] } }',
      },
    )
    const parse = vi.spyOn(JSON, 'parse')
    const decode = vi.spyOn(TextDecoder.prototype, 'decode')
    const { document } = await mapper.shape(job)
    // The test runner may parse messages of its own meanwhile.
    expect(parse.mock.calls.filter(([text]) => text.includes('工单 9999'))).toEqual([])
    expect(decode.mock.calls.filter(([bytes]) => bytes === job.bytes)).toEqual([])
    expect(document).toMatchObject({
      operation: { n: 10_000, top: Array.from({ length: 10 }, (_, id) => ({ id })) },
    })
    // Handed over, not copied.
    expect(job.bytes.byteLength).toBe(0)
  })

  it('leaves alone what shares a buffer with it', async () => {
    const { mapper } = bench()
    const whole = new Uint8Array([...jobOf({ n: 5 }).bytes, 1, 2, 3])
    const { document } = await mapper.shape({
      ...jobOf({}, { map }),
      bytes: whole.subarray(0, whole.length - 3),
    })
    expect(document).toMatchObject({ operation: { n: 5 } })
    expect([...whole.subarray(-3)]).toEqual([1, 2, 3])
  })

  it('that fails comes back as the fault it was, field and excerpt included', async () => {
    const { mapper } = bench()
    const envelope = { code: 'code', ok: [0], auth: [401], message: 'msg' }
    const jobs = [
      jobOf({ n: 'x' }, { map: '{ "operation": { "n": $num(n) } }' }, { sample: true }),
      jobOf({ code: 500, msg: '系统异常' }, { map, envelope }),
      jobOf({ code: 401 }, { map, envelope }),
      jobOf('{"n":', { map }),
    ]
    const here = await Promise.all(jobs.map((job) => faultOf(shape(job, evaluate))))
    const there = await Promise.all(jobs.map((job) => faultOf(mapper.shape(job))))
    const parts = ({ kind, message, field, sample }: (typeof here)[number]) => ({
      kind,
      message,
      field,
      sample,
    })
    expect(there.map(parts)).toEqual(here.map(parts))
    expect(there[0]).toMatchObject({ kind: 'map', field: 'operation.n', sample: { raw: { n: 'x' } } })
  })

  it('many at once are all answered, each with its own', async () => {
    const { mapper } = bench()
    const numbers = Array.from({ length: 20 }, (_, i) => i)
    expect(await Promise.all(numbers.map((n) => operationOf(mapper, n)))).toEqual(numbers.map((n) => ({ n })))
  })
})

describe('an answer without a mapping', () => {
  it('is shaped at once, and no worker is started for it', async () => {
    const { mapper, threads } = bench()
    expect(await mapper.shape(jobOf({ asOf: '2026-11-22 09:13:00' }))).toEqual({
      document: { asOf: '2026-11-22T09:13:00+08:00' },
    })
    expect(threads).toHaveLength(0)
  })
})

describe('a worker that hangs', () => {
  // Only this side's clock is moved by hand: the thread is real, and is really busy.
  const byHand = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })

  it('is ended at the deadline; its job fails by name and the others are done by a successor', async () => {
    byHand()
    const { mapper, threads } = bench()
    const hanging = faultOf(mapper.shape(jobOf({}, { map: HANG })))
    const others = Promise.all([1, 2, 3].map((n) => operationOf(mapper, n)))
    vi.advanceTimersByTime(12_000)
    const { kind, message } = await hanging
    expect([kind, message]).toEqual(['map', '字段映射出错：映射线程 12 秒没有回答，已重启'])
    expect(await others).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
    expect(threads).toHaveLength(2)
    await threads[0]?.ended
  })

  it('is not one that answers in time, however many follow', async () => {
    byHand()
    const { mapper, threads } = bench()
    for (const n of [1, 2, 3]) {
      expect(await operationOf(mapper, n)).toEqual({ n })
      vi.advanceTimersByTime(11_999)
    }
    expect(threads).toHaveLength(1)
  })
})

describe('a worker that dies', () => {
  const DYING = `self.addEventListener('message', (event) => {
    if (event.data.scope.city === 'heyuan') setTimeout(() => { throw new Error('out of memory') })
    else self.postMessage({ shaped: { document: event.data.scope.city } })
  })`

  it('takes only the job it was at with it', async () => {
    const { mapper, threads } = bench(DYING)
    const job = (city: string) => {
      const plain = jobOf({}, { map })
      return mapper.shape({ ...plain, scope: { ...plain.scope, city } })
    }
    const [first, dead, next] = await Promise.all([job('a'), faultOf(job('heyuan')), job('b')])
    expect(dead.message).toBe('字段映射出错：映射线程出错：out of memory')
    expect([first.document, next.document]).toEqual(['a', 'b'])
    expect(threads).toHaveLength(2)
  })

  it('or cannot even start is a fault of each job, not of the wall', async () => {
    const mapper = createMapper({
      startWorker: () => {
        throw new Error('refused by policy')
      },
    })
    for (const n of [1, 2])
      expect((await faultOf(operationOf(mapper, n))).message).toBe(
        '字段映射出错：映射线程无法启动：refused by policy',
      )
  })
})

describe('stopping', () => {
  it('ends the worker and what waits for it, and nothing starts again', async () => {
    const { mapper, threads } = bench()
    await operationOf(mapper, 1)
    const left = [mapper.shape(jobOf({}, { map: HANG })), operationOf(mapper, 2)].map(faultOf)
    mapper.stop()
    const faults = [...(await Promise.all(left)), await faultOf(operationOf(mapper, 3))]
    expect(faults.map(({ message }) => message)).toEqual(Array(3).fill('字段映射出错：映射已停止'))
    await threads[0]?.ended
    expect(threads).toHaveLength(1)
  })
})
