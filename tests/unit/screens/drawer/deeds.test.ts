import { beforeEach, describe, expect, it } from 'vitest'
import type { Receipt } from '../../../../src/contract/resource'
import { DataFault } from '../../../../src/data/data-fault'
import { newKey } from '../../../../src/lib/new-key'
import { carryOut } from '../../../../src/screens/drawer/deeds/doing'
import type { Store } from '../../../../src/lib/kept'
import { isOpen, readKept, type Deed } from '../../../../src/screens/drawer/deeds/kept'
import { createDeeds } from '../../../../src/screens/drawer/deeds/store'

const AT = '2026-11-18T10:42:00+08:00'

const deed = (change: Partial<Deed> = {}): Deed => ({
  key: newKey(),
  action: 'hotline.supervise',
  city: 'baiyun',
  target: '7',
  body: { record: '7', exception: 'hotline-overdue-7', reason: '请今日回复' },
  pressedAt: AT,
  state: 'asking',
  at: null,
  message: null,
  ...change,
})

/** What a browser keeps for a site. */
function storage(): Store & { readonly text: () => string } {
  const kept = new Map<string, string>()
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    text: () => [...kept.values()].join(),
  }
}

let store: ReturnType<typeof storage>
/** Keys and bodies that the server was asked with, in order. */
let asked: Pick<Deed, 'key' | 'body'>[]
let waits: number[]
let reread: string[]

beforeEach(() => {
  store = storage()
  asked = []
  waits = []
  reread = []
})

type Said = Receipt['state'] | 'lost'

/** A page that acts, and a server that answers so one after the other. */
function page(...answers: Said[]) {
  const deeds = createDeeds(store)
  const seen: string[] = []
  deeds.subscribe(({ deeds: [first] }) => first && seen.push(first.state))
  return {
    deeds,
    /** States that the row of the newest deed went through. */
    seen,
    carryOut: (one: Deed) =>
      carryOut(one, {
        async act({ key, body }) {
          asked.push({ key, body })
          const state = answers.shift() ?? 'done'
          if (state === 'lost') throw new DataFault('network', '连接中断')
          return { contract: 'hotline.supervise/1', key, state, at: AT, message: '已督办' }
        },
        put: deeds.getState().put,
        done: ({ key }) => reread.push(key),
        timers: {
          after(ms, run) {
            waits.push(ms)
            queueMicrotask(run)
            return () => undefined
          },
        },
      }),
  }
}

describe('a deed', () => {
  it('is kept before it is sent, done with its time, and has what shows it read again', async () => {
    const { deeds, seen, carryOut: send } = page('done')
    const one = deed()
    const sending = send(one)
    expect(readKept(store)).toEqual([one])
    await sending
    expect(seen).toEqual(['asking', 'done'])
    expect(deeds.getState().deeds).toMatchObject([{ key: one.key, state: 'done', at: AT, message: '已督办' }])
    expect(reread).toEqual([one.key])
  })

  it('under way is asked about under its key, less and less often, until somebody says more', async () => {
    const { seen, carryOut: send } = page('pending', 'pending', 'pending', 'pending', 'pending', 'done')
    const one = deed()
    await send(one)
    expect(new Set(asked.map(({ key }) => key))).toEqual(new Set([one.key]))
    expect(seen.filter((state, i) => state !== seen[i - 1])).toEqual(['asking', 'pending', 'done'])
    expect(waits).toEqual([5000, 10_000, 20_000, 40_000, 60_000])
  })

  it('whose answer was lost says why, and is tried again with the same key and body', async () => {
    const { deeds, carryOut: send } = page('lost', 'done')
    await send(deed())
    const [failed] = deeds.getState().deeds
    expect(failed).toMatchObject({ state: 'failed', message: expect.stringContaining('连接中断') as string })
    expect(reread).toEqual([])
    if (failed) await send(failed)
    expect(asked[1]).toEqual(asked[0])
    expect(deeds.getState().deeds).toMatchObject([{ state: 'done' }])
  })

  it('that is refused says why and asks for nothing to be read again', async () => {
    const { deeds, carryOut: send } = page('refused')
    await send(deed())
    expect(deeds.getState().deeds).toMatchObject([{ state: 'refused', message: '已督办' }])
    expect(reread).toEqual([])
  })

  it('is asked for once at a time, however often it is pressed', async () => {
    const { carryOut: send } = page()
    const one = deed()
    await Promise.all([send(one), send(one)])
    expect(asked).toHaveLength(1)
  })
})

describe('a page that was closed', () => {
  it('while nobody had answered leaves the deed to the next, which asks with the same key and body', async () => {
    const one = deed()
    page().deeds.getState().put(one)
    const { deeds, carryOut: send } = page('done')
    const [left] = deeds.getState().deeds.filter(isOpen)
    expect(left).toEqual(one)
    if (left) await send(left)
    expect(asked).toEqual([{ key: one.key, body: one.body }])
  })

  it('leaves no free text of what is settled', async () => {
    await page('done').carryOut(deed())
    expect(store.text()).toContain('hotline-overdue-7')
    expect(store.text()).not.toContain('请今日回复')
  })

  it('leaves a bounded number, what is open before all others', () => {
    const { put } = page().deeds.getState()
    put(deed({ key: 'open', state: 'pending' }))
    for (let i = 0; i < 80; i++) put(deed({ key: `k${i}`, state: 'done' }))
    const keys = readKept(store).map(({ key }) => key)
    expect(keys).toHaveLength(60)
    expect(keys).toContain('open')
    expect(keys[0]).toBe('k79')
  })

  it('whose memory is no list of deeds, or cannot be written, costs only the memory', () => {
    for (const text of ['{', '{}', '[1, {"key": "k"}]', '[{"key":"k","state":"maybe"}]'])
      expect(readKept({ getItem: () => text, setItem: () => undefined })).toEqual([])
    const full: Store = {
      getItem: () => null,
      setItem() {
        throw new Error('quota')
      },
    }
    const { getState } = createDeeds(full)
    getState().put(deed())
    expect(getState().deeds).toHaveLength(1)
  })
})

it('keys differ, and are short enough for the contract', () => {
  const keys = new Set(Array.from({ length: 100 }, newKey))
  expect(keys.size).toBe(100)
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/)
})
