import type { Page } from '@playwright/test'
import { isoTime } from '../../src/lib/calendar'
import { allLive, DOMAINS, expect, healthEntries, panelOf, test, type SourceDraft } from './faults-site'
import type { FaultProxy } from './fault-proxy'
import * as wrong from './wrong-answers'

const HOUR = 3_600_000

/** All sources speak on one stream and are polled so seldom that a change seen within minutes was pushed. */
function pushed(everyMs: number) {
  return ({ sources }: { sources: Record<string, SourceDraft> }) => {
    for (const id of DOMAINS)
      Object.assign(sources[id] ?? {}, {
        poll: { url: 'api/{city}/{dataset}/{region}', everyMs },
        push: { kind: 'sse', url: 'api/stream', topic: id },
        staleAfterMs: 10 * HOUR,
      })
  }
}

/** More open orders, so that the sums of the document still hold. */
function raiseOpen(city: FaultProxy, by: number): number {
  const { open, stages, ageing } = Object(city.documents.get('hotline')?.operation) as {
    open: { value: number }
    stages: { count: number }[]
    ageing: { count: number }[]
  }
  for (const part of [stages[0], ageing[0]]) if (part) part.count += by
  open.value += by
  return open.value
}

const shown = (page: Page) => panelOf(page, 'hotline').locator('[data-metric="hotline_open"]')
const askedAll = (city: FaultProxy) => DOMAINS.map((id) => city.asked(id))
const now = (city: FaultProxy) => isoTime(city.now())

test('a change is pushed: one read, the new value, and nobody else is asked; rubbish harms nothing, nor does silence', async ({
  page,
  city,
  world,
}) => {
  world.configure(pushed(HOUR))
  await world.openWall()
  await expect.poll(() => city.stream.open).toBe(1)
  const [hotline = 0, ...others] = askedAll(city)
  for (const round of [1, 2, 3]) {
    const value = raiseOpen(city, 7)
    city.stream.tell('hotline', JSON.stringify({ topic: 'hotline', asOf: now(city) }))
    await world.pass(2000, 1000)
    await expect(shown(page)).toHaveAttribute('data-value', String(value))
    expect(askedAll(city)).toEqual([hotline + round, ...others])
  }
  for (const data of ['', '{', 'null', '[]', '{"topic":7}', '{"topic":"nobody"}', '{"topic":"__proto__"}'])
    city.stream.tell('hotline', data)
  const value = raiseOpen(city, 7)
  city.stream.tell('hotline')
  await world.pass(2000, 1000)
  await expect(shown(page), 'after rubbish').toHaveAttribute('data-value', String(value))
  // Many times as long as a stream may be silent: an idle one that is well is never dialled again.
  await world.pass(300_000, 10_000)
  expect(city.stream.resumed).toEqual([null])
  expect(city.stream.open).toBe(1)
})

test('a hint that a cache does not follow yet is asked after with patience, until it is met', async ({
  page,
  city,
  world,
}) => {
  world.configure(pushed(60_000))
  await world.openWall()
  await expect.poll(() => city.stream.open).toBe(1)
  const old = await shown(page).getAttribute('data-value')
  const cached = structuredClone(city.documents.get('hotline'))
  const cachedAt = now(city)
  city.fault(
    'hotline',
    wrong.altered((document) => Object.assign(document, cached, { asOf: cachedAt })),
  )
  const asked = city.asked('hotline')
  const value = raiseOpen(city, 7)
  await world.pass(2000, 1000)
  city.stream.tell('hotline', JSON.stringify({ topic: 'hotline', asOf: now(city) }))
  await world.pass(60_000, 1000)
  await expect(shown(page)).toHaveAttribute('data-value', old ?? '')
  expect(city.asked('hotline') - asked).toBeGreaterThan(2)
  expect(city.asked('hotline') - asked).toBeLessThan(10)
  city.mend()
  await world.pass(60_000)
  await expect(shown(page)).toHaveAttribute('data-value', String(value))
})

