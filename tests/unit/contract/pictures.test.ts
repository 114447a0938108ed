import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { speakChinese } from '../../../src/contract/locale'
import { readPictureRules } from '../../../src/contract/pictures'

beforeAll(speakChinese)

const plan = { id: 'river', name: '河道', cameras: { source: ['水务'] } }
const faults = (change: object) =>
  readPictureRules({
    plans: [
      { ...plan, ...change },
      { ...plan, id: 'other' },
    ],
  })

describe('what is said of the pictures of a city', () => {
  it('is here for every city, were it nothing: a file that is away is a failed request', () => {
    expect(readdirSync('public/config/pictures')).toEqual(readdirSync('public/config/cities'))
  })

  it.each([
    ['baiyun', 7],
    ['huaibei', 5],
    ['heyuan', 0],
    ['xiantao', 0],
    ['zongyang', 0],
  ])('%s has %d plans, and nothing wrong', (city, count) => {
    const file: unknown = JSON.parse(readFileSync(`public/config/pictures/${city}.json`, 'utf8'))
    expect(readPictureRules(file)).toMatchObject({ plans: { length: count }, problems: [] })
  })

  it.each([
    [{ dwellSeconds: 1 }, /^plans\.river\.dwellSeconds /],
    [{ hours: [{ from: '8:00', to: '20:00' }] }, /^plans\.river\.hours\.0\.from 时间须为 HH:mm/],
    [{ order: 'random' }, /^plans\.river\.order /],
    [{ cameras: {} }, /^plans\.river\.cameras 须写 source、site、town/],
    [{ cameras: { source: ['水务'], ids: ['1'] } }, /^plans\.river\.cameras 须写/],
    [{ cameras: { source: [] } }, /^plans\.river\.cameras 名单不能为空/],
    [{ id: 'all' }, /^plans\.all\.id 不能叫 all/],
    [{ id: 'other' }, /^plans\.other\.id 重复/],
    [{ dwell: 15 }, /^plans\.river\..*dwell/],
  ])('a plan with %j costs itself and is named', (change, message) => {
    const { plans, problems } = faults(change)
    expect(plans.map(({ id }) => id)).toEqual(['other'])
    expect(problems.map(({ field, message: said }) => `${field} ${said}`)).toEqual([
      expect.stringMatching(message),
    ])
  })

  it('errs on the side of those who are seen', () => {
    expect(readPictureRules({ approved: { sites: ['公园'] }, watermark: { name: '值班室' } })).toMatchObject({
      approved: null,
      watermark: {},
      problems: [{ field: 'watermark' }, { field: 'approved' }, {}],
    })
    expect(readPictureRules({ plans: 3 })).toMatchObject({ approved: null, watermark: {}, plans: [] })
    expect(readPictureRules({})).toMatchObject({ approved: null, watermark: null, plans: [], problems: [] })
  })
})
