import { createReaderThread, type ReaderThread } from '../data/reader-thread'
import type { ConfigKind, JudgeConfig, Verdict } from './judge-config'
import { words } from './words'

/** One configuration file to be judged, beside the answers that the reader thread sends. */
export interface ConfigQuestion {
  readonly no: number
  readonly kind: ConfigKind
  readonly body: unknown
}
export interface ConfigReply {
  readonly no: number
  readonly verdict: Verdict<ConfigKind>
}

export interface DataThread {
  readonly judge: JudgeConfig
  readonly startThread: () => ReaderThread
}

interface Asked {
  readonly question: ConfigQuestion
  readonly answer: (verdict: Verdict<ConfigKind>) => void
  readonly fail: (why: Error) => void
}

/**
 * The data worker, started with the page: it judges the configuration first and then reads every answer. Should it be ended, the next
 * answer starts another, which is asked whatever the first has not judged.
 */
export function startDataThread(
  spawn = () => new Worker(new URL('./data.worker.ts', import.meta.url), { type: 'module' }),
): DataThread {
  const asked = new Map<number, Asked>()
  let count = 0

  function open(): Worker {
    const worker = spawn()
    worker.addEventListener('message', ({ data }: MessageEvent<ConfigReply>) =>
      asked.get(data.no)?.answer(data.verdict),
    )
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      for (const { fail } of asked.values()) fail(new Error(words.thread))
      asked.clear()
    })
    return worker
  }
  let worker = open()
  let taken = false

  const judge: JudgeConfig = (kind, body) =>
    new Promise((resolve, reject) => {
      const question: ConfigQuestion = { no: ++count, kind, body }
      const answer = (verdict: Verdict<ConfigKind>) => {
        if (!isOf(kind, verdict)) return
        asked.delete(question.no)
        resolve(verdict)
      }
      asked.set(question.no, { question, answer, fail: reject })
      worker.postMessage(question)
    })

  return {
    judge,
    startThread: () =>
      createReaderThread({
        startWorker() {
          if (taken) {
            worker = open()
            for (const { question } of asked.values()) worker.postMessage(question)
          }
          taken = true
          return worker
        },
      }),
  }
}

/** What was asked as one kind is answered as that kind: the worker picks the judge by it. */
const isOf = <K extends ConfigKind>(kind: K, verdict: Verdict<ConfigKind>): verdict is Verdict<K> =>
  'problems' in verdict || kind !== 'site' || 'config' in verdict.value
