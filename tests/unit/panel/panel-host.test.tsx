import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createQueryClient } from '../../../src/app/query-client'
import { documentOf } from '../../../src/contract/resource'
import type { CityDocument } from '../../../src/contract/document'
import { DataFault } from '../../../src/data/data-fault'
import { definePanel, type ViewProps } from '../../../src/panel/define-panel'
import { PanelHost } from '../../../src/panel/PanelHost'
import { FixedSize } from '../../../src/panel/room'
import { WallContext, type Wall } from '../../../src/panel/wall-context'
import type { ExceptionsDocument } from '../../../src/domains/exceptions/contract'
import { sample } from '../contract/sample'
import { answered } from './answered'
import { wallAt } from './wall'

const AS_OF = Date.parse(sample().asOf)
const MINUTE = 60_000
const TOWN = '440111002'

const View = ({ operation }: ViewProps<ExceptionsDocument>) => <p>{operation.unseen.length} 处未见</p>
const dataset = documentOf<ExceptionsDocument>({ id: 'exceptions' })
const panel = definePanel({ id: 'p', title: '面板', dataset, metrics: [], View })

/** What stands in the panel after its source answered with `answers`, one read after the other. */
async function after(
  answers: readonly (CityDocument | Error)[],
  change: Partial<Wall> = {},
  age = 0,
  shown = panel,
) {
  const wall = wallAt(AS_OF + age, change)
  const client = createQueryClient()
  await answered(client, wall, dataset, answers)
  const html = renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <WallContext value={wall}>
        <FixedSize value={{ width: 400, height: 300 }}>
          <PanelHost panel={shown} area="a" />
        </FixedSize>
      </WallContext>
    </QueryClientProvider>,
  )
  return { state: /data-state="([^"]+)"/.exec(html)?.[1], text: html.replaceAll(/<[^>]+>/g, '') }
}

const live = sample({ source: { ...sample().source, simulated: false } })
const refused = new DataFault('auth', 'HTTP 403')

describe('a panel of published figures', () => {
  const ledger = definePanel({
    id: 'ledger',
    title: '公布数字',
    dataset,
    metrics: [],
    facts: true,
    Standing: () => <p>台账</p>,
  })

  it('says so where a live source brings none along, instead of an empty list', async () => {
    const { state, text } = await after([{ ...live, published: [] }], {}, 0, ledger)
    expect(state).toBe('not-connected')
    expect(text).toContain('数据源未提供 published（公布数字）')
    expect(text).not.toContain('台账')
  })

  it('stands where a city has an absence to explain', async () => {
    const absence = { kind: 'not-built', reason: '未建设', source: '年报' } as const
    const { text } = await after([{ ...live, published: [], operation: null, absence }], {}, 0, ledger)
    expect(text).toContain('台账')
  })
})

describe('a source that fails after it has answered', () => {
  it.each([refused, new DataFault('http', 'HTTP 500')])(
    'leaves the last good data with its time and age (%s)',
    async (fault) => {
      const { state, text } = await after([live, fault], {}, 12 * MINUTE)
      expect(state).toBe('failed')
      expect(text).toContain('0 处未见')
      expect(text).toContain('失败 1 次')
      expect(text).toContain('10:42 · 12 分前')
      expect(text).toContain(fault.message)
    },
  )

  it('says the day as well once the data is older than one', async () => {
    const { text } = await after([live, refused], {}, 50 * 60 * MINUTE)
    expect(text).toContain('11-18 10:42 · 2 天 2 时前')
  })

  it('names the day a daily source is of', async () => {
    const daily = sample({ source: { ...live.source, cadenceSeconds: 86_400 } })
    expect((await after([daily, refused])).text).toContain('11-17 日更')
  })

  it('has nothing to show where it never answered: a refusal is a refusal', async () => {
    const { state, text } = await after([refused])
    expect(state).toBe('no-permission')
    expect(text).toContain('当前岗位不可见')
    expect(text).not.toMatch(/处未见|分前/)
  })
})

describe('a chosen town', () => {
  it('is told when the figures are the whole city’s', async () => {
    const { state, text } = await after([live], { region: TOWN })
    expect(state).toBe('live')
    expect(text).toContain('全区数据')
  })

  it('is told nothing when they are its own', async () => {
    expect((await after([{ ...live, region: TOWN }], { region: TOWN })).text).not.toContain('数据')
  })
})

it('a source with its own limit is stale by that limit', async () => {
  const source = (staleAfterMs: number) => {
    const { config } = wallAt(AS_OF)
    const poll = { url: 'api/x', everyMs: 5000, timeoutMs: 8000, maxBytes: 2_000_000 }
    const rules = { enums: {}, personal: {}, zone: '+08:00', crs: 'WGS-84' as const }
    return { config: { ...config, sources: { exceptions: { poll, ...rules, staleAfterMs } } } }
  }
  expect((await after([live], source(90_000), 2 * MINUTE)).state).toBe('stale')
  expect((await after([live], source(90_000), MINUTE)).state).toBe('live')
})
