import { expect, it } from 'vitest'
import type { Receipt } from '../../../../src/contract/resource'
import { DataFault } from '../../../../src/data/data-fault'
import type { Store } from '../../../../src/lib/kept'
import { createOutbox, type Unsent } from '../../../../src/panel/alarms/outbox'

const AT = '2026-11-18T10:42:00.000+08:00'
const notice = (key: string): Unsent => ({
  key,
  exception: 'a',
  deed: 'acknowledged',
  at: AT,
  until: null,
  reason: null,
})

function storage(): Store {
  const kept = new Map<string, string>()
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value) }
}

type Said = Receipt['state'] | 'lost'

/** A page that sends, and a server that answers so one after the other; waits end when they are told to. */
function page(store: Store, ...answers: Said[]) {
  const sent: string[] = []
  const states: string[] = []
  const waits: (() => void)[] = []
  const outbox = createOutbox({
    store,
    name: 'unsent',
    async post({ key }) {
      sent.push(key)
      const state = answers.shift() ?? 'done'
      if (state === 'lost') throw new DataFault('network', '连接中断')
      return {
        contract: 'exceptions.note/1',
        key,
        state,
        at: AT,
        message: state === 'refused' ? '不收' : null,
      }
    },
    changed: ({ unsent, why }) => void states.push(`${unsent} ${why ?? ''}`.trim()),
    timers: {
      after(_, run) {
        waits.push(run)
        return () => undefined
      },
    },
  })
  const rest = () => new Promise((resolve) => setImmediate(resolve))
  return { outbox, sent, states, waits, rest }
}

it('sends what was done, oldest first, and again under the same key until it is answered', async () => {
  const { outbox, sent, states, waits, rest } = page(storage(), 'lost')
  outbox.put(notice('1'))
  outbox.put(notice('2'))
  await rest()
  expect([sent, states.at(-1)]).toEqual([['1'], '2 网络不通：连接中断'])
  waits.shift()?.()
  await rest()
  expect([sent, states.at(-1)]).toEqual([['1', '1', '2'], '0'])
})

it('is sent by the next page where this one was closed before anybody answered', async () => {
  const store = storage()
  const first = page(store, 'lost')
  first.outbox.put(notice('1'))
  await first.rest()
  first.outbox.stop()
  const next = page(store)
  next.outbox.open()
  await next.rest()
  expect([next.sent, next.states.at(-1)]).toEqual([['1'], '0'])
  const last = page(store)
  last.outbox.open()
  await last.rest()
  expect(last.sent).toEqual([])
})

it('says why something was refused, and goes on with the next', async () => {
  const { outbox, sent, states, rest } = page(storage(), 'refused')
  outbox.put(notice('1'))
  await rest()
  expect(states.at(-1)).toBe('0 不收')
  outbox.put(notice('2'))
  await rest()
  expect([sent, states.at(-1)]).toEqual([['1', '2'], '0'])
})
