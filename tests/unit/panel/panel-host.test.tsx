import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { CityDocument } from '../../../src/contract/document'
import type { ExceptionsDocument } from '../../../src/domains/exceptions/contract'
import { definePanel, type Size, type ViewProps } from '../../../src/panel/define-panel'
import { FactsChip } from '../../../src/panel/FactsChip'
import { InfoSheet } from '../../../src/panel/InfoSheet'
import { PanelHost, type PanelHostProps } from '../../../src/panel/PanelHost'
import { FixedSize, MediumContext } from '../../../src/panel/room'
import { ScreenContext, type Screen } from '../../../src/panel/screen-context'
import { sample } from '../contract/sample'
import { askedScreen, exceptions as dataset, type Answered } from './asked-screen'

const AS_OF = Date.parse(sample().asOf)
const MINUTE = 60_000
const TOWN = '440111002'
const ROOM: Size = { width: 408, height: 300 }

const View = ({ operation }: ViewProps<ExceptionsDocument>) => <p>{operation.unseen.length} 处未见</p>
const panel = definePanel({ id: 'p', title: '面板', dataset, metrics: [], View })

interface Setting {
  readonly change?: Partial<Screen>
  /** How long after the data time it is looked at. */
  readonly age?: number
  readonly limits?: { readonly staleAfterMs?: number }
  /** Null where nothing is laid out and nobody has decided it. */
  readonly size?: Size | null
  readonly medium?: 'wall' | 'print'
}

/** What stands in the panel after its source answered with `answers`, one read after the other. */
async function after(
  answers: readonly Answered[],
  { change = {}, age = 0, limits = {}, size = ROOM, medium = 'wall' }: Setting = {},
  shown: Omit<PanelHostProps, 'area'> = { panel },
) {
  const { screen, client } = await askedScreen(AS_OF + age, answers, change, limits)
  const html = renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <ScreenContext value={screen}>
        <FixedSize value={size}>
          <MediumContext value={medium}>
            <PanelHost {...shown} area="a" />
          </MediumContext>
        </FixedSize>
      </ScreenContext>
    </QueryClientProvider>,
  )
  return { html, state: /data-state="([^"]+)"/.exec(html)?.[1], text: html.replaceAll(/<[^>]+>/g, '') }
}

const live = sample({ source: { ...sample().source, simulated: false } })

describe('a panel of published figures', () => {
  const ledger = definePanel({
    id: 'ledger',
    title: '公布数字',
    dataset,
    metrics: [],
    facts: FactsChip,
    Standing: () => <p>台账</p>,
  })

  it('says so where a live source brings none along, instead of an empty list', async () => {
    const { state, text } = await after([{ ...live, published: [] }], {}, { panel: ledger })
    expect(state).toBe('not-connected')
    expect(text).toContain('数据源未提供 published（公布数字）')
    expect(text).not.toContain('台账')
  })

  it('stands where a city has an absence to explain', async () => {
    const absence = { kind: 'not-built', reason: '未建设', source: '年报' } as const
    const { text } = await after(
      [{ ...live, published: [], operation: null, absence }],
      {},
      { panel: ledger },
    )
    expect(text).toContain('台账')
  })
})

