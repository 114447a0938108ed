import { describe, expect, it } from 'vitest'
import { deriveDocument } from '../../../src/contract/derive'
import type { CityDocument } from '../../../src/contract/document'
import { derivedOf, documentOf, type Inputs } from '../../../src/contract/resource'
import { schema } from '../../../src/domains/exceptions/contract'
import { exception, plant, sample } from './sample'

const given: { inputs: Inputs; stale: ReadonlySet<string> }[] = []
const list = derivedOf({
  id: 'exceptions',
  inputs: 'raises',
  derive(inputs, stale) {
    given.push({ inputs, stale })
    return { operation: { unseen: ['video'] }, exceptions: [exception()] }
  },
})

const source = { name: '汇总', owner: '本系统', cadenceSeconds: 5 }
const envelope = { city: 'huaibei', region: '340600', source, base: undefined }
const about = (asOf: string, cadenceSeconds = 60, simulated = false): CityDocument =>
  sample({ asOf, source: { ...sample().source, cadenceSeconds, simulated } })
const EARLY = about('2026-11-18T10:40:00+08:00')
const LATE = about('2026-11-18T02:41:00Z')

function derived(inputs: Readonly<Record<string, CityDocument>>, base?: CityDocument): CityDocument {
  const document = deriveDocument(list, { ...envelope, base }, new Map(Object.entries(inputs)), new Set())
  if (!document) throw new Error('nothing derived')
  return document
}

describe('a document put together from others', () => {
  it('is a whole document of its contract, about the place and the source it was asked for', () => {
    const document = derived({ a: EARLY })
    expect(document).toEqual({
      contract: 'exceptions/1',
      city: 'huaibei',
      region: '340600',
      source: { ...source, cadenceSeconds: 60, simulated: false },
      asOf: EARLY.asOf,
      document: null,
      published: [],
      contradictions: [],
      exceptions: [exception()],
      operation: { unseen: ['video'] },
    })
    expect(schema.safeParse(document).success).toBe(true)
  })

  it('is made of the inputs as they are, and told which are too old', () => {
    const inputs = new Map([
      ['a', EARLY],
      ['b', undefined],
    ])
    const stale = new Set(['a'])
    deriveDocument(list, envelope, inputs, stale)
    expect(given.at(-1)).toEqual({ inputs, stale })
  })

  it('is as old as the newest input, whatever order and zone they come in', () => {
    expect(derived({ a: EARLY }).asOf).toBe(EARLY.asOf)
    expect(derived({ a: EARLY, b: LATE }).asOf).toBe(LATE.asOf)
    expect(derived({ b: LATE, a: EARLY }).asOf).toBe(LATE.asOf)
  })

  it('is not called late between two readings of the input it follows', () => {
    const slow = about('2026-11-18T10:40:00+08:00', 300)
    const quick = about('2026-11-18T10:41:50+08:00', 1)
    expect(derived({ a: slow }).source.cadenceSeconds).toBe(300)
    expect(derived({ a: slow, b: quick }).source.cadenceSeconds).toBe(5)
  })

  it('is simulated as soon as one of them is', () => {
    expect(derived({ a: EARLY, b: LATE }).source.simulated).toBe(false)
    expect(derived({ a: EARLY, b: about(EARLY.asOf, 60, true) }).source.simulated).toBe(true)
  })

  it('is nothing where nothing could be read, or where nobody has said how', () => {
    const nothing = new Map<string, CityDocument | undefined>([['a', undefined]])
    expect(deriveDocument(list, envelope, nothing, new Set())).toBeUndefined()
    const plain = documentOf({ id: 'exceptions' })
    expect(deriveDocument(plain, envelope, new Map([['a', EARLY]]), new Set())).toBeUndefined()
  })
})

describe('beside a source of its own', () => {
  const figure = { title: '年度报告', issuer: '某局', published: '2025-03-01' }
  const base = sample({ operation: null, document: figure, source: { ...sample().source, name: '年报' } })

  it('keeps what that source publishes, and puts together only what it lacks', () => {
    const document = derived({ a: EARLY }, base)
    expect(document).toMatchObject({
      document: figure,
      source: { name: '年报', simulated: false },
      operation: { unseen: ['video'] },
      asOf: EARLY.asOf,
    })
  })

  it('is about the place it was asked for, whatever that source speaks of', () => {
    expect(derived({ a: EARLY }, base)).toMatchObject({ city: 'huaibei', region: '340600' })
  })

  it('gives way to its operational data, and to its word that there is none', () => {
    const working = sample()
    expect(derived({ a: EARLY }, working)).toBe(working)
    const absence = { kind: 'not-built', reason: '尚未建设', source: '年度报告' }
    const absent = plant(base, 'absence', absence)
    expect(derived({ a: EARLY }, absent)).toBe(absent)
  })

  it('shows at least what that source publishes where nothing else could be read', () => {
    expect(derived({}, base)).toBe(base)
  })
})
