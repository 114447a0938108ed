import { describe, expect, it, vi } from 'vitest'
import { defineDataset } from '../../../src/contract/dataset'
import type { CityDocument } from '../../../src/contract/document'
import { schema, type ExceptionsDocument } from '../../../src/domains/exceptions/contract'
import { sample } from './sample'

const moment = { now: 0, region: null, limits: {} }

describe('defineDataset', () => {
  it('owns documents of its own contract id and version only', () => {
    const dataset = defineDataset({ id: 'exceptions', schema })
    expect(dataset.owns(sample())).toBe(true)
    expect(dataset.owns(sample({ contract: 'exceptions/2' }))).toBe(false)
    expect(dataset.owns(sample({ contract: 'hotline/1' }))).toBe(false)
  })

  it('never simulates a document of another contract', () => {
    const simulate = vi.fn((document: ExceptionsDocument) => ({ ...document, region: '000000' }))
    const dataset = defineDataset({ id: 'exceptions', schema, simulate })
    const foreign = sample({ contract: 'hotline/1' })
    expect(dataset.simulate?.(foreign, moment, new Map())).toBe(foreign)
    expect(simulate).not.toHaveBeenCalled()
    expect(dataset.simulate?.(sample(), moment, new Map()).region).toBe('000000')
  })

  it('says which contract its documents carry', () => {
    expect(defineDataset({ id: 'exceptions', schema }).contract).toBe('exceptions/1')
  })

  it('has no simulation where none was given, and derives from nothing', () => {
    const dataset = defineDataset({ id: 'exceptions', schema })
    expect('simulate' in dataset).toBe(false)
    expect('derive' in dataset).toBe(false)
    expect(dataset.derivedFrom).toEqual([])
    expect(dataset.wholeCity).toBe(false)
  })

  it('passes the first wrong field on by its path', () => {
    const parsed = defineDataset({ id: 'exceptions', schema }).parse(sample({ city: '' }))
    expect(parsed.success).toBe(false)
    if (!parsed.success) expect(parsed.error.issues[0]?.path).toEqual(['city'])
  })
})

describe('a derived dataset', () => {
  const given: unknown[] = []
  const list = defineDataset({
    id: 'exceptions',
    schema,
    derivedFrom: ['a', 'b'],
    derive(when, inputs, base) {
      given.splice(0, given.length, when, [...inputs.keys()], base)
      return { operation: { unseen: ['video'] } }
    },
  })
  const live = { name: '汇总', owner: '本系统', cadenceSeconds: 5, simulated: false }
  const envelope = { city: 'huaibei', region: '340600', source: live }
  const at = (asOf: string, cadenceSeconds = 60): CityDocument =>
    sample({ asOf, source: { ...live, cadenceSeconds } })
  const now = { ...moment, now: Date.parse('2026-11-18T10:42:00+08:00') }
  const derived = (inputs: ReadonlyMap<string, CityDocument>) => {
    const parsed = list.parse(list.derive?.(envelope, now, inputs))
    if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues))
    return parsed.data
  }

  it('live is a whole document of its contract, about the place and the source it was asked for', () => {
    expect(derived(new Map())).toEqual({
      ...envelope,
      contract: 'exceptions/1',
      asOf: '2026-11-18T10:42:00+08:00',
      document: null,
      published: [],
      contradictions: [],
      exceptions: [],
      operation: { unseen: ['video'] },
    })
    expect(given).toEqual([now, [], null])
  })

  it('live is as old as the newest input, whatever order and zone they come in', () => {
    const a = at('2026-11-18T10:40:00+08:00')
    const b = at('2026-11-18T02:41:00Z')
    expect(derived(new Map([['a', a]])).asOf).toBe(a.asOf)
    for (const inputs of [
      new Map([
        ['a', a],
        ['b', b],
      ]),
      new Map([
        ['b', b],
        ['a', a],
      ]),
    ] as const)
      expect(derived(inputs).asOf).toBe(b.asOf)
  })

  it('live is not called late between two readings of the input it follows', () => {
    const slow = at('2026-11-18T10:40:00+08:00', 300)
    const quick = at('2026-11-18T10:41:50+08:00', 1)
    expect(derived(new Map([['a', slow]])).source.cadenceSeconds).toBe(300)
    expect(
      derived(
        new Map([
          ['a', slow],
          ['b', quick],
        ]),
      ).source.cadenceSeconds,
    ).toBe(5)
  })

  it('in the demo is moved by the same derivation, to the shown moment and scope', () => {
    const base = sample({
      asOf: '2026-11-01T00:00:00+08:00',
      source: { ...live, simulated: true },
      operation: { unseen: ['hall'] },
    })
    const inputs = new Map([['a', at('2020-01-01T00:00:00+08:00')]])
    expect(list.simulate?.(base, { ...now, region: '440111001' }, inputs)).toEqual({
      ...base,
      asOf: '2026-11-18T10:42:00+08:00',
      region: '440111001',
      operation: { unseen: ['video'] },
    })
    expect(given[2]).toEqual({ unseen: ['hall'] })
  })

  it('in the demo stays about the whole city when it shows all of it', () => {
    const whole = defineDataset({
      id: 'exceptions',
      schema,
      wholeCity: true,
      derive: () => ({ operation: null }),
    })
    expect(whole.simulate?.(sample(), { ...now, region: '440111001' }, new Map()).region).toBe('440111')
  })

  it('in the demo never moves a document of another contract', () => {
    const foreign = sample({ contract: 'hotline/1' })
    expect(list.simulate?.(foreign, now, new Map())).toBe(foreign)
  })
})
