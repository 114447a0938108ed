import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { speakChinese } from '../../../src/contract/locale'
import type { AnswerReader } from '../../../src/contract/reader'
import { evaluate } from '../../../src/data/mapping/expression'
import { createShelf } from '../../../src/data/store/shelf'
import { judge } from '../../../src/data/read-job'
import { createReaderThread, type ReaderThread } from '../../../src/data/reader-thread'
import { DataFault } from '../../../src/data/data-fault'
import type { ShapeJob } from '../../../src/data/shape/shape'
import { sample } from '../contract/sample'
import { bundleWorker, startThread, type ThreadWorker } from './worker-thread'
import { GOLDEN } from './shape-answers'
import { faultOf, jobOf, SCOPE } from './shape-fixture'

const shelf = createShelf(async () => undefined)
const none = async () => shelf

const contracts = import.meta.glob<{ readonly readers: readonly AnswerReader[] }>(
  '../../../src/domains/*/contract.ts',
  { eager: true },
)
const readers = new Map(
  Object.values(contracts)
    .flatMap((contract) => contract.readers)
    .map((reader) => [reader.id, reader]),
)

let code = ''
beforeAll(async () => {
  speakChinese()
  code = await bundleWorker('src/app/data.worker.ts')
})

const started: ReaderThread[] = []
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  for (const reader of started.splice(0)) reader.stop()
})

/** A reader over real threads, of which it keeps a list. */
function bench(source = code) {
  const threads: ThreadWorker[] = []
  const reader = createReaderThread({
    startWorker: () => {
      const thread = startThread(source)
      threads.push(thread)
      return thread
    },
  })
  started.push(reader)
  return { reader, threads }
}

const EXCEPTIONS = { ...SCOPE, resource: 'exceptions', contract: 'exceptions/1' }
const job = (answer: unknown, rules = {}, more: Partial<ShapeJob> = {}) =>
  jobOf(answer, rules, { scope: EXCEPTIONS, ...more })

/** A mapping whose document names what it was given. */
const map = '{ "asOf": $receivedAt, "operation": { "unseen": ["n" & n] } }'
const namedIn = async (reader: ReaderThread, n: number) => operationIn(await reader.read(job({ n }, { map })))
const operationIn = ({ answer }: Awaited<ReturnType<typeof judge>>): unknown =>
  'operation' in answer ? answer.operation : undefined

/** One native call, which no guard of JSONata can interrupt: minutes of comparing. */
const HANG = '$distinct([1..200000])'

/** What a read comes to, as plain values. */
async function outcome(read: Promise<unknown>): Promise<unknown> {
  try {
    return await read
  } catch (error) {
    if (!(error instanceof DataFault)) throw error
    const { kind, message, field, sample: seen } = error
    return { kind, message, field, sample: seen }
  }
}

it('what the same thread says of a configuration file settles no read', async () => {
  const { reader, threads } = bench()
  const reads = Array.from({ length: 20 }, (_, n) => namedIn(reader, n))
  for (let no = 1; no <= 200; no++) threads[0]?.postMessage({ no, kind: 'metrics', body: {} })
  expect(await Promise.all(reads)).toEqual(Array.from({ length: 20 }, (_, n) => ({ unseen: [`n${n}`] })))
})

describe('an answer', () => {
  it('is read in the worker as it would be here: mapped, judged, and shown', async () => {
    const { reader, threads } = bench()
    for (const { answer, rules } of GOLDEN)
      expect(await outcome(reader.read(jobOf(answer, rules, { sample: true })))).toEqual(
        await outcome(judge(jobOf(answer, rules, { sample: true }), readers, evaluate, none)),
      )
    expect(threads).toHaveLength(1)
  })

  it('without a mapping goes the same way, masked, normalised and judged', async () => {
    const { reader } = bench()
    const sent = sample({
      asOf: '2026-11-22 09:13:00',
      source: { ...sample().source, name: '电话13812345678' },
    })
    const { answer } = await reader.read(job(sent))
    expect(answer).toEqual({
      ...sent,
      asOf: '2026-11-22T09:13:00+08:00',
      source: { ...sent.source, name: '电话138****5678' },
    })
  })

  it('of rows comes by the row, the bad ones named', async () => {
    const { reader } = bench()
    const scope = {
      ...SCOPE,
      resource: 'hotline.orders',
      kind: 'list' as const,
      contract: 'hotline.orders/1',
    }
    const { answer } = await reader.read(
      jobOf({ contract: 'hotline.orders/1', asOf: SCOPE.receivedAt, rows: [{ orderNo: 7 }] }, {}, { scope }),
    )
    expect(answer).toMatchObject({ rows: [], leftOut: [{ at: 0 }] })
  })

  it('nobody has a contract for is not connected, by name', async () => {
    const { reader } = bench()
    const scope = { ...SCOPE, resource: 'weather' }
    const { kind, message } = await faultOf(reader.read(jobOf({}, {}, { scope })))
    expect([kind, message]).toEqual(['not-connected', '未接入：程序中没有 weather 的契约'])
  })

  it('is neither parsed nor kept on this side', async () => {
    const { reader } = bench()
    const rows = Array.from({ length: 10_000 }, (_, i) => ({ id: i, bt: `工单 ${i}` }))
    const big = job(
      { rows },
      { map: '{ "asOf": $receivedAt, "operation": { "unseen": ["n" & $count(rows)] } }' },
    )
    const parse = vi.spyOn(JSON, 'parse')
    const decode = vi.spyOn(TextDecoder.prototype, 'decode')
    const judged = await reader.read(big)
    // The test runner may parse messages of its own meanwhile.
    expect(parse.mock.calls.filter(([text]) => text.includes('工单 9999'))).toEqual([])
    expect(decode.mock.calls.filter(([bytes]) => bytes === big.bytes)).toEqual([])
    expect(operationIn(judged)).toEqual({ unseen: ['n10000'] })
    // Handed over, not copied.
    expect(big.bytes.byteLength).toBe(0)
  })

  it('leaves alone what shares a buffer with it', async () => {
    const { reader } = bench()
    const whole = new Uint8Array([...job({ n: 5 }).bytes, 1, 2, 3])
    const judged = await reader.read({ ...job({}, { map }), bytes: whole.subarray(0, whole.length - 3) })
    expect(operationIn(judged)).toEqual({ unseen: ['n5'] })
    expect([...whole.subarray(-3)]).toEqual([1, 2, 3])
  })

  it('that fails comes back as the fault it was, field and excerpt included', async () => {
    const { reader } = bench()
    const envelope = { code: 'code', ok: [0], auth: [401], message: 'msg' }
    const jobs = () => [
      job({ n: 'x' }, { map: '{ "operation": { "n": $num(n) } }' }, { sample: true }),
      job({ code: 500, msg: '系统异常' }, { map, envelope }),
      job({ code: 401 }, { map, envelope }),
      job('{"n":', { map }),
      job(sample({ city: '白云' }), {}, { sample: true }),
    ]
    const here = await Promise.all(jobs().map((each) => outcome(judge(each, readers, evaluate, none))))
    const there = await Promise.all(jobs().map((each) => outcome(reader.read(each))))
    expect(there).toEqual(here)
    expect(there).toMatchObject([
      { kind: 'map', field: 'operation.n', sample: { raw: { n: 'x' } } },
      { kind: 'http' },
      { kind: 'auth' },
      { kind: 'json' },
      { kind: 'contract', field: 'city', sample: { mapped: { city: '白云' } } },
    ])
  })

  it('many at once are all answered, each with its own', async () => {
    const { reader } = bench()
    const numbers = Array.from({ length: 20 }, (_, i) => i)
    expect(await Promise.all(numbers.map((n) => namedIn(reader, n)))).toEqual(
      numbers.map((n) => ({ unseen: [`n${n}`] })),
    )
  })
})

