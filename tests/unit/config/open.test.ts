import { expect, it } from 'vitest'
import { OPEN, type Open } from '../../../src/config/open'

const all: readonly Open[] = [
  'why:hotline-overdue-261107000000103395',
  'evidence:hall-wait-main',
  'rows:hotline_due_soon',
  'rows:hotline_open:stage=sign&dept=%E5%8C%BA',
  'row:hotline.work-order:粤A:2611/07 03',
]

it.each(all)('is what stands open: %s', (open) => {
  expect(OPEN.exec(open)).not.toBeNull()
})

it('says which record of which kind, whatever stands in its number', () => {
  expect(OPEN.exec('row:hotline.work-order:粤A:2611/07 03')?.slice(3)).toEqual([
    'hotline.work-order',
    '粤A:2611/07 03',
  ])
})

it.each([
  '',
  'why:',
  'row:hotline:1',
  'row:hotline.work-order:',
  'rows',
  'open:all',
  `why:${'x'.repeat(601)}`,
])('nothing else is: %s', (text) => {
  expect(OPEN.exec(text)).toBeNull()
})
