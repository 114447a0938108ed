import { describe, expect, it } from 'vitest'
import { DataFault } from '../../../src/data/data-fault'
import type { FaultKind } from '../../../src/data/fault-kind'
import { ageOf } from '../../../src/contract/freshness'
import { panelState, type PanelFacts, type PanelState } from '../../../src/panel/panel-state'
import { sample } from '../contract/sample'

const AS_OF = Date.parse('2026-11-18T10:42:00+08:00')
const PERIOD = 60_000
const absence = (kind: 'not-built' | 'not-connected' | 'no-permission') =>
  sample({ absence: { kind, reason: '尚未接入', source: '年度报告' }, operation: null })
const simulated = sample()
const live = sample({ source: { ...simulated.source, simulated: false } })
const fault = (kind: FaultKind) => new DataFault(kind, 'x')

const state = (facts: Partial<PanelFacts>): PanelState =>
  panelState({
    document: live,
    fault: undefined,
    now: AS_OF,
    isEmpty: false,
    ...facts,
  })

describe('one state, the first that applies', () => {
  it.each<[string, Partial<PanelFacts>, PanelState]>([
    ['nothing yet', { document: undefined }, 'loading'],
    ['fresh data', {}, 'live'],
    ['fresh data that is simulated', { document: simulated }, 'demo'],
    ['a source that answered with nothing', { document: sample({ operation: null }) }, 'empty'],
    ['data that shows nothing', { isEmpty: true }, 'empty'],
    ['a failure without data', { document: undefined, fault: fault('timeout') }, 'failed'],
    ['a failure over old data', { fault: fault('http') }, 'failed'],
    ['a failure over empty data', { isEmpty: true, fault: fault('network') }, 'failed'],
    ['a broken contract', { fault: fault('contract') }, 'failed'],
    ['a refusal', { document: undefined, fault: new DataFault('auth', 'HTTP 403') }, 'no-permission'],
    ['a session that has ended', { document: undefined, fault: fault('auth') }, 'failed'],
    ['a refusal over data held from before', { fault: fault('auth') }, 'failed'],
    ['a document without a part the panel needs', { isPartial: true }, 'not-connected'],
    ['the same, read again in vain', { isPartial: true, fault: fault('http') }, 'not-connected'],
    ['the same, however old', { isPartial: true, now: AS_OF + 1e12 }, 'not-connected'],
    ['a document that says there is nothing, in few words', { isPartial: true, isEmpty: true }, 'empty'],
    ['no source', { document: undefined, fault: fault('not-connected') }, 'not-connected'],
    ['a system not built', { document: absence('not-built') }, 'not-built'],
    ['a system not connected', { document: absence('not-connected') }, 'not-connected'],
    ['a system closed to us', { document: absence('no-permission') }, 'no-permission'],
    [
      'an absence, however old its document',
      { document: absence('not-built'), now: AS_OF + 1e12 },
      'not-built',
    ],
    [
      'an absence that could not be read again',
      { document: absence('not-built'), fault: fault('http') },
      'not-built',
    ],
    ['empty data, however old', { isEmpty: true, now: AS_OF + 1e12 }, 'empty'],
  ])('%s', (_, facts, expected) => {
    expect(state(facts)).toBe(expected)
  })
})

describe('ageing by the source’s own time and period', () => {
  it.each<[number, PanelState]>([
    [0, 'live'],
    [2 * PERIOD, 'live'],
    [2 * PERIOD + 1, 'late'],
    [5 * PERIOD, 'late'],
    [5 * PERIOD + 1, 'stale'],
    [1e12, 'stale'],
    [-10_000, 'live'],
  ])('%d ms after the data time', (age, expected) => {
    expect(state({ now: AS_OF + age })).toBe(expected)
  })

  it.each<[number, number, PanelState]>([
    // Sooner than late would come: the source's own limit is the one that counts.
    [PERIOD, PERIOD, 'live'],
    [PERIOD, PERIOD + 1, 'stale'],
    [PERIOD, 2 * PERIOD + 1, 'stale'],
    [3 * PERIOD, 2 * PERIOD, 'live'],
    [3 * PERIOD, 2 * PERIOD + 1, 'late'],
    [3 * PERIOD, 3 * PERIOD + 1, 'stale'],
    [60 * PERIOD, 60 * PERIOD, 'late'],
    [60 * PERIOD, 60 * PERIOD + 1, 'stale'],
  ])('with its own limit of %d ms, %d ms after the data time', (staleAfterMs, age, expected) => {
    expect(state({ now: AS_OF + age, staleAfterMs })).toBe(expected)
  })

  it('without a limit of its own the period decides', () => {
    expect(state({ now: AS_OF + 5 * PERIOD, staleAfterMs: undefined })).toBe('late')
    expect(state({ now: AS_OF + 5 * PERIOD + 1, staleAfterMs: undefined })).toBe('stale')
  })

  it('simulated data that is late says late', () => {
    expect(state({ document: simulated, now: AS_OF + 2 * PERIOD + 1 })).toBe('late')
    expect(state({ document: simulated, now: AS_OF + 5 * PERIOD + 1 })).toBe('stale')
  })

  it('a slow source may be old and still be live', () => {
    const daily = sample({ source: { ...live.source, cadenceSeconds: 86_400 } })
    expect(state({ document: daily, now: AS_OF + 2 * 86_400_000 })).toBe('live')
    expect(state({ document: daily, now: AS_OF + 2 * 86_400_000 + 1 })).toBe('late')
  })

  it('the age is never negative', () => {
    expect(ageOf(sample(), AS_OF - 1)).toBe(0)
    expect(ageOf(sample(), AS_OF + 1)).toBe(1)
  })
})
