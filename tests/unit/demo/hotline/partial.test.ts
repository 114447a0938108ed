import { describe, expect, it } from 'vitest'
import { sentenceOf } from '../../../../src/domains/hotline/views/Keys'
import { readers, schema } from '../../../../src/domains/hotline/contract'
import { objected, plant, refused } from '../../contract/sample'
import { hotlineAt, operationAt } from './day'

const MOMENT = '2026-11-18 10:42'
const document = hotlineAt(MOMENT)
const [reader] = readers
const operation = operationAt(MOMENT)
const only = (part: object) => ({ ...document, operation: part })

describe('a source that knows only some of it', () => {
  it('may know two figures, or none', () => {
    expect(refused(schema, only({ received: operation.received, open: operation.open }))).toEqual([])
    expect(refused(schema, only({}))).toEqual([])
  })

  it('is still held to what it says: stages that do not add up to the open ones', () => {
    const { open, stages } = operation
    expect(objected(reader, only({ open, stages }))).toEqual([])
    expect(objected(reader, only({ open: { ...open, value: 1 }, stages }))).toEqual(['operation.stages'])
    expect(objected(reader, only({ open: { ...open, value: null }, stages }))).toEqual([])
    expect(objected(reader, only({ stages }))).toEqual([])
  })

  it('does not get away with half a figure', () => {
    const half = plant(document, 'operation.open.unit', undefined)
    expect(refused(schema, half)).toEqual(['operation.open.unit'])
    expect(refused(schema, plant(document, 'operation.repeats.rate', undefined))).toEqual([
      'operation.repeats.rate',
    ])
  })
})

describe('the sentence says what is known and nothing more', () => {
  const { received, open, towns, overdue } = operation

  it('of two figures', () => {
    expect(sentenceOf({ received, open })).toBe(`今日受理 ${received.value} 件，在办 1,429 件。`)
    expect(sentenceOf({ received })).toBe(`今日受理 ${received.value} 件。`)
    expect(sentenceOf({ received, overdue })).toBe(`${overdue.value} 件超期。`)
  })

  it('of towns whose usual range is not known: nothing, not that all is well', () => {
    const bare = towns.map(({ code, name, count }) => ({ code, name, count }))
    expect(sentenceOf({ received, towns: bare })).toBe(`今日受理 ${received.value} 件。`)
    expect(sentenceOf({ received, towns })).toContain('高于自身常态')
    expect(sentenceOf({ received, towns: towns.map((t) => ({ ...t, high: 1000 })) })).toContain(
      '各镇街在自身常态内',
    )
  })
})
