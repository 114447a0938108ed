import { describe, expect, it } from 'vitest'
import {
  actionOf,
  derivedOf,
  documentOf,
  listOf,
  pointsOf,
  recordOf,
  type Resource,
} from '../../../src/contract/resource'
import type { ExceptionsDocument } from '../../../src/domains/exceptions/contract'
import { sample } from './sample'

describe('a document', () => {
  const list = documentOf<ExceptionsDocument>({ id: 'exceptions' })

  it('owns answers of its own contract id and version only', () => {
    expect(list.owns(sample())).toBe(true)
    expect(list.owns(sample({ contract: 'exceptions/2' }))).toBe(false)
    expect(list.owns(sample({ contract: 'hotline/1' }))).toBe(false)
    const second = documentOf<ExceptionsDocument>({ id: 'exceptions', version: 2 })
    expect(second.owns(sample())).toBe(false)
    expect(second.owns(sample({ contract: 'exceptions/2' }))).toBe(true)
  })

  it('says which contract its answers carry', () => {
    expect(list.contract).toBe('exceptions/1')
    expect(documentOf({ id: 'queue', version: 3 }).contract).toBe('queue/3')
  })

  it('is of the chosen place, asks for nothing more, and is derived from nothing unless it says so', () => {
    expect(list).toMatchObject({ kind: 'document', wholeCity: false, derivation: null, asks: [] })
    expect(documentOf({ id: 'map', wholeCity: true }).wholeCity).toBe(true)
  })

  it('that is derived keeps how, and everything a document has', () => {
    const derive = () => ({ operation: null })
    const derived = derivedOf({ id: 'sum', inputs: 'places', derive, wholeCity: true })
    expect(derived).toMatchObject({ kind: 'document', contract: 'sum/1', wholeCity: true })
    expect(derived.derivation).toEqual({ inputs: 'places', derive })
  })
})

describe('what else can be asked for', () => {
  it.each<[Resource, string, readonly string[]]>([
    [
      listOf({ id: 'hotline.orders' }, ['stage', 'dept']),
      'list',
      ['stage', 'dept', 'sort', 'cursor', 'limit', 'group', 'q'],
    ],
    [listOf({ id: 'hotline.calls' }), 'list', ['sort', 'cursor', 'limit', 'group', 'q']],
    [recordOf({ id: 'hotline.order' }), 'record', ['id']],
    [pointsOf({ id: 'video.cameras' }), 'points', []],
    [actionOf({ id: 'hotline.supervise' }), 'action', ['id']],
  ])('$id names its parts', (resource, kind, asks) => {
    expect(resource).toMatchObject({ kind, asks, contract: `${resource.id}/1` })
    expect(resource.owns({ contract: `${resource.id}/1` })).toBe(true)
    expect(resource.owns({ contract: `${resource.id}/2` })).toBe(false)
  })
})
