import { describe, expect, it } from 'vitest'
import { asFault, DataFault } from '../../../src/data/data-fault'
import { readBytes } from '../../../src/data/transport/read-json'

describe('an error on the way to the data', () => {
  it('that is a fault already stays the fault it is', () => {
    const fault = new DataFault('timeout', '8 秒未返回')
    expect(asFault(fault)).toBe(fault)
  })

  it('of the program is called one, with what it says, and is no network fault', () => {
    const fault = asFault(new TypeError('AbortSignal.timeout is not a function'))
    expect([fault.kind, fault.message]).toEqual([
      'program',
      '程序出错：AbortSignal.timeout is not a function',
    ])
  })

  it('is the network’s only where we wait for it: fetch itself rejects with a TypeError', async () => {
    const read = (fetch: typeof globalThis.fetch) =>
      readBytes('x.json', { timeoutMs: 1000, maxBytes: 10, fetch }).catch(asFault)
    const cut = () => Promise.reject(new TypeError('Failed to fetch'))
    expect(await read(cut)).toMatchObject({ kind: 'network' })
    const ours = () => Promise.resolve({ ok: true, status: 200 } as Response)
    expect(await read(ours)).toMatchObject({ kind: 'program' })
  })
})