test('a socket that is open and silent is found out; polling stands in until it is dialled anew', async ({
  page,
  city,
  world,
  faults,
}) => {
  faults.allow(/\/api\/stream/)
  world.configure(pushed(5000))
  await world.openWall()
  await world.pass(20_000, 10_000)
  expect(city.stream.resumed).toHaveLength(1)
  const whilePushed = city.asked(...DOMAINS)
  await world.pass(60_000)
  const slow = city.asked(...DOMAINS) - whilePushed

  city.stream.mute()
  city.fault('stream', wrong.status(502))
  await world.pass(60_000, 10_000)
  expect(await healthEntries(page)).toContainEqual(expect.stringContaining('推送 api/stream · 中断'))
  const whileDown = city.asked(...DOMAINS)
  const since = city.now()
  await world.pass(60_000)
  // Twelve periods of four sources at full pace, a good deal fewer while the stream speaks.
  expect(city.asked(...DOMAINS) - whileDown).toBeGreaterThan(36)
  expect(slow).toBeLessThan(24)
  await allLive(page, since + 40_000)

  city.mend()
  await world.pass(30_000, 10_000)
  expect(city.stream.open).toBe(1)
  const value = raiseOpen(city, 7)
  city.stream.tell('hotline', JSON.stringify({ topic: 'hotline', asOf: now(city) }))
  await world.pass(2000, 1000)
  await expect(shown(page)).toHaveAttribute('data-value', String(value))
})

test('a stream refused for minutes is dialled again and again, with pauses, and comes back', async ({
  page,
  city,
  world,
  faults,
}) => {
  faults.allow(/\/api\/stream/)
  world.configure(pushed(5000))
  city.fault('stream', wrong.status(502))
  await world.openWall()
  await world.pass(300_000, 10_000)
  await allLive(page, city.now() - 30_000)
  const dialled = city.asked('stream')
  expect(dialled).toBeGreaterThan(10)
  expect(dialled).toBeLessThan(100)
  city.mend()
  await world.pass(20_000)
  expect(city.stream.open).toBe(1)
})

test('what was told while the line was cut is heard after it, and everything is read again from a server that forgot', async ({
  page,
  city,
  world,
  faults,
}) => {
  faults.allow(/\/api\/stream/)
  world.configure(pushed(HOUR))
  await world.openWall()
  await expect.poll(() => city.stream.open).toBe(1)
  const [hotline = 0, ...others] = askedAll(city)
  city.stream.drop()
  const told = raiseOpen(city, 7)
  city.stream.tell('hotline')
  await world.pass(15_000)
  await expect(shown(page)).toHaveAttribute('data-value', String(told))
  // Nothing was missed of the others, so they are not asked.
  expect(askedAll(city)).toEqual([hotline + 1, ...others])
  expect(city.stream.resumed.at(-1)).toBe('1-0')

  const asked = askedAll(city)
  const value = raiseOpen(city, 7)
  await city.down()
  await city.up()
  await world.pass(15_000)
  expect(askedAll(city), 'after a restart').toEqual(asked.map((n) => n + 1))
  await expect(shown(page)).toHaveAttribute('data-value', String(value))
})

test('a newer document wins over an older poll that comes in late', async ({ page, city, world }) => {
  world.configure((profile) => {
    pushed(5000)(profile)
    // Nothing but the newer document ends the older poll.
    Object.assign(profile.sources['hotline']?.poll ?? {}, { timeoutMs: 100_000 })
  })
  await world.openWall()
  await expect.poll(() => city.stream.open).toBe(1)
  const old = wrong.late()
  city.fault('hotline', old.fault)
  // The quiet poll of a source whose stream is up goes out, and its answer is kept on the way.
  await world.passUntil(() => old.waiting() > 0)
  city.mend()
  const value = raiseOpen(city, 7)
  city.stream.tell('hotline', JSON.stringify({ topic: 'hotline', asOf: now(city) }))
  await world.leap(2000)
  await expect(shown(page)).toHaveAttribute('data-value', String(value))
  const asOf = await panelOf(page, 'hotline').getAttribute('data-as-of')
  old.release()
  await world.pass(2000, 1000)
  await expect(shown(page)).toHaveAttribute('data-value', String(value))
  expect(
    Date.parse((await panelOf(page, 'hotline').getAttribute('data-as-of')) ?? ''),
  ).toBeGreaterThanOrEqual(Date.parse(asOf ?? ''))
})
