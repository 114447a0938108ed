import { connect } from 'mqtt'
import { documentPath, expect, test } from './fixture'
import { EventReader } from './read-events'
import type { Stack } from './stack.mjs'

const touch = (stack: Stack, feed: string) => stack.pg.query('select ops.touch($1, $2)', ['baiyun', feed])
const streamOf = (stack: Stack, topics: string) => `${stack.url}/api/stream?topics=${topics}`

test('a change in the database comes through nginx at once, to those who asked for it', async ({ stack }) => {
  const [mine, other] = await Promise.all([
    EventReader.open(streamOf(stack, 'hotline,exceptions')),
    EventReader.open(streamOf(stack, 'video')),
  ])
  // Connected as far as the peer: a heartbeat opens every stream.
  await Promise.all([mine.next('heartbeat'), other.next('heartbeat')])
  await touch(stack, 'hotline')
  // Nothing is sent after it: a proxy that held back the tail of a message would leave this waiting.
  const changed = await mine.next('changed')
  const { rows } = await stack.pg.query("select beat from ops.feed where id = 'hotline'")
  const beat = rows[0]?.['beat']
  expect(changed.id).toMatch(/^[0-9a-f]{8}-\d+$/)
  expect(changed.data).toMatchObject({ topic: 'hotline', city: 'baiyun' })
  expect(Date.parse((changed.data as { asOf: string }).asOf)).toBe((beat as Date).getTime())
  // Put together from the others, so they changed as well.
  expect((await mine.next('changed')).data).toMatchObject({ topic: 'exceptions' })
  await touch(stack, 'video')
  expect((await other.next('changed')).data).toMatchObject({ topic: 'video' })
  mine.close()
  other.close()
})

test('whoever reads on a hint has the new data within the life of the cache', async ({ stack }) => {
  const url = stack.url + documentPath('hotline')
  const asOf = async () => {
    const document: unknown = await (await fetch(url)).json()
    return Date.parse((document as { asOf: string }).asOf)
  }
  const reader = await EventReader.open(streamOf(stack, 'hotline'))
  await reader.next('heartbeat')
  await asOf()
  await touch(stack, 'hotline')
  const hint = (await reader.next('changed')).data as { asOf: string }
  await expect.poll(asOf).toBe(Date.parse(hint.asOf))
  reader.close()
})

test('heartbeats carry the server’s time', async ({ stack }) => {
  await stack.counters('heartbeatMs=50')
  const reader = await EventReader.open(streamOf(stack, 'hotline'))
  const times = [await reader.next('heartbeat'), await reader.next('heartbeat')].map(({ data }) =>
    Date.parse((data as { now: string }).now),
  )
  expect(times.every((time) => Math.abs(time - Date.now()) < 60_000)).toBe(true)
  reader.close()
  await stack.counters('heartbeatMs=15000')
})

test('what was missed while away is told again, by header and by query', async ({ stack }) => {
  const first = await EventReader.open(streamOf(stack, 'video,hotline'))
  await first.next('heartbeat')
  await touch(stack, 'video')
  const { id } = await first.next('changed')
  first.close()
  await touch(stack, 'hotline')
  await touch(stack, 'video')
  for (const reader of [
    await EventReader.open(`${streamOf(stack, 'video,hotline')}&lastEventId=${id}`),
    await EventReader.open(streamOf(stack, 'video,hotline'), { 'last-event-id': id }),
  ]) {
    expect((await reader.next('changed')).data).toMatchObject({ topic: 'hotline' })
    expect((await reader.next('changed')).data).toMatchObject({ topic: 'video' })
    reader.close()
  }
})

test('ids of another run, or of before a gap nobody saw, are answered with a reset', async ({ stack }) => {
  const stranger = await EventReader.open(`${streamOf(stack, 'video')}&lastEventId=0badc0de-3`)
  await stranger.next('reset')
  stranger.close()
  // Notifications of a database that was away are lost: whoever is connected is told to read everything.
  const reader = await EventReader.open(streamOf(stack, 'video'))
  await reader.next('heartbeat')
  await stack.kill('postgres')
  await stack.start('postgres')
  await reader.next('reset')
  await touch(stack, 'video')
  expect((await reader.next('changed')).data).toMatchObject({ topic: 'video' })
  reader.close()
})

test('a stream ends when its peer does, and comes back', async ({ stack }) => {
  const reader = await EventReader.open(streamOf(stack, 'video'))
  await reader.next('heartbeat')
  await stack.kill('peer')
  await reader.end()
  await stack.start('peer')
  const again = await EventReader.open(streamOf(stack, 'video'))
  await again.next('heartbeat')
  again.close()
})

test('over MQTT: the last hint at once, the next when it comes, and nothing can be published', async ({
  stack,
}) => {
  await touch(stack, 'video')
  const client = connect(`${stack.url.replace('http', 'ws')}/api/mqtt`, { reconnectPeriod: 0 })
  const told: string[] = []
  client.on('message', (topic, payload) => told.push(`${topic} ${payload.toString()}`))
  await new Promise<void>((done, fail) => {
    client.on('connect', () => done())
    client.on('error', fail)
  })
  await client.subscribeAsync('guancheng/baiyun/video')
  await expect.poll(() => told.length).toBe(1)
  expect(told[0]).toContain('"topic":"video"')
  await client.publishAsync('guancheng/baiyun/video', 'forged', { retain: true })
  await touch(stack, 'video')
  await expect.poll(() => told.length).toBe(2)
  expect(told.join()).not.toContain('forged')
  await client.endAsync()
})
