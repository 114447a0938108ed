import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { listReader, recordReader } from '../../../src/contract/answers'
import { receiptReader } from '../../../src/contract/receipt'
import { count, text } from '../../../src/contract/primitives'
import type { AnswerReader } from '../../../src/contract/reader'
import type { Answer } from '../../../src/contract/resource'
import { transfersOf } from '../../../src/data/read-job'
import { refused } from './sample'

const asOf = '2026-11-18T10:42:00+08:00'
const row = z.object({ id: text(8), waiting: count, at: z.optional(z.object({ desk: count })) })
const good = { id: 'a', waiting: 3 }

/** What `reader` makes of `input`; the test fails where it refuses it. */
function read<A extends Answer>(reader: AnswerReader<A>, input: unknown): A {
  const parsed = reader.parse(input)
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues))
  return parsed.data
}

/** Paths of what `reader` refuses in `input`. */
const wrongIn = (reader: AnswerReader, input: unknown) =>
  refused({ safeParse: (value) => reader.parse(value) }, input)

describe('a page of rows', () => {
  const queue = listReader({ id: 'hall.queue', row })
  const page = (change: object = {}) => ({ contract: 'hall.queue/1', asOf, rows: [good], ...change })

  it('is read with what the source says of the rest', () => {
    expect(queue.id).toBe('hall.queue')
    expect(read(queue, page({ total: 120, next: 'a' }))).toEqual({
      ...page(),
      total: 120,
      next: 'a',
      leftOut: [],
    })
  })

  it('is the only one, and uncounted, where the source says nothing of the rest', () => {
    expect(read(queue, page())).toMatchObject({ total: null, next: null })
    expect(read(queue, page({ rows: [], total: 0 }))).toMatchObject({ rows: [], total: 0 })
  })

  it('one bad row costs itself and is named, with its place in the answer and its first wrong field', () => {
    const sent = [
      good,
      { id: 'b', waiting: -1 },
      { ...good, id: 'c', at: { desk: 'x' } },
      7,
      { ...good, id: 'd' },
    ]
    const { rows, leftOut } = read(queue, page({ rows: sent }))
    expect(rows.map(({ id }) => id)).toEqual(['a', 'd'])
    expect(leftOut.map(({ at, field }) => `${at} ${field}`)).toEqual(['1 waiting', '2 at.desk', '3 (整行)'])
    for (const { message } of leftOut) expect(message).not.toBe('')
  })

  it('drops what its contract does not know, row by row', () => {
    expect(read(queue, page({ rows: [{ ...good, phone: '1' }] })).rows).toEqual([good])
  })

  it.each([
    ['contract', { contract: 'hall.queue/2' }],
    ['asOf', { asOf: '2026-11-18 10:42' }],
    ['rows', { rows: { 0: good } }],
    ['total', { total: -1 }],
    ['next', { next: '' }],
    ['rows', { rows: Array.from({ length: 5001 }, () => good) }],
  ])('is refused as a whole for a wrong %s', (field, change) => {
    expect(wrongIn(queue, page(change))).toEqual([field])
  })

  it('of a later version is another contract', () => {
    const second = listReader({ id: 'hall.queue', version: 2, row })
    expect(wrongIn(second, page())).toEqual(['contract'])
    expect(read(second, page({ contract: 'hall.queue/2' })).rows).toEqual([good])
  })
})

describe('one row by its id', () => {
  const ticket = recordReader({ id: 'hall.ticket', row })
  const found = (sent: unknown) => ({ contract: 'hall.ticket/1', asOf, row: sent })

  it('is the row, or null where there is none of that id', () => {
    expect(read(ticket, found(good))).toEqual(found(good))
    expect(read(ticket, found(null))).toEqual(found(null))
  })

  it('is refused by the path of its first wrong field', () => {
    expect(wrongIn(ticket, found({ ...good, at: { desk: 'x' } }))).toEqual(['row.at.desk'])
  })

  it('that the answer does not speak of is no row', () => {
    expect(wrongIn(ticket, { contract: 'hall.ticket/1', asOf })).toEqual(['row'])
  })
})

it('an answer without columns, or a fault, has nothing to hand over', () => {
  const answer = read(listReader({ id: 'q', row }), { contract: 'q/1', asOf, rows: [good] })
  expect(transfersOf({ judged: { answer, sample: undefined } })).toEqual([])
  expect(transfersOf({ fault: { kind: 'map', detail: 'x', field: undefined, sample: undefined } })).toEqual(
    [],
  )
})

describe('a receipt', () => {
  const supervise = receiptReader({ id: 'hotline.supervise' })
  const receipt = { contract: 'hotline.supervise/1', key: 'k1', state: 'done', at: asOf }

  it('says what became of the deed, with a word where there is one', () => {
    expect(read(supervise, receipt)).toEqual({ ...receipt, message: null })
    expect(read(supervise, { ...receipt, state: 'refused', message: '已办结' })).toMatchObject({
      state: 'refused',
      message: '已办结',
    })
  })

  it.each([
    ['key', ''],
    ['state', 'maybe'],
    ['at', 'just now'],
    ['message', ''],
  ])('with a wrong %s is none', (field, value) => {
    expect(new Set(wrongIn(supervise, { ...receipt, [field]: value }))).toEqual(new Set([field]))
  })
})
