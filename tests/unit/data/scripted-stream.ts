import type { EventStream } from '../../../src/data/push/sse'

/** One `EventSource` as its server and its network would drive it. */
export interface ScriptedStream extends EventStream {
  readonly url: string
  readonly closed: () => boolean
  readonly send: (type: string, data?: unknown, id?: string) => void
  readonly fail: () => void
}

/** Stands for the browser's `EventSource`, which Node lacks; the real one is driven in a browser by the end-to-end tests. */
export function scriptedStreams() {
  const all: ScriptedStream[] = []
  const connect = (url: string): ScriptedStream => {
    const listeners = new Map<string, ((message: { data?: unknown; lastEventId?: unknown }) => void)[]>()
    let open = true
    let lastEventId = ''
    const emit = (type: string, message: object) => {
      // A closed EventSource dispatches nothing any more.
      if (open) for (const listener of listeners.get(type) ?? []) listener(message)
    }
    const stream: ScriptedStream = {
      url,
      closed: () => !open,
      addEventListener: (type, listener) => {
        listeners.set(type, [...(listeners.get(type) ?? []), listener])
      },
      close: () => {
        open = false
      },
      send(type, data, id) {
        // As in the standard: a message without an id repeats the last one of its connection.
        lastEventId = id ?? lastEventId
        emit(type, { data: typeof data === 'string' ? data : JSON.stringify(data ?? {}), lastEventId })
      },
      fail: () => emit('error', {}),
    }
    all.push(stream)
    return stream
  }
  return {
    connect,
    count: () => all.length,
    last: () => {
      const stream = all.at(-1)
      if (!stream) throw new Error('nothing was connected')
      return stream
    },
    open: () => all.filter((stream) => !stream.closed()),
  }
}
