import { DataFault } from '../data-fault'
import { carriedBy, readBody, refuse } from './read-json'
import { words } from './words'

export interface PostOptions {
  readonly timeoutMs: number
  readonly maxBytes: number
  readonly body: unknown
  /** Goes along as `Idempotency-Key`. */
  readonly key: string
  readonly fetch: typeof globalThis.fetch
}

/**
 * One POST of JSON, its JSON answer not yet parsed.
 * @throws DataFault auth | http | network | timeout | type | size
 */
export async function postBytes(
  url: string,
  { timeoutMs, maxBytes, body, key, fetch }: PostOptions,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly date: string | null }> {
  const signal = AbortSignal.timeout(timeoutMs)
  const carried = carriedBy(signal, timeoutMs)
  const response = await carried(
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      credentials: 'same-origin',
      // A redirect is a sign-in page for people; following it would read its 200 as success.
      redirect: 'manual',
      signal,
    }),
  )
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
    throw new DataFault('auth', words.redirected)
  refuse(response)
  return { bytes: await readBody(response, maxBytes, carried), date: response.headers.get('date') }
}
