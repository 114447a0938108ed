import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Study } from '../../src/domains/hotline/contract-study'
import { isoTime } from '../../src/lib/calendar'
import { expect } from './fixture'
import { test } from './records-fixture'

interface Answer {
  readonly region: string | null
  readonly parts: Readonly<Record<string, string>>
  readonly kept: Study | null
  readonly asked: Study | null
}

/**
 * Ten weeks of orders before those of the foreign system, and thirty of one kind and place in the last week. The season of a year ago, in
 * which one kind was twice and more what it had been before; of that kind too more than that came in the last week.
 */
const EARLIER = `
  with moment as (select date_trunc('day', api.order_time('baiyun') at time zone 'Asia/Shanghai') as today)
  insert into gdxt.work_orders (gdbh, sqlx, yjfl, zbdw, szzjbm, szzj, pdfs, slsj, hfsj, bjsj, gxsj)
  select 'study-' || day || '-' || n, 3, (array['噪声扰民', '占道经营', '停车管理'])[1 + (day * 3 + n) % 3],
    (array['区城管局', '区交通局'])[1 + n % 2], (array['440111103', '440111113'])[1 + n % 2], (array['人和', '江高'])[1 + n % 2], 2, at, at + interval '1 day',
    at + interval '2 days', at + interval '2 days'
  from moment, generate_series(8, 77) as day, generate_series(0, 60) as n, lateral (
    select today - day * interval '1 day' + (n % 24) * interval '1 hour' as at) as times
  union all
  select 'rise-' || n, 3, '水浸街', '区水务局', '440111103', '人和', 2, at, null, null, at
  from moment, generate_series(1, 30) as n, lateral (
    select today - (1 + n % 7) * interval '1 day' + interval '9 hours' as at) as times
  union all
  select 'study-season-' || day || '-' || n, 3, case when n > 20 then '停车管理' else (array['噪声扰民', '占道经营', '停车管理'])[1 + (day * 3 + n) % 3] end,
    '区交通局', '440111113', '江高', 2, at, at + interval '1 day', at + interval '2 days', at + interval '2 days'
  from moment, generate_series(350, 450) as day, generate_series(0, 41) as n, lateral (
    select today - day * interval '1 day' + (n % 24) * interval '1 hour' as at) as times
  where n <= 20 or day between 357 and 377
  union all
  select 'rise-season-' || n, 3, '停车管理', '区交通局', '440111103', '人和', 2, at, null, null, at
  from moment, generate_series(1, 300) as n, lateral (
    select today - (1 + n % 7) * interval '1 day' + interval '10 hours' as at) as times`

/** The system keeps a second category: some orders have one, and each is of one category. */
const TOPICS = `
  update gdxt.work_orders set ejfl = case
      when gdbh like 'rise-season-%' then '车位不足' when gdbh like 'rise-%' then '道路积水'
      when yjfl = '停车管理' then case when right(gdbh, 1) < '7' then '车位不足' end
      else yjfl || case when right(gdbh, 1) < '5' then '甲' else '乙' end end
  where gdbh like 'study-%' or gdbh like 'rise-%'`

test('a study says the same from orders kept by the wall and from SQL, whatever narrows it', async ({
  stack,
  orders,
}) => {
  expect(orders).toBe(5000)
  const { pg, url } = stack
  await pg.query(EARLIER)
  try {
    const { rows } = await pg.query("select api.order_time('baiyun') as at")
    const at: unknown = rows[0]?.['at']
    if (!(at instanceof Date)) throw new Error('the hotline has no data time')
    const bothWays = async (kind: string) => {
      const args = ['tests/setup/run-ts.mjs', 'tests/live/read-studies.ts', url, isoTime(at.getTime()), kind]
      const cwd = resolve(import.meta.dirname, '../..')
      const { stdout } = await promisify(execFile)('node', args, { cwd, maxBuffer: 100_000_000 })
      const answers = JSON.parse(stdout) as readonly Answer[]
      for (const { region, parts, kept, asked } of answers)
        expect(asked, `${kind} ${region} ${JSON.stringify(parts)}`).toEqual(kept)
      return answers
    }
    const [whole, town] = await bothWays('orders')
    expect(whole?.kept?.total).toBeGreaterThan(8000)
    expect(whole?.kept?.risingWeeks).toBe(8)
    const risen = town?.kept?.rising.find(({ topic }) => topic === '水浸街')
    expect(risen).toMatchObject({ count: 30, expected: 0, town: { code: '440111103' } })
    // Some seventy a week before; twice as many are to be expected of the season.
    const seasonal = town?.asked?.rising.find(({ topic }) => topic === '停车管理')
    expect(seasonal?.expected).toBeGreaterThan(120)

    // With topics it is they that rise, each in its category; what narrows by them narrows the others.
    await pg.query(TOPICS)
    const [named, inTown] = await bothWays('year')
    expect(named?.asked?.topic.find(({ value }) => value === '车位不足')?.count).toBeGreaterThan(300)
    expect(inTown?.asked?.rising).toContainEqual(
      expect.objectContaining({ topic: '道路积水', category: '水浸街', count: 30, expected: 0 }),
    )
  } finally {
    await pg.query("delete from gdxt.work_orders where gdbh like 'study-%' or gdbh like 'rise-%'")
  }
})
