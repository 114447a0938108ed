import { expect, it } from 'vitest'
import { sourceConfig } from '../../../src/config/source'
import { readers } from '../../../src/domains/hotline/contract'
import { hotline } from '../../../src/domains/hotline/resources'
import { counting } from '../../../src/domains/hotline/summary'
import { bench, inline, NOW } from './feed-fixture'

const order = (orderNo: string, accepted: string, closed: string | null) => ({
  orderNo,
  acceptedAt: `2026-11-${accepted}T08:00:00+08:00`,
  closedAt: closed && `2026-11-${closed}T08:00:00+08:00`,
})
const rows = [order('1', '01', '08'), order('2', '16', '17'), order('3', '18', null)]

/** Days in which nine of ten closed orders were done, at a site that keeps closed orders for so long. */
async function p90(keepDays?: number) {
  const source = sourceConfig.parse({
    poll: { url: 'api/{city}/orders', everyMs: 60_000 },
    about: { name: '工单', owner: '热线办', cadenceSeconds: 60 },
    records: { from: 'rows', ...(keepDays !== undefined && { keepDays }) },
  })
  const { feed } = bench(() => Response.json({ rows }, { headers: { date: new Date(NOW).toUTCString() } }), {
    config: { sources: { 'hotline.work-order': source } },
    thread: inline(readers, [], async (id) => (id === 'hotline' ? counting : undefined)),
  })
  return (await feed.get(hotline, { region: null }, { now: NOW })).operation?.p90Days?.value
}

it('closed orders are let go of once they have been closed for longer than a site keeps them, and no sooner', async () => {
  expect([await p90(), await p90(11), await p90(5)]).toEqual([7, 7, 1])
})
