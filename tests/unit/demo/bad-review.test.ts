import { expect, it } from 'vitest'
import { rowsOfColumns } from '../../../src/data/store/rows-of-columns'
import { isFields, type Fields } from '../../../src/lib/fields'
import { parseTime } from '../../../src/lib/calendar'
import { answer } from '../golden/city'

const STEPS = ['verifyingAt', 'rectifyingAt', 'callbackAt', 'closedAt']
let now = parseTime('2026-11-18T10:42:00+08:00')

const post = async (action: string, id: string, key: string) => {
  const { status, body } = await answer(`baiyun/${action}/${id}`, now, { key })
  return { status, body }
}
async function reviews(): Promise<readonly Fields[]> {
  const { body } = await answer('baiyun/service-hall.evaluation?since=', now, null)
  return isFields(body) ? rowsOfColumns(body['rows'], 'rows').filter(isFields) : []
}

it('a bad review is brought to its closure step by step, and then no further', async () => {
  const name = String((await reviews()).find((row) => row['closedAt'] === null)?.['evaluationNo'])
  const reached = async () => {
    const own = (await reviews()).find((row) => row['evaluationNo'] === name)
    return STEPS.filter((step) => own?.[step] !== null).length
  }
  for (let at = await reached(); at < STEPS.length; at++) {
    const done = { state: 'done', message: '演示：已在本机登记' }
    expect((await post('service-hall.advance', name, `r${at}`)).body).toMatchObject(done)
    // The same key never acts twice.
    expect((await post('service-hall.advance', name, `r${at}`)).body).toMatchObject(done)
    expect(await reached()).toBe(at + 1)
    now += 60_000
  }
  expect((await post('service-hall.advance', name, 'r9')).body).toMatchObject({
    state: 'refused',
    message: '演示：该评价已闭环',
  })
})

it('the owner of anything that needs a person is told, as a demo tells: on the receipt', async () => {
  expect(await post('exceptions.notify', 'river', 'n1')).toMatchObject({
    status: 200,
    body: { contract: 'exceptions.notify/1', key: 'n1', state: 'done', message: '演示：已在本机登记' },
  })
  expect((await post('weather.notify', '1', 'n2')).status).toBe(404)
})
