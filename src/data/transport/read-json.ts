import { DataFault } from '../data-fault'
import { decodeText } from '../shape/decode-text'
import { words } from './words'

export interface ReadOptions {
  readonly timeoutMs: number
  readonly maxBytes: number
  /** ETag of the copy we already hold. */
  readonly etag?: string | undefined
  /** What is on its way will not do: browsers let one request for an address wait for the one before it, unless told to keep nothing. */
  readonly fresh?: boolean
  readonly fetch: typeof globalThis.fetch
}

/** `bytes` is undefined when the server's ETag equals ours: nothing changed, nothing to parse. */
export interface Answer {
  readonly bytes: Uint8Array<ArrayBuffer> | undefined
  readonly etag: string | undefined
  /** The `Date` header: the server's clock when it made this answer, which a cache may have kept since. */
  readonly date: string | null
  /** What a cache in between says of the answer (`X-Cache`), null where there is none. */
  readonly cache: string | null
}

/**
 * One GET of one JSON document, bounded in time and size, not yet parsed.
 * @throws DataFault auth | http | network | timeout | type | size
 */
export async function readBytes(url: string, options: ReadOptions): Promise<Answer> {
  const signal = AbortSignal.timeout(options.timeoutMs)
  const carried = carriedBy(signal, options.timeoutMs)
  // 'no-cache' lets the browser revalidate (304) while we still see the ETag of what it holds.
  const cache = options.fresh ? 'no-store' : 'no-cache'
  const response = await carried(options.fetch(url, { cache, credentials: 'same-origin', signal }))
  refuse(response)
  const { headers } = response
  const etag = headers.get('etag') ?? undefined
  const about = { etag, date: headers.get('date'), cache: headers.get('x-cache') }
  if (etag !== undefined && etag === options.etag) {
    await response.body?.cancel().catch(() => undefined)
    return { ...about, bytes: undefined }
  }
  return { ...about, bytes: await readBody(response, options.maxBytes, carried) }
}

type Carried = <Value>(wait: Promise<Value>) => Promise<Value>

/** Only what breaks while we wait for the line is the line's fault, or the time limit's; any other error is passed on as it is. */
export const carriedBy =
  (signal: AbortSignal, timeoutMs: number): Carried =>
  async (wait) => {
    try {
      return await wait
    } catch (error) {
      if (error instanceof DataFault) throw error
      if (signal.aborted) throw new DataFault('timeout', words.silent(timeoutMs / 1000))
      throw new DataFault('network', error instanceof Error ? error.message : String(error))
    }
  }

export function refuse(response: Response): void {
  if (response.status === 401 || response.status === 403)
    throw new DataFault('auth', `HTTP ${response.status}`)
  if (!response.ok) throw new DataFault('http', `HTTP ${response.status}`)
  const type = response.headers.get('content-type') ?? ''
  if (type.includes('json')) return
  // The page itself, answered in place of data, is what a lost session or a careless fallback looks like.
  const said = type.includes('html') ? words.page(type) : type
  throw new DataFault('type', said === '' ? words.noType : said)
}

/** The body, read only up to the limit: a source that never ends must not fill the wall PC's memory. */
export async function readBody(
  response: Response,
  maxBytes: number,
  carried: Carried,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader()
  if (!reader) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await carried(reader.read())
    if (done) break
    chunks.push(value)
    length += value.byteLength
    if (length > maxBytes) {
      await reader.cancel()
      throw new DataFault('size', words.tooLarge(maxBytes))
    }
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

/**
 * One JSON document of our own site (configuration, map), parsed as it stands.
 * @throws DataFault auth | http | network | timeout | type | size | json
 */
export async function readJson(url: string, options: Omit<ReadOptions, 'etag'>): Promise<unknown> {
  const { bytes } = await readBytes(url, options)
  try {
    return JSON.parse(decodeText(bytes ?? new Uint8Array()))
  } catch (error) {
    if (error instanceof DataFault) throw error
    throw new DataFault('json', error instanceof Error ? error.message : String(error))
  }
}
