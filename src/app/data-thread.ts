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

const spawn = () => new Worker(new URL('./data.worker.ts', import.meta.url), { type: 'module' })

export interface DataThread {
  readonly judge: JudgeConfig
  readonly startThread: () => ReaderThread
}

/**
 * The data worker, started with the page: it judges the configuration first and then reads every answer. Should it die, the next
 * answer starts another.
 */
export function startDataThread(): DataThread {
  let first: Worker | undefined = spawn()
  const worker = first
  let asked = 0

  const judge: JudgeConfig = (kind, body) =>
    new Promise((resolve, reject) => {
      const no = ++asked
      const question: ConfigQuestion = { no, kind, body }
      const done = new AbortController()
      const { signal } = done
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<ConfigReply>) => {
          if (data.no !== no || !isOf(kind, data.verdict)) return
          done.abort()
          resolve(data.verdict)
        },
        { signal },
      )
      worker.addEventListener(
        'error',
        (event) => {
          event.preventDefault()
          done.abort()
          reject(new Error(words.thread))
        },
        { signal },
      )
      worker.postMessage(question)
    })

  return {
    judge,
    startThread: () =>
      createReaderThread({
        startWorker() {
          const taken = first ?? spawn()
          first = undefined
          return taken
        },
      }),
  }
}

/** What was asked as one kind is answered as that kind: the worker picks the judge by it. */
const isOf = <K extends ConfigKind>(kind: K, verdict: Verdict<ConfigKind>): verdict is Verdict<K> =>
  'problems' in verdict || kind !== 'site' || 'config' in verdict.value