it('warming starts the one worker that then reads, before there is anything to read', async () => {
  const { reader, threads } = bench()
  reader.warm()
  reader.warm()
  expect(threads).toHaveLength(1)
  expect(await namedIn(reader, 1)).toEqual({ unseen: ['n1'] })
  expect(threads).toHaveLength(1)
})

describe('a worker that hangs', () => {
  // Only this side's clock is moved by hand: the thread is real, and is really busy.
  const byHand = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })

  it('is ended at the deadline; its job fails by name and the others are done by a successor', async () => {
    byHand()
    const { reader, threads } = bench()
    const hanging = faultOf(reader.read(job({}, { map: HANG })))
    const others = Promise.all([1, 2, 3].map((n) => namedIn(reader, n)))
    vi.advanceTimersByTime(12_000)
    const { kind, message } = await hanging
    expect([kind, message]).toEqual(['map', '字段映射出错：数据线程 12 秒没有回答，已重启'])
    expect(await others).toEqual([1, 2, 3].map((n) => ({ unseen: [`n${n}`] })))
    expect(threads).toHaveLength(2)
    await threads[0]?.ended
  })

  it('is not one that answers in time, however many follow', async () => {
    byHand()
    const { reader, threads } = bench()
    for (const n of [1, 2, 3]) {
      expect(await namedIn(reader, n)).toEqual({ unseen: [`n${n}`] })
      vi.advanceTimersByTime(11_999)
    }
    expect(threads).toHaveLength(1)
  })
})

describe('a worker that dies', () => {
  const DYING = `self.addEventListener('message', (event) => {
    if (event.data.scope.city === 'heyuan') setTimeout(() => { throw new Error('out of memory') })
    else self.postMessage({ judged: { answer: { contract: event.data.scope.city } } })
  })`

  it('takes only the job it was at with it', async () => {
    const { reader, threads } = bench(DYING)
    const of = (city: string) => reader.read(job({}, { map }, { scope: { ...EXCEPTIONS, city } }))
    const [first, dead, next] = await Promise.all([of('a'), faultOf(of('heyuan')), of('b')])
    expect(dead.message).toBe('字段映射出错：数据线程出错：out of memory')
    expect([first, next].map(({ answer }) => answer.contract)).toEqual(['a', 'b'])
    expect(threads).toHaveLength(2)
  })

  it('or cannot even start is a fault of each job, not of the wall', async () => {
    const reader = createReaderThread({
      startWorker: () => {
        throw new Error('refused by policy')
      },
    })
    for (const n of [1, 2])
      expect((await faultOf(namedIn(reader, n))).message).toBe(
        '字段映射出错：数据线程无法启动：refused by policy',
      )
  })
})

describe('stopping', () => {
  it('ends the worker and what waits for it, and nothing starts again', async () => {
    const { reader, threads } = bench()
    await namedIn(reader, 1)
    const left = [reader.read(job({}, { map: HANG })), namedIn(reader, 2)].map(faultOf)
    reader.stop()
    reader.warm()
    const faults = [...(await Promise.all(left)), await faultOf(namedIn(reader, 3))]
    expect(faults.map(({ message }) => message)).toEqual(Array(3).fill('字段映射出错：读取已停止'))
    await threads[0]?.ended
    expect(threads).toHaveLength(1)
  })
})
