import { expect, it } from 'vitest'
import { parseView } from '../../../../src/config/view'
import { narrowedText, readNarrowed } from '../../../../src/screens/drawer/narrowed'

it.each([
  [{}, ''],
  [{ stage: 'sign' }, ''],
  [{ dept: '区水务局&环保=a:b', stage: 'sign' }, '停水 a+b 100% #1'],
  [{}, 'q=1&停水'],
])('a list is read as its link says: %o, looked through for %s', (narrowed, q) => {
  const list = { metric: 'hotline_open', narrowed, q }
  expect(readNarrowed(narrowedText(list))).toEqual(list)
  const open = `rows:${narrowedText(list)}`
  expect(parseView(`?${new URLSearchParams({ open }).toString()}`).view).toEqual({ open })
})

it('the field by which a list stands broken down is no field that narrows it', () => {
  const list = { metric: 'hotline_open', narrowed: { stage: 'sign' }, q: '', by: 'category' }
  expect(narrowedText(list)).toBe('hotline_open:stage=sign&by=category')
  expect(readNarrowed(narrowedText(list))).toEqual(list)
})

it('what is looked for stands in the link as it was written', () => {
  const list = { metric: 'hotline_open', narrowed: { stage: 'sign' }, q: '停水' }
  expect(narrowedText(list)).toBe('hotline_open:stage=sign&q=停水')
})

it('one list has one link, in whatever order it was narrowed', () => {
  const of = (narrowed: Readonly<Record<string, string>>) => narrowedText({ metric: 'a', narrowed, q: '' })
  expect(of({ y: '1', x: '2' })).toBe(of({ x: '2', y: '1' }))
})
