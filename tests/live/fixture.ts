import { test as base } from '@playwright/test'
import { startStack, type Stack, type StackOptions } from './stack.mjs'

export { expect } from '@playwright/test'

interface WorkerFixtures {
  /** How the stack is started: `test.use({ options: { access: 'auth-request' } })`. */
  options: StackOptions
  /** The servers, started once a worker. A test that kills one starts it again. */
  stack: Stack
}

export const test = base.extend<object, WorkerFixtures>({
  // Nothing moves unless a test moves it.
  options: [{ tickMs: 0 }, { option: true, scope: 'worker' }],
  stack: [
    async ({ options }, use) => {
      const dist = process.env['GUANCHENG_DIST']
      const stack = await startStack({ ...(dist !== undefined && { dist }), ...options })
      // Orders that are still to come today would be counted beside those that a test inserts.
      for (const table of ['work_order_step', 'work_order'])
        await stack.pg.query(
          `delete from ops.${table} where order_no in (select order_no from ops.work_order where accepted_at > now())`,
        )
      await use(stack)
      await stack.stop()
    },
    // Starting is slow where others use the machine too.
    { scope: 'worker', timeout: 180_000 },
  ],
})

/** The address of a document. */
export const documentPath = (dataset: string, region = '440111') => `/api/baiyun/${dataset}/${region}`
