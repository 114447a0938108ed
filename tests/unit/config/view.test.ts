import { beforeAll, describe, expect, it } from 'vitest'
import { parseView, problemsOf } from '../../../src/config/view'
import { speakChinese } from '../../../src/contract/locale'

beforeAll(speakChinese)

describe('the link', () => {
  it('may be empty: every part has a default', () => {
    expect(parseView('')).toEqual({ view: {}, problems: [], wrong: [] })
    expect(parseView('?')).toEqual({ view: {}, problems: [], wrong: [] })
  })

  it('carries every part of the URL contract', () => {
    const search =
      '?screen=wall&city=heyuan&scene=hotline&region=441602&date=2026-11-18&at=10:42&theme=light&profile=bench&speed=60&clock=real&strip=off&list=aside&find=水务'
    expect(parseView(search)).toEqual({
      view: {
        screen: 'wall',
        city: 'heyuan',
        scene: 'hotline',
        region: '441602',
        date: '2026-11-18',
        at: '10:42',
        theme: 'light',
        profile: 'bench',
        speed: 60,
        clock: 'real',
        strip: 'off',
        list: 'aside',
        find: '水务',
      },
      problems: [],
      wrong: [],
    })
  })

  it.each([
    ['screen', 'tower'],
    ['city', '白云'],
    ['scene', '../x'],
    ['region', '44'],
    ['date', '2026-13-01'],
    ['date', '18.11.2026'],
    ['at', '25:00'],
    ['at', '10:60'],
    ['at', '1042'],
    ['theme', 'blue'],
    ['profile', '../config'],
    ['profile', 'A'],
    ['profile', ''],
    ['speed', '0'],
    ['speed', 'fast'],
    ['speed', '601'],
    ['clock', 'fast'],
    ['strip', 'on'],
    ['list', 'open'],
    ['find', 'x'.repeat(41)],
  ])('names %s when it is %s, and follows the rest', (field, value) => {
    const given = new URLSearchParams({ [field]: value }).toString()
    const { view, problems } = parseView(`?${given}&${field === 'theme' ? 'speed=7' : 'theme=light'}`)
    expect(view).toEqual(field === 'theme' ? { speed: 7 } : { theme: 'light' })
    expect([...new Set(problems.map((problem) => problem.field))]).toEqual([`网址参数 ${field}`])
    expect(
      problems.map(({ message }) => message).filter((message) => !/\p{Script=Han}/u.test(message)),
    ).toEqual([])
    expect(problems.map(({ message }) => message).filter((message) => /[\\^$]|\[/.test(message))).toEqual([])
  })

  it.each(['city', 'scene', 'region', 'theme', 'profile', 'date', 'at'])(
    'names %s when it is given twice, whichever of the two would be right',
    (part) => {
      const { view, problems, wrong } = parseView(`?${part}=nonsense!&screen=wall&${part}=video`)
      expect(view).toEqual({ screen: 'wall' })
      expect(problems).toEqual([
        { field: `网址参数 ${part}`, message: '给出了 2 个不同的值：「nonsense!」「video」' },
      ])
      expect(wrong).toEqual([part])
    },
  )

  it('minds neither blanks around a value nor the same value twice', () => {
    expect(parseView('?scene=video%20&city=+baiyun&city=baiyun&date=2026-11-18%0A').view).toEqual({
      scene: 'video',
      city: 'baiyun',
      date: '2026-11-18',
    })
  })

  it('names a part that means nothing here, and follows the rest', () => {
    expect(parseView('?utm_source=x&theme=dark&toString=1&scence=video')).toEqual({
      view: { theme: 'dark' },
      problems: [
        { field: '网址参数 utm_source', message: '没有这个参数' },
        { field: '网址参数 toString', message: '没有这个参数' },
        { field: '网址参数 scence', message: '没有这个参数' },
      ],
      wrong: [],
    })
  })

  it('says which value it could not follow', () => {
    expect(parseView('?at=25:00').problems).toEqual([
      { field: '网址参数 at', message: '「25:00」无效，时间须为 HH:mm' },
    ])
  })
})

describe('problemsOf', () => {
  it('writes paths the way the file is read, and says so when the whole file is meant', () => {
    const issues = [
      { path: ['sources', 'hotline', 'url'], message: 'a' },
      { path: ['cities', 0], message: 'b' },
      { path: [], message: 'c' },
    ]
    expect(problemsOf(issues).map(({ field }) => field)).toEqual([
      'sources.hotline.url',
      'cities.0',
      '(整个文件)',
    ])
  })
})
