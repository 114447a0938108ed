import { QueryClientProvider } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createQueryClient } from '../../../src/app/query-client'
import type { CityDocument } from '../../../src/contract/document'
import { DataFault } from '../../../src/data/data-fault'
import { documentOf } from '../../../src/contract/resource'
import type { DocumentStatus } from '../../../src/panel/document-plan'
import { useDocument } from '../../../src/panel/use-documents'
import { WallContext } from '../../../src/panel/wall-context'
import { sample } from '../contract/sample'
import { answered } from './answered'
import { wallAt } from './wall'

const resource = documentOf({ id: 'exceptions' })

/** What a panel sees after the source answered with `answers`, one read after the other. */
async function after(answers: readonly (CityDocument | Error)[]): Promise<DocumentStatus> {
  const wall = wallAt(0)
  const client = createQueryClient()
  await answered(client, wall, resource, answers)
  const seen: DocumentStatus[] = []
  const Probe = () => {
    seen.push(useDocument(resource))
    return null
  }
  renderToString(
    <QueryClientProvider client={client}>
      <WallContext value={wall}>
        <Probe />
      </WallContext>
    </QueryClientProvider>,
  )
  const last = seen.at(-1)
  if (!last) throw new Error('nothing rendered')
  return last
}

const down = new DataFault('http', 'HTTP 500')

describe('what a panel sees of its document', () => {
  it('the document, and no fault', async () => {
    expect(await after([sample()])).toMatchObject({ document: sample(), fault: undefined, failures: 0 })
  })

  it('the last good document through every failure, with the fault', async () => {
    expect(await after([sample(), down])).toMatchObject({ document: sample(), fault: down, failures: 1 })
  })

  it('anything thrown as a fault with words', async () => {
    const { fault } = await after([sample(), new TypeError('fetch failed')])
    expect(fault).toBeInstanceOf(DataFault)
    expect(fault?.message).toBe('程序出错：fetch failed')
  })

  it('failures in a row: a good read in between starts the count, and the back-off, again', async () => {
    expect((await after([sample(), down, down, down])).failures).toBe(3)
    expect((await after([sample(), down, down, down, sample(), down])).failures).toBe(1)
  })
})
