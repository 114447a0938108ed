import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { test as stacked } from './fixture'
import type { Stack } from './stack.mjs'

interface Loaded {
  /** Orders of a foreign system stand in gdxt.work_orders, as of the hotline's last beat. */
  readonly orders: number
}

async function loadOrders({ pg }: Stack): Promise<number> {
  const { rows } = await pg.query("select api.order_time('baiyun') as at")
  const at = rows[0]?.['at']
  if (!(at instanceof Date)) throw new Error('the hotline has no data time')
  const args = ['tests/setup/run-ts.mjs', 'tests/live/foreign-orders.ts', String(at.getTime())]
  const cwd = resolve(import.meta.dirname, '../..')
  const { stdout } = await promisify(execFile)('node', args, { cwd, maxBuffer: 50_000_000 })
  await pg.query('truncate gdxt.work_orders')
  const { rows: put } = await pg.query(
    `with put as (insert into gdxt.work_orders select * from jsonb_populate_recordset(null::gdxt.work_orders, $1) returning 1)
     select count(*)::int as n from put`,
    [stdout],
  )
  await pg.query('analyze gdxt.work_orders')
  return Number(put[0]?.['n'])
}

/** The stack with 5,000 orders of a foreign system in its database. */
export const test = stacked.extend<object, Loaded>({
  orders: [
    async ({ stack }, provide) => provide(await loadOrders(stack)),
    { scope: 'worker', timeout: 60_000 },
  ],
})
