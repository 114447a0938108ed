import { beforeEach, expect, it, vi } from 'vitest'
import { brokenPromises } from '../../../deploy/contract/baseline'
import { outOfDate } from '../../../deploy/contract/schemas'
import { main as mockData } from '../../../mock-data/generator/build'
import { all } from '../deploy/contract/published'

beforeEach(() => void vi.spyOn(console, 'log').mockReturnValue())

it('the published contracts and their pages are what follows from the code: npm run schemas', () => {
  expect(outOfDate('public/contract', all.files)).toEqual([])
  expect(outOfDate('docs/contract', all.pages)).toEqual([])
})

it('every promise that was published is kept', () => {
  expect(brokenPromises('public/contract', all.published)).toEqual([])
})

it('the mock data are what the generator writes: npm run mock-data', () => {
  expect(() => mockData(['--check'])).not.toThrow()
})
