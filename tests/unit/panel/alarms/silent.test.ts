import { expect, it } from 'vitest'
import { silentIn } from '../../../../src/panel/alarms/silent'

it('reads which domains a list knows nothing of, and takes nothing else for one', () => {
  expect(silentIn({ unseen: ['video', 'hotline', 3], absent: ['hotline'] })).toEqual({
    unseen: new Set(['video', 'hotline']),
    absent: new Set(['hotline']),
  })
  for (const operation of [null, undefined, 'x', { unseen: 'video' }])
    expect(silentIn(operation)).toEqual({ unseen: new Set(), absent: new Set() })
})
