import { expect, it } from 'vitest'
import { exceptionItem } from '../../../../src/contract/exception'
import { placeWords } from '../../../../src/domains/exceptions/views/place-words'
import { exception, refused } from '../../contract/sample'

it('says the place, that it is the whole city, or that nobody knows: never the one for the other', () => {
  const { place: _, ...unplaced } = exception()
  expect(placeWords(exception(), '县')).toBe('景泰')
  expect(placeWords(exception({ place: null }), '县')).toBe('全县')
  expect(placeWords(unplaced, '县')).toBe('地点不详')
  for (const item of [exception(), exception({ place: null }), unplaced])
    expect(refused(exceptionItem, item)).toEqual([])
})
