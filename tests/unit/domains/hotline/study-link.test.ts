import { expect, it } from 'vitest'
import { rangeOf, readAsked, valuesOf, valuesText } from '../../../../src/domains/hotline/study-link'

it('what a link says that means nothing is named as it was written, and narrows nothing', () => {
  const { linked, unread } = readAsked({
    from: '2026-02-30',
    to: '2026-11-01',
    week: '1-',
    hours: '9-11',
    category: '没有这一类',
    colour: 'red',
  })
  expect(linked).toEqual({ to: '2026-11-01', hours: '9-11', category: '没有这一类' })
  expect(unread).toEqual(['from=2026-02-30', 'week=1-', 'colour=red'])
})

it('what a link says is read back as it was written, whatever stands in a value', () => {
  for (const values of [['a,b', 'c%2Cd', '%'], [], ['一']])
    expect([...valuesOf(valuesText(values))]).toEqual(values)
  expect([rangeOf('9-11', 0, 23), rangeOf('11-9', 0, 23), rangeOf('7', 1, 7)]).toEqual([
    [9, 11],
    [9, 11],
    [7, 7],
  ])
  for (const nonsense of ['', 'x', '9-', '-3', '9-11-12', undefined])
    expect(rangeOf(nonsense, 0, 23)).toEqual([0, 23])
  expect(rangeOf('30-40', 0, 23)).toEqual([23, 23])
})
