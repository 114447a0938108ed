import { Worker as Thread } from 'node:worker_threads'
import { build } from 'vite'

/** What a dedicated worker has and a thread of Node calls otherwise. */
const SELF = `
  const { parentPort } = require('node:worker_threads')
  globalThis.self = globalThis
  globalThis.postMessage = (message, { transfer } = {}) => parentPort.postMessage(message, transfer)
  globalThis.addEventListener = (type, listener) => parentPort.on(type, (data) => listener({ data }));
`

/** The worker `input` with all it would load later in one file, for a thread that has nowhere to load the rest from. */
export async function bundleWorker(input: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input,
        output: { format: 'iife', codeSplitting: false },
      },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  const chunks = outputs.flatMap((each) => ('output' in each ? each.output : []))
  const [chunk] = chunks.filter((each) => each.type === 'chunk')
  if (!chunk || chunks.length !== 1) throw new Error(`one chunk expected, got ${chunks.length}`)
  return chunk.code
}

/** Spoken to like a Worker of a browser, whatever it is told. */
export interface ThreadWorker {
  postMessage(message: unknown, transfer?: readonly Transferable[]): void
  addEventListener(type: string, listener: (event: never) => void): void
  terminate(): void
  /** Resolves when the thread is gone. */
  readonly ended: Promise<void>
}

/** A real thread that runs `code`, spoken to like a Worker of a browser. */
export function startThread(code: string): ThreadWorker {
  const thread = new Thread(SELF + code, { eval: true })
  return {
    ended: new Promise((resolve) => thread.once('exit', () => resolve())),
    postMessage: (message, transfer = []) =>
      thread.postMessage(
        message,
        transfer.filter((item) => item instanceof ArrayBuffer),
      ),
    terminate: () => void thread.terminate(),
    addEventListener: (type: string, listener: (event: never) => void) => {
      thread.on(type, (what: unknown) => {
        const message = what instanceof Error ? what.message : undefined
        const event = type === 'message' ? new MessageEvent(type, { data: what }) : new Event(type)
        listener(Object.assign(event, message !== undefined && { message }) as never)
      })
    },
  }
}
