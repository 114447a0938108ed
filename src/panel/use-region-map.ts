import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { asFault, DataFault } from '../data/data-fault'
import type { Failures } from '../data/failures'
import { longestRetryMs } from '../data/transport/back-off'
import { readBytes, type ReadOptions } from '../data/transport/read-json'
import { unit } from '../lib/random'
import { MapRefused, mapThread, type RegionMap } from '../map/map-thread'
import { words } from './words'

/** The city's region map as far as it is here. Neither a map nor a fault: it is on its way. */
export interface RegionMapStatus {
  readonly map: RegionMap | undefined
  /** Set while there is no map because the last attempt to read it failed. */
  readonly fault: DataFault | undefined
  /** Consecutive failed attempts. */
  readonly failures: number
  readonly retry: () => void
}

export interface RegionMapAsk {
  /** Path of the map file on this site. */
  readonly path: string
  readonly request: ReadOptions['fetch']
  /** The ledger of all failures. */
  readonly failures: Failures
  /** Differs from wall to wall, so that a fleet does not return in step. */
  readonly seed: string
}

const TIMEOUT_MS = 10_000
const MAX_BYTES = 4_000_000
/** The first retry; each further one waits twice as long, up to the cap of all sources. */
const RETRY_MS = 2000

/** @throws DataFault that names the file, and in a file that is no map the place in it */
async function readMap({ path, request }: RegionMapAsk, fresh: boolean): Promise<RegionMap> {
  const about = words.map(path)
  try {
    const options = { timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES, fresh, fetch: request }
    const { bytes = new Uint8Array() } = await readBytes(path, options)
    const map = await mapThread.open(bytes)
    return {
      ...map,
      draw: (ask) =>
        map.draw(ask).catch((error: unknown) => {
          throw faultOf(error, about)
        }),
    }
  } catch (error) {
    throw faultOf(error, about)
  }
}

function faultOf(error: unknown, about: string): DataFault {
  if (error instanceof MapRefused) return new DataFault('contract', error.message, about)
  const { kind, detail } = asFault(error)
  return new DataFault(kind, detail, about)
}

/**
 * The region map, read once and then kept. A wall does not wait for it: until it is here, and while it cannot be read, this says
 * so, and it is asked for again with the back-off of all sources (within a minute, for ever).
 */
export function useRegionMap(ask: RegionMapAsk): RegionMapStatus {
  const { path, seed, failures: ledger } = ask
  const key = `map ${path}`
  const { data, error, refetch } = useQuery({
    queryKey: ['region-map', path],
    queryFn: () => readNoted(ask, key),
    refetchInterval: () => {
      const { count } = ledger.of(key)
      const spread = 0.5 + 0.5 * unit('region-map', seed, path, count)
      return count === 0 ? false : longestRetryMs(RETRY_MS, count) * spread
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
  const { count } = ledger.of(key)
  // While it is tried again the library forgets the error; the panel must not say 读取中 in the middle of an outage.
  const fault = data ? undefined : (ledger.of(key).fault ?? (error ? asFault(error) : undefined))
  return useMemo(
    () => ({ map: data, fault, failures: fault ? count : 0, retry: () => void refetch() }),
    [data, fault, count, refetch],
  )
}

async function readNoted(ask: RegionMapAsk, key: string): Promise<RegionMap> {
  const { failures } = ask
  try {
    const map = await readMap(ask, failures.of(key).count > 0)
    failures.note(key, null)
    return map
  } catch (error) {
    failures.note(key, asFault(error))
    throw error
  }
}
