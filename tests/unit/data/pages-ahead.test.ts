import { describe, expect, it } from 'vitest'
import { createGate } from '../../../src/data/transport/gate'
import { createRecords } from '../../../src/data/records'
import { sourceConfig } from '../../../src/config/source'
import { PLAIN_CALENDAR } from '../../../src/lib/working-time'
import { NOW } from './feed-fixture'
import { faultOf } from './shape-fixture'

const PAGES = 18
const SIZE = 2000

/** A list of 36,000 channels in numbered pages; `answer` says what the source answers to a page. */
function list(answer: (page: number) => Response, total = true) {
  const source = sourceConfig.parse({
    poll: { url: 'api/{city}/channels?p={page}', everyMs: 60_000 },
    about: { name: '视频', owner: '视频办', cadenceSeconds: 60 },
    records: { from: 'list', size: SIZE, ...(total && { total: 'count' }) },
  })
  let [inFlight, most] = [0, 0]
  const [asked, put]: [number[], number[]] = [[], []]
  const gate = createGate()
  const records = createRecords(
    {
      fetch: async (url) => {
        const page = Number(new URL(typeof url === 'string' ? url : '', 'http://x').searchParams.get('p'))
        asked.push(page)
        most = Math.max(most, ++inFlight)
        // Later pages are sent first: the order in which they come is not theirs.
        for (let i = 0; i < 40 - page; i++) await Promise.resolve()
        inFlight--
        return answer(page)
      },
      audience: 'duty',
      limits: {},
      calendar: PLAIN_CALENDAR,
      real: () => NOW,
      attempt: (id, retry, work) => gate.run(id, { retry }, work),
      thread: {
        lives: () => 1,
        read: async ({ page }) => {
          const at = Number(page?.at)
          put.push(at)
          const more = at < PAGES ? String(at + 1) : null
          const left = total ? { left: PAGES - at } : {}
          const told = { contract: 'video.camera/1', asOf: new Date(NOW).toISOString(), told: false, more }
          return { answer: { ...told, ...left }, sample: undefined }
        },
      },
    },
    { 'video.camera': source },
  )
  const bring = () =>
    records.bring(
      'video',
      { city: 'baiyun', code: '440111', region: null },
      { now: NOW, retry: false, fresh: false },
    )
  return { bring, asked, put, most: () => most }
}

const numbers = Array.from({ length: PAGES }, (_, i) => i + 1)
const ok = () => Response.json({})

describe('the pages of a long list', () => {
  it('are asked for three at a time, each once and none beyond the last, and put in in their order', async () => {
    const { bring, asked, put, most } = list(ok)
    await bring()
    expect(put).toEqual(numbers)
    expect(asked.toSorted((a, b) => a - b)).toEqual(numbers)
    expect(most()).toBe(3)
  })

  it('are asked for one after the other where nobody says how many there are', async () => {
    const { bring, asked, most } = list(ok, false)
    await bring()
    expect([asked, most()]).toEqual([numbers, 1])
  })

  it('fail with the page that failed, when it is its turn', async () => {
    const { bring, put } = list((page) => (page === 5 ? new Response('', { status: 503 }) : ok()))
    expect(await faultOf(bring())).toMatchObject({ kind: 'http' })
    expect(put).toEqual([1, 2, 3, 4])
  })
})
