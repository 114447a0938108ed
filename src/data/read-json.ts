import { DataFault } from './data-fault'

export interface ReadOptions {
  readonly timeoutMs: number
  readonly maxBytes: number
  /** ETag of the copy we already hold. */
  readonly etag?: string | undefined
  readonly fetch: typeof globalThis.fetch
}

/** `body` is undefined when the server's ETag equals ours: nothing changed, nothing to parse. */
export interface ReadResult {
  readonly body: unknown
  readonly etag: string | undefined
  readonly unchanged: boolean
}

/**
 * One GET of one JSON document, bounded in time and size.
 * @throws DataFault auth | http | network | timeout | type | size | json
 */
export async function readJson(url: string, options: ReadOptions): Promise<ReadResult> {
  const signal = AbortSignal.timeout(options.timeoutMs)
  try {
    // 'no-cache' lets the browser revalidate (304) while we still see the ETag of what it holds.
    const response = await options.fetch(url, { cache: 'no-cache', credentials: 'same-origin', signal })
    if (response.status === 401 || response.status === 403)
      throw new DataFault('auth', `HTTP ${response.status}`)
    if (!response.ok) throw new DataFault('http', `HTTP ${response.status}`)
    const type = response.headers.get('content-type') ?? ''
    if (!type.includes('json')) throw new DataFault('type', type === '' ? '未声明类型' : type)
    const etag = response.headers.get('etag') ?? undefined
    if (etag !== undefined && etag === options.etag) {
      await response.body?.cancel()
      return { body: undefined, etag, unchanged: true }
    }
    const text = await response.text()
    if (text.length > options.maxBytes) throw new DataFault('size', `${text.length} > ${options.maxBytes}`)
    return { body: parse(text), etag, unchanged: false }
  } catch (error) {
    if (error instanceof DataFault) throw error
    if (signal.aborted) throw new DataFault('timeout', `${options.timeoutMs / 1000} 秒未返回`)
    throw new DataFault('network', error instanceof Error ? error.message : String(error))
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new DataFault('json', error instanceof Error ? error.message : String(error))
  }
}
