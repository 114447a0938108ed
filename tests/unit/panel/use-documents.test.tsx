import { QueryClientProvider } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DataFault } from '../../../src/data/data-fault'
import type { DocumentStatus } from '../../../src/panel/document-plan'
import { useDocument } from '../../../src/panel/use-documents'
import { ScreenContext } from '../../../src/panel/screen-context'
import { sample } from '../contract/sample'
import { NOW } from '../data/feed-fixture'
import { askedScreen, exceptions, type Answered } from './asked-screen'

/** What a panel sees after the source answered with `answers`, one read after the other. */
async function after(answers: readonly Answered[]): Promise<DocumentStatus> {
  const { screen, client } = await askedScreen(NOW, answers)
  const seen: DocumentStatus[] = []
  const Probe = () => {
    seen.push(useDocument(exceptions))
    return null
  }
  renderToString(
    <QueryClientProvider client={client}>
      <ScreenContext value={screen}>
        <Probe />
      </ScreenContext>
    </QueryClientProvider>,
  )
  const last = seen.at(-1)
  if (!last) throw new Error('nothing rendered')
  return last
}

describe('what a panel sees of its document', () => {
  it('nothing yet, and no fault, before the first answer', async () => {
    const status = await after([])
    expect(status).toMatchObject({ document: undefined, fault: undefined, failures: 0 })
    expect(status.checkedAt()).toBe(0)
  })

  it('the document, and no fault, and when it was last read', async () => {
    const status = await after([sample()])
    expect(status).toMatchObject({ document: sample(), fault: undefined, failures: 0 })
    expect(status.checkedAt()).toBe(NOW)
  })

  it('the last good document through every failure, with the fault', async () => {
    const status = await after([sample(), 500])
    expect(status).toMatchObject({ document: sample(), failures: 1 })
    expect(status.fault).toMatchObject({ kind: 'http', message: '接口返回错误：HTTP 500' })
  })

  it('anything thrown as a fault with words', async () => {
    const { fault } = await after([sample(), 'unreachable'])
    expect(fault).toBeInstanceOf(DataFault)
    expect(fault?.message).toBe('网络不通：fetch failed')
  })

  it('failures in a row: a good read in between starts the count, and the back-off, again', async () => {
    expect((await after([sample(), 500, 500])).failures).toBe(2)
    expect((await after([sample(), 500, sample(), 500])).failures).toBe(1)
  })
})
