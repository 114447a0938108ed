import { expect, it } from 'vitest'
import { allowed } from '../../../src/blocks/allowed'
import { readPictureRules } from '../../../src/contract/pictures'
import { hasAddress, type CameraShown } from '../../../src/video/camera'
import { sayOf } from '../../../src/video/say'
import { NOTHING } from '../../../src/video/tile'
import { words } from '../../../src/video/words'

const NOW = Date.parse('2026-11-18T10:42:00+08:00')
const camera = (id: string, by: Readonly<Record<string, string>>): CameraShown => ({
  id,
  name: id,
  meta: [],
  sources: [{ way: 'mp4', url: 'demo/river.mp4' }],
  offline: false,
  since: null,
  by,
})
const park = camera('1', { source: '文旅', site: '公园', town: '440111004' })
const ward = camera('2', { source: '公安', site: '路口', town: '440111004' })
const seen = (approved: unknown, visits: boolean) =>
  allowed([park, ward], readPictureRules({ approved }), visits).map((one) => one && hasAddress(one))

it('shows visitors the cameras of the list of the city, by whose they are, where, or by their numbers', () => {
  expect(seen({ source: ['文旅'] }, true)).toEqual([true, false])
  expect(seen({ town: ['440111004'], site: ['路口'] }, true)).toEqual([false, true])
  expect(seen({ ids: ['2'] }, true)).toEqual([false, true])
  expect(seen({ source: ['文旅'] }, false)).toEqual([true, true])
})

it('shows visitors nothing where there is no list, where it is wrong, and before it is known; nobody else sees anything then either', () => {
  expect(seen(undefined, true)).toEqual([false, false])
  expect(seen({ source: '文旅' }, true)).toEqual([false, false])
  expect(allowed([park], undefined, false)).toEqual([undefined])
})

it('says that a picture is kept back, and not that it has no address', () => {
  const [kept] = allowed([park], { approved: null }, true)
  if (!kept) throw new Error('no camera')
  expect(sayOf(kept, NOTHING, NOW)).toMatchObject({ state: words.withheld, dark: [words.withheld] })
})
