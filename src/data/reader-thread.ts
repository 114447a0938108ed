import { DataFault } from './data-fault'
import type { JobReply, Judged } from './read-job'
import { readReply } from './read-reply'
import type { ShapeJob } from './shape/shape'
import { afterRunning } from '../lib/after-running'
import { pageTimers } from './transport/timers'
import { words } from './words'

/** Where answers are read. */
export interface ReaderThread {
  /** Reads one answer; its bytes are handed over and empty afterwards. @throws DataFault as `judge` does */
  read(job: ShapeJob): Promise<Judged>
  /** Starts the worker before the first answer is there to be read. */
  warm(): void
  /** How many workers have been started so far: what one of them kept is gone with it. */
  lives(): number
  stop(): void
}

/** The part of a Worker that is needed. */
export interface DataWorker {
  postMessage(job: ShapeJob, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<object>) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void
  terminate(): void
}

export interface ThreadOptions {
  readonly startWorker: () => DataWorker
  /** A worker that has not answered by then is ended; the guards inside it should have acted long before. */
  readonly deadlineMs?: number
}

interface Waiting {
  readonly job: ShapeJob
  readonly resolve: (judged: Judged) => void
  readonly reject: (fault: DataFault) => void
}

/**
 * Reads answers beside the picture, in one worker. It is given one job at a time, so when it hangs or dies the job to blame is
 * known, and the bytes of all others are still here for its successor.
 */
export function createReaderThread({ startWorker, deadlineMs = 12_000 }: ThreadOptions): ReaderThread {
  const queue: Waiting[] = []
  let worker: DataWorker | undefined
  let current: Waiting | undefined
  let endDeadline = () => {}
  let stopped = false
  let lives = 0

  function end(settle: (waiting: Waiting) => void): void {
    const ended = current
    endDeadline()
    current = undefined
    if (ended) settle(ended)
    next()
  }

  function fail(detail: string): void {
    worker?.terminate()
    worker = undefined
    end(({ reject }) => reject(new DataFault('map', detail)))
  }

  function start(): DataWorker {
    const started = startWorker()
    lives++
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
    endDeadline = afterRunning(pageTimers, deadlineMs, () => fail(words.thread.hung(deadlineMs / 1000)))
    try {
      worker ??= start()
      const { job } = current
      worker.postMessage(job, [job.bytes.buffer])
    } catch (error) {
      fail(words.thread.notStarted(error instanceof Error ? error.message : String(error)))
    }
  }

  return {
    async read(job) {
      if (stopped) throw new DataFault('map', words.thread.stopped)
      return new Promise((resolve, reject) => {
        queue.push({ job: portable(job), resolve, reject })
        next()
      })
    },
    warm() {
      if (!stopped) worker ??= start()
    },
    lives: () => lives,
    stop() {
      stopped = true
      const left = queue.splice(0)
      fail(words.thread.stopped)
      for (const { reject } of left) reject(new DataFault('map', words.thread.stopped))
    },
  }
}

interface Ears {
  readonly onReply: (reply: JobReply) => void
  readonly onDeath: (detail: string) => void
}

function listen(worker: DataWorker, { onReply, onDeath }: Ears): void {
  // The page also has its configuration judged there; what is said of that settles no read.
  worker.addEventListener('message', ({ data }) => isReply(data) && onReply(data))
  worker.addEventListener('messageerror', () => onDeath(words.thread.unreadable))
  worker.addEventListener('error', (event) => {
    // Told on the panel; not for the console.
    event.preventDefault()
    const said = 'message' in event && typeof event.message === 'string' ? event.message : undefined
    onDeath(words.thread.died(said))
  })
}

const isReply = (said: object): said is JobReply => 'judged' in said || 'fault' in said

function settle({ resolve, reject }: Waiting, reply: JobReply): void {
  try {
    resolve(readReply(reply))
  } catch (error) {
    reject(error instanceof DataFault ? error : new DataFault('map', String(error)))
  }
}

/** The part of a job a worker needs, in a buffer that holds nothing else and so can be handed over. */
function portable({ bytes, rules, scope, sample = false, page, pieces }: ShapeJob): ShapeJob {
  const { envelope, map, enums, personal, zone, crs, about, records } = rules
  return {
    bytes: bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice(),
    rules: { envelope, map, enums, personal, zone, crs, about, records },
    scope,
    sample,
    ...(page && { page }),
    ...(pieces && { pieces }),
  }
}
