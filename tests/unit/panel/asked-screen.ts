import type { QueryClient } from '@tanstack/react-query'
import { createQueryClient } from '../../../src/app/query-client'
import type { CityDocument } from '../../../src/contract/document'
import { documentReader } from '../../../src/contract/reader'
import { documentOf } from '../../../src/contract/resource'
import { queryOf } from '../../../src/data/queries'
import { schema, type ExceptionsDocument } from '../../../src/domains/exceptions/contract'
import type { Screen } from '../../../src/panel/screen-context'
import { bench, reply, sourceOf } from '../data/feed-fixture'
import { screenAt } from './screen'

export const exceptions = documentOf<ExceptionsDocument>({ id: 'exceptions' })

/** What its source answered: a document, the status of a refusal, or nothing at all; or what a cache gave in its place. */
export type Answered = CityDocument | number | 'unreachable' | { readonly copy: CityDocument }

const source = sourceOf('api/{city}/exceptions?region={region}')

/** A wall whose one source has been read as often as there are `answers`, the way every source is read. */
export async function askedScreen(
  now: number,
  answers: readonly Answered[],
  change: Partial<Screen> = {},
  limits: { readonly staleAfterMs?: number } = {},
): Promise<{ screen: Screen; client: QueryClient }> {
  const left = [...answers]
  const sources = { exceptions: { ...source, ...limits } }
  const { feed } = bench(
    () => {
      const answer = left.shift()
      if (typeof answer === 'object' && 'copy' in answer)
        return Response.json(answer.copy, { headers: { 'x-cache': 'STALE' } })
      if (typeof answer === 'object') return reply(answer)
      if (answer === 'unreachable') throw new TypeError('fetch failed')
      return new Response('', { status: answer ?? 500 })
    },
    { config: { sources } },
    [documentReader({ id: 'exceptions', schema })],
  )
  const plain = screenAt(now)
  const screen = { ...plain, config: { ...plain.config, sources }, feed, ...change }
  const client = createQueryClient()
  for (const _ of answers)
    // Each of them is read, as if its time had come.
    await client
      .query({ ...queryOf(screen, exceptions, { region: screen.region }), staleTime: 0 })
      .catch(() => undefined)
  return { screen, client }
}
