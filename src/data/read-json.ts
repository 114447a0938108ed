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
    return { body: parse(await readText(response, options.maxBytes)), etag, unchanged: false }
  } catch (error) {
    if (error instanceof DataFault) throw error
    if (signal.aborted) throw new DataFault('timeout', `${options.timeoutMs / 1000} 秒未返回`)
    throw new DataFault('network', error instanceof Error ? error.message : String(error))
  }
}

/** The body as text, read only up to the limit: a source that never ends must not fill the wall PC's memory. */
async function readText(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > maxBytes) {
      await reader.cancel()
      throw new DataFault('size', `已超过 ${maxBytes} 字节`)
    }
    text += decoder.decode(value, { stream: true })
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new DataFault('json', error instanceof Error ? error.message : String(error))
  }
}
