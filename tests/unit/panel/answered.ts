import type { QueryClient } from '@tanstack/react-query'
import type { CityDocument } from '../../../src/contract/document'
import type { DocumentResource } from '../../../src/contract/resource'
import { asFault } from '../../../src/data/data-fault'
import { keyOf } from '../../../src/data/feed'
import { queryOf } from '../../../src/data/queries'
import type { Wall } from '../../../src/panel/wall-context'

/** Has `resource` read once for each of `answers`, one after the other, as the wall's feed reads and notes it. */
export async function answered(
  client: QueryClient,
  wall: Wall,
  resource: DocumentResource,
  answers: readonly (CityDocument | Error)[],
): Promise<void> {
  const ask = { region: resource.wholeCity ? null : wall.region }
  const key = keyOf(resource.id, ask)
  const { queryKey } = queryOf(wall, resource, ask)
  for (const answer of answers) {
    const queryFn = () => {
      wall.feed.failures.note(key, answer instanceof Error ? asFault(answer) : null)
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    }
    await client.fetchQuery({ queryKey, queryFn, staleTime: 0 }).catch(() => undefined)
  }
}