describe('a source that fails after it has answered', () => {
  it.each([
    [403, '无访问权限：HTTP 403'],
    [500, '接口返回错误：HTTP 500'],
  ])('leaves the last good data with its time and age (HTTP %i)', async (status, words) => {
    const { state, text } = await after([live, status], { age: 12 * MINUTE })
    expect(state).toBe('failed')
    expect(text).toContain('0 处未见')
    expect(text).toContain('失败 1 次')
    expect(text).toContain('10:42，12 分前')
    expect(text).toContain(words)
  })

  it.each([[[live, { copy: live }]], [[{ copy: live }]]])(
    'says at once that a cache answers in its place',
    async (answers) => {
      const { state, text } = await after(answers, { age: MINUTE })
      expect(state).toBe('failed')
      expect(text).toContain('0 处未见')
      expect(text).toContain('10:42，1 分前')
      expect(text).toContain('上游无应答：11-18 10:42 的缓存')
    },
  )

  it('says the day as well once the data is older than one', async () => {
    const { text } = await after([live, 403], { age: 50 * 60 * MINUTE })
    expect(text).toContain('11-18 10:42，2 天 2 时前')
  })

  it('names the day a daily source is of', async () => {
    const daily = sample({ source: { ...live.source, cadenceSeconds: 86_400 } })
    expect((await after([daily, 403])).text).toContain('11-17 日更')
  })

  it('has nothing to show where it never answered: a refusal is a refusal', async () => {
    const { state, text } = await after([403])
    expect(state).toBe('no-permission')
    expect(text).toContain('当前岗位不可见')
    expect(text).not.toMatch(/处未见|分前/)
  })
})

it('marks the panel whose figure its own source gives otherwise', async () => {
  const needing = definePanel({ id: 'n', title: '面板', dataset, metrics: [], needs: [], View })
  const clash = { kind: 'work-order', ours: 2, theirs: 5 }
  const with_ = (part: string) => ({ ...live, clashes: [{ ...clash, part }] })
  const shown = { panel: { ...needing, needs: ['open'] } }
  expect((await after([with_('open')], {}, shown)).text).toContain('口径待核')
  expect((await after([with_('received')], {}, shown)).text).not.toContain('口径待核')
})

describe('a chosen town', () => {
  it('is told when the figures are the whole city’s', async () => {
    const { state, text } = await after([live], { change: { region: TOWN } })
    expect(state).toBe('live')
    expect(text).toContain('全区数据')
  })

  it('is told nothing when they are its own', async () => {
    expect((await after([{ ...live, region: TOWN }], { change: { region: TOWN } })).text).not.toContain(
      '数据',
    )
  })
})

it('a source with its own limit is stale by that limit', async () => {
  const limits = { staleAfterMs: 90_000 }
  expect((await after([live], { limits, age: 2 * MINUTE })).state).toBe('stale')
  expect((await after([live], { limits, age: MINUTE })).state).toBe('live')
})

describe('the room of a View', () => {
  const seen: unknown[] = []
  const Measured = ({ size, medium, spec }: ViewProps<ExceptionsDocument>) => {
    seen.push({ size, medium, spec })
    return <p>画好了</p>
  }
  const measured = definePanel({ id: 'm', title: '面板', dataset, metrics: [], View: Measured })

  it('is known before it is drawn the first time, with what it is drawn on and what its cell says', async () => {
    const { text } = await after([live], { medium: 'print' }, { panel: measured, spec: { rows: 4 } })
    expect(text).toContain('画好了')
    expect(seen.splice(0)).toEqual([{ size: ROOM, medium: 'print', spec: { rows: 4 } }])
  })

  it('is nothing special on a wall', async () => {
    await after([live], {}, { panel: measured })
    expect(seen.splice(0)).toEqual([{ size: ROOM, medium: 'wall', spec: null }])
  })

  it('must be there: a View is never drawn for no room at all, its title and state are', async () => {
    const { text, state } = await after([live], { size: null }, { panel: measured })
    expect(seen).toEqual([])
    expect(text).toContain('面板')
    expect(text).not.toContain('画好了')
    expect(state).toBe('live')
  })

  it('takes its title from its cell', async () => {
    const { html } = await after([live], {}, { panel: measured, title: '本月' })
    expect(html).toContain('aria-label="本月"')
    expect(html).not.toContain('面板')
  })
})

