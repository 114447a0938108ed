import { DataFault } from '../data-fault'
import { readReply, type MappingReply } from './mapping-protocol'
import { shape, type Evaluate, type Shaped, type ShapeJob } from '../shape/shape'

export interface Mapper {
  /** Shapes an answer; its bytes are handed over and empty afterwards. @throws DataFault json | auth | http | map */
  shape(job: ShapeJob): Promise<Shaped>
  stop(): void
}

/** The part of a Worker the mapper needs. */
export interface MappingWorker {
  postMessage(job: ShapeJob, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<MappingReply>) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void
  terminate(): void
}

export interface MapperOptions {
  readonly startWorker: () => MappingWorker
  /** A worker that has not answered by then is ended; the guards inside it should have acted long before. */
  readonly deadlineMs?: number
}

interface Waiting {
  readonly job: ShapeJob
  readonly resolve: (shaped: Shaped) => void
  readonly reject: (fault: DataFault) => void
}

const noEvaluate: Evaluate = () => Promise.reject(new DataFault('map', '此处不执行映射'))

/**
 * Shapes answers beside the picture. Answers with a mapping go to one worker, started when the first one comes; native
 * documents are small and are shaped where they are, without JSONata. The worker is given one job at a time, so when it hangs
 * or dies the job to blame is known, and the bytes of all others are still here for its successor.
 */
export function createMapper({ startWorker, deadlineMs = 12_000 }: MapperOptions): Mapper {
  const queue: Waiting[] = []
  let worker: MappingWorker | undefined
  let current: Waiting | undefined
  let deadline: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  function end(settle: (waiting: Waiting) => void): void {
    const ended = current
    clearTimeout(deadline)
    current = undefined
    if (ended) settle(ended)
    next()
  }

  function fail(detail: string): void {
    worker?.terminate()
    worker = undefined
    end(({ reject }) => reject(new DataFault('map', detail)))
  }

  function start(): MappingWorker {
    const started = startWorker()
    // A message of a worker already given up may still arrive; it must not settle another job.
    const inUse = () => worker === started
    listen(started, {
      onReply: (reply) => inUse() && end((waiting) => settle(waiting, reply)),
      onDeath: (detail) => inUse() && fail(detail),
    })
    return started
  }

  function next(): void {
    if (current || stopped) return
    current = queue.shift()
    if (!current) return
    deadline = setTimeout(() => fail(`映射线程 ${deadlineMs / 1000} 秒没有回答，已重启`), deadlineMs)
    try {
      worker ??= start()
      const { job } = current
      worker.postMessage(job, [job.bytes.buffer])
    } catch (error) {
      fail(`映射线程无法启动：${error instanceof Error ? error.message : String(error)}`)
    }
  }

  return {
    async shape(job) {
      if (job.rules.map === undefined) return shape(job, noEvaluate)
      if (stopped) throw new DataFault('map', '映射已停止')
      return new Promise((resolve, reject) => {
        queue.push({ job: portable(job), resolve, reject })
        next()
      })
    },
    stop() {
      stopped = true
      const left = queue.splice(0)
      fail('映射已停止')
      for (const { reject } of left) reject(new DataFault('map', '映射已停止'))
    },
  }
}

interface Ears {
  readonly onReply: (reply: MappingReply) => void
  readonly onDeath: (detail: string) => void
}

function listen(worker: MappingWorker, { onReply, onDeath }: Ears): void {
  worker.addEventListener('message', ({ data }) => onReply(data))
  worker.addEventListener('messageerror', () => onDeath('映射线程的回答无法读取'))
  worker.addEventListener('error', (event) => {
    // Told on the panel; not for the console.
    event.preventDefault()
    const said = 'message' in event && typeof event.message === 'string' ? `：${event.message}` : ''
    onDeath(`映射线程出错${said}`)
  })
}

function settle({ resolve, reject }: Waiting, reply: MappingReply): void {
  try {
    resolve(readReply(reply))
  } catch (error) {
    reject(error instanceof DataFault ? error : new DataFault('map', String(error)))
  }
}

/** The part of a job a worker needs, in a buffer that holds nothing else and so can be handed over. */
function portable({ bytes, rules, scope, sample = false }: ShapeJob): ShapeJob {
  const { envelope, map, enums, personal, zone, crs, about } = rules
  return {
    bytes: bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice(),
    rules: { envelope, map, enums, personal, zone, crs, about },
    scope,
    sample,
  }
}

/** A mapper for browsers. */
export const createBrowserMapper = (): Mapper =>
  createMapper({
    startWorker: () => new Worker(new URL('./mapping.worker.ts', import.meta.url), { type: 'module' }),
  })
