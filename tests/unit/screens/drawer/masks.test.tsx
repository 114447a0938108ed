import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createQueryClient } from '../../../../src/app/query-client'
import { sourceConfig } from '../../../../src/config/source'
import { recordRowOf, recordRowsOf } from '../../../../src/contract/records/record-rows'
import { queryOf } from '../../../../src/data/queries'
import { readings } from '../../../../src/domains/hotline/readings'
import { counting } from '../../../../src/domains/hotline/summary'
import { ScreenContext } from '../../../../src/panel/screen-context'
import { csvOf } from '../../../../src/screens/drawer/csv'
import { Drawer } from '../../../../src/screens/drawer/Drawer'
import { RecordButton } from '../../../../src/screens/drawer/RecordButton'
import { bench, inline, NOW } from '../../data/feed-fixture'
import { screenAt } from '../../panel/screen'

const CLEAR = ['13812345678', '11010519491231002X', '粤A12345'] as const
const [PHONE, IDENTITY, PLATE] = CLEAR
const MASKED = /138\*{4}5678|110\*{13}2X|粤A·?\*{3}45/g

/** An order whose every text says something of a person, as a foreign system may put it there. */
const order = {
  orderNo: '7',
  title: `${PHONE} 反映停水`,
  category: `证${IDENTITY}`,
  channel: PHONE,
  dept: `车${PLATE}`,
  returnReason: `请联系${PHONE}`,
  town: { code: '440111103', name: `江高${PHONE}` },
  acceptedAt: '2026-11-18T08:00:00+08:00',
  dispatchedAt: '2026-11-18T08:10:00+08:00',
  returnedAt: '2026-11-18T08:20:00+08:00',
}
const source = sourceConfig.parse({
  poll: { url: 'api/orders', everyMs: 60_000 },
  about: { name: '工单', owner: '热线办', cadenceSeconds: 60 },
  records: { from: 'rows', asOf: 'asOf' },
})
const sources = { 'hotline.work-order': source }
const { feed } = bench(() => Response.json({ rows: [order], asOf: '2026-11-18T10:42:00+08:00' }), {
  config: { sources },
  thread: inline([], [], (id) => Promise.resolve(id === 'hotline' ? counting : undefined)),
})
const list = (parts: Readonly<Record<string, string>> = {}) =>
  feed.get(recordRowsOf('hotline'), { region: null, parts: { kind: 'work-order', ...parts } }, { now: NOW })

const reading = readings['work-order']
if (!reading) throw new Error('no reading')

const inClear = (text: string) => CLEAR.filter((each) => text.includes(each))
const masksIn = (text: string) => text.match(MASKED)?.length ?? 0

describe('of a person nobody reads in the clear', () => {
  it('what leaves the worker', async () => {
    const answer = JSON.stringify(await list())
    expect(inClear(answer)).toEqual([])
    expect(masksIn(answer)).toBeGreaterThan(5)
  })

  it('in a list, in its record, and in the file that a list is saved as', async () => {
    const { rows } = await list()
    const [row] = rows
    const ask = { region: null, parts: { kind: 'work-order', id: '7' } }
    const plain = screenAt(NOW)
    const screen = { ...plain, config: { ...plain.config, sources }, feed }
    const client = createQueryClient()
    client.setQueryData(
      queryOf(screen, recordRowOf('hotline'), ask).queryKey,
      await feed.get(recordRowOf('hotline'), ask, { now: NOW }),
    )
    const seen = {
      list: renderToStaticMarkup(
        <RecordButton row={row} reading={reading} mark={undefined} now={NOW} onOpen={() => undefined} />,
      ),
      record: renderToStaticMarkup(
        <QueryClientProvider client={client}>
          <ScreenContext value={screen}>
            <Drawer open="row:hotline.work-order:7" />
          </ScreenContext>
        </QueryClientProvider>,
      ),
      file: csvOf(reading, rows, [], NOW),
    }
    expect(seen.record).toContain('反映停水')
    for (const [where, text] of Object.entries(seen)) {
      expect(inClear(text), where).toEqual([])
      expect(masksIn(text), where).toBeGreaterThan(1)
    }
  })

  it('and nobody finds anybody: only what is read can be looked for', async () => {
    for (const q of CLEAR) expect((await list({ q })).total, q).toBe(0)
    expect((await list({ q: '138****5678 停水' })).total).toBe(1)
  })
})