describe('a document that was counted from rows', () => {
  const rows = (used: number, dirty: boolean) => ({
    kind: 'work-order',
    read: 1000,
    used,
    dirty,
    faults: [{ field: 'type', message: '编码表中没有 "09"', rows: 1000 - used, first: 4 }],
  })
  const patrol = { ...rows(991, true), kind: 'patrol' }

  it('says on its panels what share of them it stands for, where too many were left out', async () => {
    const { text } = await after([{ ...live, rows: [patrol, rows(938, true)] }])
    expect(text).toContain('实时 10:42')
    expect(text).toContain('数据质量 93%')
  })

  it('goes on saying so while its source fails', async () => {
    expect((await after([{ ...live, rows: [rows(938, true)] }, 500])).text).toContain('数据质量 93%')
  })

  it('says nothing below the share that the site puts up with', async () => {
    expect((await after([{ ...live, rows: [rows(999, false)] }])).text).not.toContain('数据质量')
  })

  it('lists behind the ⓘ how many rows were used and what cost the others', async () => {
    const { screen } = await askedScreen(AS_OF, [live], {}, {})
    const html = renderToStaticMarkup(
      <ScreenContext value={screen}>
        <InfoSheet
          panel={panel}
          document={{ ...live, rows: [rows(938, true), { ...rows(1000, false), faults: [] }] }}
          fault={undefined}
          onClose={() => undefined}
        />
      </ScreenContext>,
    )
    const text = html.replaceAll(/<[^>]+>/g, '')
    expect(text).toContain('数据质量 work-order 938/1,000 行，缺陷行过多')
    expect(text).toContain('未计入 62 行：type 编码表中没有 &quot;09&quot;（自第 5 行）')
    expect(text.match(/数据质量/g)).toHaveLength(1)
  })
})

describe('a part with a time of its own', () => {
  const DAY = 86_400
  const daily: CityDocument = {
    ...live,
    operation: { unseen: [], absent: ['data'] },
    parts: { absent: { asOf: '2026-11-18T06:10:00+08:00', cadenceSeconds: DAY } },
  }
  const of = (needs: 'absent'[], day?: string) => ({
    panel: definePanel({
      id: 'p',
      title: '面板',
      dataset,
      metrics: [],
      needs,
      ...(day !== undefined && { day: () => day }),
      View: ({ document }) => <p>截至 {document.asOf}</p>,
    }),
  })

  it('gives the panel that needs it its age, and no other', async () => {
    const own = await after([daily], {}, of(['absent']))
    expect(own.text).toContain('11-17 日更')
    expect(own.text).not.toContain('10:42')
    expect(own.text).toContain('截至 2026-11-18T06:10:00+08:00')
    expect((await after([daily], {}, of([]))).text).toContain('实时 10:42')
  })

  it('is late by its own period, and by no limit of the document', async () => {
    const old: CityDocument = {
      ...daily,
      parts: { absent: { asOf: '2026-11-15T06:10:00+08:00', cadenceSeconds: DAY } },
    }
    const limits = { staleAfterMs: 3_600_000 }
    expect((await after([old], { limits }, of(['absent']))).state).toBe('late')
    expect((await after([old], { limits }, of([]))).state).toBe('live')
    // A document that stands still makes no part of it late that is not.
    expect((await after([daily], { age: 30 * MINUTE }, of(['absent']))).state).toBe('live')
  })

  it('says the day that it covers where the document does', async () => {
    expect((await after([daily], {}, of(['absent'], '2026-11-16'))).text).toContain('11-16 日更')
    const failed = await after([daily, 500], {}, of(['absent'], '2026-11-16'))
    expect(failed.text).toContain('11-16 日更')
  })

  it('is named behind the ⓘ of a panel that shows it beside others', async () => {
    const { screen } = await askedScreen(AS_OF, [live])
    const html = renderToStaticMarkup(
      <ScreenContext value={screen}>
        <InfoSheet panel={panel} document={daily} fault={undefined} onClose={() => undefined} />
      </ScreenContext>,
    )
    expect(html).toContain('其中 absent 更新周期 1 天 · 数据时间 2026-11-18 06:10')
  })
})
