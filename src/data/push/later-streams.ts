import { keepTrying } from '../../lib/keep-trying'
import type { Streams, StreamStatus } from './stream'

const NONE: readonly StreamStatus[] = []

/** Streams whose code comes when they are first opened: most sites have none. Until it is here no source is covered by one. */
export function laterStreams(load: () => Promise<Streams>): Streams {
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  let streams: Streams | undefined
  let isAsked = false
  let isOpen = false
  return {
    open() {
      isOpen = true
      streams?.open()
      if (isAsked) return
      isAsked = true
      void keepTrying(load).then((loaded) => {
        streams = loaded
        loaded.subscribe(tell)
        if (isOpen) loaded.open()
        tell()
      })
    },
    stop() {
      isOpen = false
      streams?.stop()
    },
    status: () => streams?.status() ?? NONE,
    covers: (id) => streams?.covers(id) ?? false,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
