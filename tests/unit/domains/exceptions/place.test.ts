import { expect, it } from 'vitest'
import { exceptionItem } from '../../../../src/contract/exception'
import { placeWords } from '../../../../src/domains/exceptions/views/place-words'
import { exception, refused } from '../../contract/sample'

it('says the place, that it is the whole city, or that nobody knows: never the one for the other', () => {
  const { place: _, ...unplaced } = exception()
  expect(placeWords(exception())).toBe('景泰')
  expect(placeWords(exception({ place: null }))).toBe('全域')
  expect(placeWords(unplaced)).toBe('地点不详')
  for (const item of [exception(), exception({ place: null }), unplaced])
    expect(refused(exceptionItem, item)).toEqual([])
})
