import { expect, it } from 'vitest'
import { exceptionItem } from '../../../src/contract/exception'
import { placeWords } from '../../../src/panel/place-words'
import { sinceWords } from '../../../src/domains/exceptions/views/since-words'
import { exception, refused } from '../contract/sample'

it('says the place, that it is the whole city, or that nobody knows: never the one for the other', () => {
  const { place: _, ...unplaced } = exception()
  expect(placeWords(exception(), '县')).toBe('景泰')
  expect(placeWords(exception({ place: null }), '县')).toBe('全县')
  expect(placeWords(unplaced, '县')).toBe('地点不详')
  for (const item of [exception(), exception({ place: null }), unplaced])
    expect(refused(exceptionItem, item)).toEqual([])
})

it('says since when by the records, and that it is when this wall saw it first where they do not tell', () => {
  const since = '2026-11-18T09:05:00+08:00'
  const evidence = { rule: 'r', observed: 1, limit: 0, records: [] }
  expect(sinceWords(exception({ since }))).toBe('自 11-18 09:05')
  expect(sinceWords(exception({ since, evidence }))).toBe('自 11-18 09:05')
  expect(sinceWords(exception({ since, evidence: { ...evidence, seen: true } }))).toBe('本屏首见 11-18 09:05')
})
