import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DataFault } from '../../../src/data/data-fault'
import { createGate, type Gate } from '../../../src/data/transport/gate'
import { readJson } from '../../../src/data/transport/read-json'
import { manualTimers, type ManualTimers } from './manual-timers'
import { json, serve } from './server'

let timers: ManualTimers
let gate: Gate
let started: string[]
/** How to end the work of that name. */
let end: Map<string, (error?: Error) => void>
beforeEach(() => {
  timers = manualTimers()
  gate = createGate({ timers })
  started = []
  end = new Map()
})

/** Asks for work that runs until the test ends it. */
function ask(name: string, retry = false): Promise<string> {
  return gate.run(name, { retry }, () => {
    started.push(name)
    return new Promise((resolve, reject) => {
      end.set(name, (error) => (error ? reject(error) : resolve(name)))
    })
  })
}

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`)

describe('the budget', () => {
  it('lets five requests run at once and the rest follow in order of arrival', async () => {
    const all = names('a', 8).map((name) => ask(name))
    await timers.pass(0)
    expect(started).toEqual(names('a', 5))
    end.get('a3')?.()
    end.get('a1')?.()
    await timers.pass(0)
    expect(started).toEqual(names('a', 7))
    await expect(all[3]).resolves.toBe('a3')
  })

  it('passes a failure on and gives its place to the next', async () => {
    const all = names('a', 6).map((name) => ask(name))
    await timers.pass(0)
    end.get('a0')?.(new Error('broken'))
    await expect(all[0]).rejects.toThrow('broken')
    await timers.pass(0)
    expect(started).toContain('a5')
  })

  it('survives work that throws before it promises anything', async () => {
    const thrown = gate.run('a', { retry: false }, () => {
      throw new Error('at once')
    })
    await expect(thrown).rejects.toThrow('at once')
    void names('b', 5).map((name) => ask(name))
    await timers.pass(0)
    expect(started).toEqual(names('b', 5))
  })

  it('takes a place back from work that never ends, and says so', async () => {
    const outcomes = names('hung', 5).map((name) => ask(name).catch((error: unknown) => error))
    void ask('next')
    await timers.pass(129_000)
    expect(started).not.toContain('next')
    await timers.pass(1000)
    expect(started).toContain('next')
    const fault = await outcomes[0]
    expect(fault).toBeInstanceOf(DataFault)
    expect(fault).toMatchObject({ kind: 'timeout', message: '接口超时：sources.hung0 130 秒未结束' })
  })

  it('leaves no timer behind when work ends', async () => {
    const done = ask('a')
    await timers.pass(0)
    end.get('a')?.()
    await done
    expect(timers.pending()).toBe(0)
  })
})

describe('attempts at sources that fail', () => {
  it('start one a second, in order of arrival', async () => {
    void names('r', 3).map((name) => ask(name, true))
    await timers.pass(0)
    expect(started).toEqual(['r0'])
    await timers.pass(999)
    expect(started).toEqual(['r0'])
    await timers.pass(1)
    expect(started).toEqual(['r0', 'r1'])
    await timers.pass(1000)
    expect(started).toEqual(['r0', 'r1', 'r2'])
  })

  it('do not hold up sources that answer', async () => {
    void names('r', 2).map((name) => ask(name, true))
    void ask('well')
    await timers.pass(0)
    expect(started).toEqual(['r0', 'well'])
  })

  it('hung as they may be, leave room for sources that answer', async () => {
    void names('r', 6).map((name) => ask(name, true))
    await timers.pass(20_000)
    expect(started).toEqual(['r0', 'r1', 'r2'])
    void names('well', 3).map((name) => ask(name))
    await timers.pass(0)
    expect(started.slice(3)).toEqual(['well0', 'well1'])
  })
})

describe('with a real server that never answers one address', () => {
  let stop: () => Promise<void>
  let url: string
  beforeEach(async () => {
    const server = await serve((request, response) => {
      if (!request.url?.includes('hung')) json('{"ok":true}')(request, response)
    })
    stop = server.stop
    url = server.url
  })
  afterEach(() => stop())

  it('the place is free again once the request has timed out', async () => {
    const narrow = createGate({ limit: 1 })
    const read = (address: string, timeoutMs: number) =>
      narrow.run('hotline', { retry: false }, () => readJson(address, { timeoutMs, maxBytes: 1000, fetch }))
    const hung = read(`${url}?hung`, 200).catch((error: unknown) => error)
    expect(await read(url, 60_000)).toEqual({ ok: true })
    expect(await hung).toMatchObject({ kind: 'timeout' })
  })
})
