import { existsSync, readFileSync } from 'node:fs'

type Body = string | Uint8Array<ArrayBuffer> | number

/**
 * The shipped files as a server gives them, with some of them replaced: by a text, by bytes, or by a status. Notes what was asked for.
 */
export function siteFiles(replaced: Readonly<Record<string, Body>> = {}) {
  const asked: string[] = []
  const answers = new Map(Object.entries(replaced))
  const fetch: typeof globalThis.fetch = (input) => {
    const path = typeof input === 'string' ? input : ''
    asked.push(path)
    const body = answers.get(path) ?? (existsSync(`public/${path}`) ? readFileSync(`public/${path}`) : 404)
    const init = { headers: { 'content-type': 'application/json' } }
    return Promise.resolve(
      typeof body === 'number' ? new Response('{}', { ...init, status: body }) : new Response(body, init),
    )
  }
  return { fetch, asked, answers }
}

/** A shipped file with `change` done to it, as text. */
export function changed(path: string, change: (body: Record<string, unknown>) => void): string {
  const body = JSON.parse(readFileSync(`public/${path}`, 'utf8')) as Record<string, unknown>
  change(body)
  return JSON.stringify(body)
}
