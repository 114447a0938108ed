import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { documentSchema } from '../../../src/contract/document'
import { count } from '../../../src/contract/primitives'
import { documentReader, type AnswerReader } from '../../../src/contract/reader'
import { documentOf } from '../../../src/contract/resource'
import { schema } from '../../../src/domains/exceptions/contract'
import { sample } from './sample'

// A queue whose version 2 counts waiting people by kind, where version 1 knew one number.
const before = documentSchema('queue', z.object({ waiting: count }))
const current = documentSchema('queue', z.object({ booked: count, walkIn: count.check(z.lte(500)) }), 2)

const queue = documentReader({
  id: 'queue',
  version: 2,
  schema: current,
  previous: {
    schema: before,
    upgrade: ({ operation, ...rest }) => ({
      ...rest,
      contract: 'queue/2' as const,
      operation: operation && { booked: 0, walkIn: operation.waiting },
    }),
  },
})

const resource = documentOf<z.infer<typeof current>>({ id: 'queue', version: 2 })
const exceptions = documentReader({ id: 'exceptions', schema })

const document = (version: number, operation: unknown) =>
  sample({ contract: `queue/${version}`, operation, region: '440111001' })

const issuesOf = (input: unknown, reader: AnswerReader = queue) => {
  const parsed = reader.parse(input)
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')} ${message}`)
}

describe('a document of this version', () => {
  it('is read as it is', () => {
    const sent = document(2, { booked: 3, walkIn: 4 })
    expect(queue.parse(sent)).toEqual({ success: true, data: sent })
  })

  it('is judged by the schema of this version', () => {
    expect(issuesOf(document(2, { waiting: 4 }))).toEqual([
      expect.stringContaining('operation.booked'),
      expect.stringContaining('operation.walkIn'),
    ])
  })
})

describe('a document of the version before', () => {
  it('is brought up to this one, and is then this resource’s own', () => {
    const parsed = queue.parse(document(1, { waiting: 7 }))
    expect(parsed).toMatchObject({
      success: true,
      data: { contract: 'queue/2', region: '440111001', operation: { booked: 0, walkIn: 7 } },
    })
    expect(parsed.success && resource.owns(parsed.data)).toBe(true)
    expect(resource.owns(document(1, { waiting: 7 }))).toBe(false)
  })

  it('is judged by its own schema first', () => {
    expect(issuesOf(document(1, { booked: 3, walkIn: 4 }))).toEqual([
      expect.stringContaining('operation.waiting'),
    ])
  })

  it('is judged by this version’s schema too, once it has been brought up', () => {
    expect(issuesOf(document(1, { waiting: 501 }))).toEqual([expect.stringContaining('operation.walkIn')])
  })

  it('keeps saying that there is nothing', () => {
    expect(queue.parse(document(1, null))).toMatchObject({ success: true, data: { operation: null } })
  })
})

describe('any other document is refused at `contract`, by what came and what is read', () => {
  it.each([
    [3, 'contract 收到 queue/3，本程序读 queue/2 与 queue/1'],
    [0, 'contract 收到 queue/0，本程序读 queue/2 与 queue/1'],
    [22, 'contract 收到 queue/22，本程序读 queue/2 与 queue/1'],
  ])('version %i', (version, words) => {
    expect(issuesOf(document(version, { booked: 3, walkIn: 4 }))).toEqual([words])
  })

  it('another resource', () => {
    expect(issuesOf(sample())).toEqual(['contract 收到 exceptions/1，本程序读 queue/2 与 queue/1'])
  })

  it('none at all, or one that is no text', () => {
    const { contract: _, ...nameless } = document(2, { booked: 3, walkIn: 4 })
    expect(issuesOf(nameless)).toEqual(['contract 未写明，本程序读 queue/2 与 queue/1'])
    expect(issuesOf({ ...nameless, contract: 2 })).toEqual(['contract 不是文字，本程序读 queue/2 与 queue/1'])
  })

  it('one long enough to flood a panel, cut short', () => {
    const [words = ''] = issuesOf(sample({ contract: 'x'.repeat(100_000) }))
    expect(words).toContain(`${'x'.repeat(40)}…，`)
    expect(words.length).toBeLessThan(100)
  })

  it.each([[null], ['queue/2'], [[document(2, null)]], [undefined]])('%j, by the schema itself', (input) => {
    expect(issuesOf(input)).toHaveLength(1)
    expect(issuesOf(input)[0]).not.toContain('本程序读')
  })
})

it('a resource at version 1 reads version 1 alone, and never version 0', () => {
  expect(issuesOf(sample({ contract: 'exceptions/0' }), exceptions)).toEqual([
    'contract 收到 exceptions/0，本程序读 exceptions/1',
  ])
  expect(issuesOf(sample(), exceptions)).toEqual([])
})

it('a resource that no longer reads the version before says so', () => {
  const alone = documentReader({ id: 'queue', version: 2, schema: current })
  expect(issuesOf(document(1, { waiting: 7 }), alone)).toEqual(['contract 收到 queue/1，本程序读 queue/2'])
})
