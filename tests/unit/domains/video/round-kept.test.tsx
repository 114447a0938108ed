import { defaultScheduler, notifyManager, QueryClientProvider } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createQueryClient } from '../../../../src/app/query-client'
import { EVERY } from '../../../../src/domains/video/views/round'
import { useCameras } from '../../../../src/domains/video/views/use-cameras'
import { ScreenContext } from '../../../../src/panel/screen-context'
import { NOW } from '../../data/feed-fixture'
import { openPage, type BarePage } from '../../panel/bare-page'
import { screenAt } from '../../panel/screen'

const client = createQueryClient()
let page: BarePage
beforeEach(async () => {
  notifyManager.setScheduler(queueMicrotask)
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, enabled: false } })
  page = await openPage()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(async () => {
  vi.useRealTimers()
  await page.close()
  client.clear()
  notifyManager.setScheduler(defaultScheduler)
})

it('keeps of a round that goes on for months what stands and what comes next', async () => {
  const Round = ({ step }: { step: number }) =>
    String(useCameras({ of: EVERY, step, tiles: 4, but: undefined }, 36_000).length)
  const screen = screenAt(NOW)
  for (let step = 0; step < 100; step++) {
    await page.draw(
      <QueryClientProvider client={client}>
        <ScreenContext value={screen}>
          <Round step={step} />
        </ScreenContext>
      </QueryClientProvider>,
    )
    await vi.advanceTimersByTimeAsync(15_000)
  }
  expect(page.text()).toBe('4')
  expect(client.getQueryCache().getAll()).toHaveLength(8)
})
