import { describe, expect, it, vi } from 'vitest'
import { defineDataset } from '../../../src/contract/dataset'
import { schema, type ExceptionsDocument } from '../../../src/panels/exceptions/schema'
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

  it('has no simulation where none was given, and derives from nothing', () => {
    const dataset = defineDataset({ id: 'exceptions', schema })
    expect('simulate' in dataset).toBe(false)
    expect(dataset.derivedFrom).toEqual([])
    expect(dataset.wholeCity).toBe(false)
  })

  it('passes the first wrong field on by its path', () => {
    const parsed = defineDataset({ id: 'exceptions', schema }).parse(sample({ city: '' }))
    expect(parsed.success).toBe(false)
    if (!parsed.success) expect(parsed.error.issues[0]?.path).toEqual(['city'])
  })
})
