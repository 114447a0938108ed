import { defaultScheduler, notifyManager, QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { memo, type ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '../../../src/app/query-client'
import { sourceConfig } from '../../../src/config/source'
import type { CityDocument } from '../../../src/contract/document'
import type { ExceptionItem } from '../../../src/contract/exception'
import { derivedOf, documentOf } from '../../../src/contract/resource'
import { DataFault } from '../../../src/data/data-fault'
import { keyOf } from '../../../src/data/feed'
import { ANSWER } from '../../../src/data/queries'
import type { ExceptionsDocument } from '../../../src/domains/exceptions/contract'
import type { Clock } from '../../../src/lib/clock'
import { definePanel, type ViewProps } from '../../../src/panel/define-panel'
import { defineDomain, domainsIn } from '../../../src/panel/domain'
import { PanelHost } from '../../../src/panel/PanelHost'
import { FixedSize } from '../../../src/panel/room'
import { useDocument } from '../../../src/panel/use-documents'
import {
  ExceptionsProvider,
  useExceptionsOf,
  type NumberedException,
} from '../../../src/panel/use-exceptions'
import { useAt, useNow, ScreenContext, type Screen } from '../../../src/panel/screen-context'
import { exception, sample } from '../contract/sample'
import { NOW } from '../data/feed-fixture'
import { openPage, settle, type BarePage } from './bare-page'
import { screenAt } from './screen'

const PERIOD = 60_000
const ROOM = { width: 408, height: 300 }
const AS_OF = Date.parse(sample().asOf)

let page: BarePage
let client: QueryClient
let now: number
const listeners = new Set<() => void>()
/** A clock whose seconds pass when the test says so. */
const clock: Clock = {
  now: () => now,
  frozen: false,
  subscribe: (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

async function pass(ms: number): Promise<void> {
  now += ms
  for (const listener of listeners) listener()
  await settle()
}

beforeEach(async () => {
  now = NOW
  // At once, so that no test waits for a clock.
  notifyManager.setScheduler(queueMicrotask)
  // Nothing is read by itself: what a test has put in the cache is what was read.
  client = createQueryClient()
  client.setDefaultOptions({ queries: { enabled: false } })
  page = await openPage()
})
afterEach(async () => {
  await page.close()
  client.clear()
  notifyManager.setScheduler(defaultScheduler)
})

/** No two answers come at one moment. */
let reads = 0

async function answer(id: string, document: CityDocument): Promise<void> {
  client.setQueryData([ANSWER, 'baiyun', id, keyOf(id, { region: null })], document, {
    updatedAt: NOW + ++reads,
  })
  await settle()
}

const on = (screen: Screen, node: ReactNode) => (
  <QueryClientProvider client={client}>
    <ScreenContext value={screen}>
      <FixedSize value={ROOM}>{node}</FixedSize>
    </ScreenContext>
  </QueryClientProvider>
)

describe('a panel', () => {
  const drawn = vi.fn<(document: ExceptionsDocument) => void>()
  const View = ({ document, operation }: ViewProps<ExceptionsDocument>) => {
    drawn(document)
    return <p>{operation.unseen.length} 处未见</p>
  }
  const dataset = documentOf<ExceptionsDocument>({ id: 'exceptions' })
  const panel = definePanel({ id: 'p', title: '面板', dataset, metrics: [], View })
  const live = sample({ source: { ...sample().source, simulated: false } })

  let screen: Screen

  beforeEach(async () => {
    drawn.mockClear()
    now = AS_OF
    await answer('exceptions', live)
    screen = screenAt(AS_OF, { clock })
    await page.draw(on(screen, <PanelHost panel={panel} area="a" />))
    expect(page.text()).toContain('0 处未见')
    expect(drawn).toHaveBeenCalledTimes(1)
  })

  it('is not drawn again because a second has passed, nor because it was read again unchanged', async () => {
    await pass(1000)
    await pass(1000)
    await answer('exceptions', live)
    expect(drawn).toHaveBeenCalledTimes(1)
  })

  it('is not drawn again when its data grows old, though its head says so', async () => {
    await pass(2 * PERIOD + 1000)
    expect(page.text()).toContain('晚 2 分')
    expect(drawn).toHaveBeenCalledTimes(1)
  })

  it('says at once that a cache gave the same data again, without drawing it', async () => {
    await pass(1000)
    const key = keyOf('exceptions', { region: null })
    screen.feed.failures.note(key, new DataFault('upstream', '10:42 的缓存'))
    await answer('exceptions', live)
    expect(page.text()).toContain('上游无应答：10:42 的缓存')
    expect(drawn).toHaveBeenCalledTimes(1)
    screen.feed.failures.note(key, null)
    await answer('exceptions', live)
    expect(page.text()).not.toContain('上游无应答')
  })

  it('is drawn again when its document changes', async () => {
    await answer('exceptions', { ...live, operation: { unseen: ['video'] } })
    expect(page.text()).toContain('1 处未见')
    expect(drawn).toHaveBeenCalledTimes(2)
  })
})

describe('what carries the marks of exceptions', () => {
  const item = (id: string, metric: string) => exception({ id, metric })
  const all = documentOf({ id: 'exceptions' })
  const open = (...exceptions: ExceptionItem[]) => answer('exceptions', sample({ exceptions }))

  it('is drawn again when its own change, and not with every answer', async () => {
    const drawn = vi.fn<(marks: readonly NumberedException[]) => void>()
    const METRICS = ['hotline_overdue_open']
    const Shown = memo(({ marks }: { readonly marks: readonly NumberedException[] }) => {
      drawn(marks)
      return null
    })
    const Marked = () => <Shown marks={useExceptionsOf(METRICS)} />
    await open(item('a', 'hotline_overdue_open'), item('b', 'other'))
    const tree = (
      <ExceptionsProvider of={all}>
        <Marked />
      </ExceptionsProvider>
    )
    await page.draw(on(screenAt(NOW, { clock }), tree))
    expect(drawn).toHaveBeenCalledTimes(1)
    await open(item('a', 'hotline_overdue_open'), item('c', 'other'))
    expect(drawn).toHaveBeenCalledTimes(1)
    await open(item('a', 'hotline_overdue_open'), item('d', 'hotline_overdue_open'))
    expect(drawn.mock.lastCall?.[0].map(({ id }) => id)).toEqual(['a', 'd'])
  })
})

describe('what asks for the moment', () => {
  it('is drawn again when what it makes of it changes, and with every second only when it shows seconds', async () => {
    const [minute, second] = [vi.fn(), vi.fn()]
    const Minutes = () => {
      minute()
      return useAt((ms) => Math.floor(ms / PERIOD))
    }
    const Seconds = () => {
      second()
      return useNow()
    }
    now = PERIOD * 1000
    await page.draw(on(screenAt(now, { clock }), [<Minutes key="m" />, <Seconds key="s" />]))
    for (let passed = 1; passed < 60; passed++) await pass(1000)
    expect([minute, second].map(({ mock }) => mock.calls.length)).toEqual([1, 60])
    await pass(1000)
    expect([minute, second].map(({ mock }) => mock.calls.length)).toEqual([2, 61])
  })
})

describe('a derived document', () => {
  const hotline = documentOf({ id: 'hotline' })
  const video = documentOf({ id: 'video' })
  const derive = vi.fn((_: unknown, stale: ReadonlySet<string>) => ({ operation: { unseen: [...stale] } }))
  const sum = derivedOf({ id: 'sum', inputs: 'raises', derive })
  const domain = (document: typeof hotline) =>
    defineDomain({ name: document.id, document, raises: true, chunks: [] })
  const domains = domainsIn([domain(hotline), domain(video)], ['hotline', 'video'])
  const source = sourceConfig.parse({ derive: {} })
  const doc = (id: string, ageMs = 0) =>
    sample({ contract: `${id}/1`, asOf: new Date(NOW - ageMs).toISOString() })

  let screen: Screen
  const Probe = () => JSON.stringify(useDocument(sum).document?.operation ?? null)

  beforeEach(async () => {
    derive.mockClear()
    await answer('hotline', doc('hotline'))
    await answer('video', doc('video', PERIOD))
    const plain = screenAt(NOW, { clock, domains })
    screen = { ...plain, config: { ...plain.config, sources: { sum: source } } }
    await page.draw(on(screen, <Probe />))
    expect(page.text()).toBe('{"unseen":[]}')
    expect(derive).toHaveBeenCalledTimes(1)
  })

  it('is not put together again with time, nor when its inputs are read again unchanged, nor for who shows it', async () => {
    await pass(1000)
    await pass(3 * PERIOD)
    await answer('video', doc('video', PERIOD))
    await page.draw(on(screen, <Probe />))
    expect(derive).toHaveBeenCalledTimes(1)
  })

  it('is one and the same for all who ask for it', async () => {
    const seen = new Set<unknown>()
    const Asker = () => {
      seen.add(useDocument(sum).document)
      return null
    }
    await page.draw(on(screen, [<Asker key="a" />, <Asker key="b" />]))
    expect([derive.mock.calls.length, seen.size]).toEqual([1, 1])
  })

  it('is when one of its inputs changes', async () => {
    await answer('video', doc('video', 0))
    expect(derive).toHaveBeenCalledTimes(2)
  })

  it('is when one of them grows too old to speak for the present, and once', async () => {
    await pass(4 * PERIOD + 1000)
    expect(page.text()).toBe('{"unseen":["video"]}')
    expect(derive).toHaveBeenCalledTimes(2)
    await pass(1000)
    expect(derive).toHaveBeenCalledTimes(2)
  })
})
