import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { boot } from '../../../src/app/boot'
import { judgeConfig, type JudgeConfig } from '../../../src/app/judge-config'
import { speakChinese } from '../../../src/contract/locale'
import type { Site } from '../../../src/config/site'
import { PLAIN_CALENDAR } from '../../../src/lib/working-time'
import { changed, siteFiles } from './site-files'

beforeAll(speakChinese)
afterEach(() => vi.useRealTimers())

/** Here, as the data worker does it beside the picture. */
const judge: JudgeConfig = (kind, body) => Promise.resolve(judgeConfig(kind, body))

async function siteOf(search: string, fetch: typeof globalThis.fetch): Promise<Site> {
  const result = await boot(search, { fetch, judge })
  if ('problem' in result) throw new Error(JSON.stringify(result.problem))
  return result.site
}

async function problemOf(search: string, fetch: typeof globalThis.fetch) {
  const result = await boot(search, { fetch, judge })
  if (!('problem' in result)) throw new Error('it starts')
  return result.problem
}

const slugsOnly = changed('config.json', (config) => {
  config['cities'] = ['baiyun', 'heyuan']
  config['scenes'] = ['overview', 'video']
})

describe('what is read before the first view', () => {
  it('is the configuration, the shown city, the shown scene, the dictionaries, the calendar and the rules', async () => {
    const { fetch, asked } = siteFiles()
    const site = await siteOf('?city=heyuan&scene=video', fetch)
    expect(asked.filter((path) => !path.startsWith('config/metrics/'))).toEqual([
      'config.json',
      'config/cities/heyuan.json',
      'config/scenes/video.json',
      'config/calendar/cn.json',
      'config/rules/hotline.json',
      'config/rules/service-hall.json',
      'config/rules/video.json',
      'config/rules/data-aggregation.json',
    ])
    expect(site.rules['hotline']?.map(({ id }) => id)).toEqual(['hotline-overdue', 'hotline-repeat'])
    expect(site.faults).toEqual([])
    expect(site.cities.map(({ name }) => name)).toContain('仙桃市')
    expect(site.scenes.list().map(({ title, file }) => [title, file !== undefined])).toEqual([
      ['总览', false],
      ['数据', false],
      ['热线', false],
      ['视频', true],
      ['大厅', false],
    ])
  })

  it('is one file more for each name or title that the configuration does not give', async () => {
    const { fetch, asked } = siteFiles({ 'config.json': slugsOnly })
    const site = await siteOf('', fetch)
    expect(asked).toEqual(expect.arrayContaining(['config/cities/heyuan.json', 'config/scenes/video.json']))
    expect(site.cities.map(({ name }) => name)).toEqual(['广州市白云区', '河源市'])
    expect(site.scenes.list().map(({ title }) => title)).toEqual(['总览', '视频'])
  })
})

describe('a file that cannot be used', () => {
  it('of a city or scene that is not shown costs only that one, and is said there', async () => {
    const { fetch } = siteFiles({
      'config.json': slugsOnly,
      'config/cities/heyuan.json': '{"id":"heyuan"}',
      'config/scenes/video.json': 404,
    })
    const site = await siteOf('', fetch)
    expect(site.cities[0]).toEqual({ id: 'baiyun', name: '广州市白云区' })
    expect(site.cities[1]?.fault).toContain('config/cities/heyuan.json 有误：name')
    expect(site.scenes.list()[1]).toMatchObject({
      title: 'video',
      file: { title: '无法读取 config/scenes/video.json' },
    })
  })

  it.each([
    ['{"years":{}}', 'config/calendar/cn.json 有误', 'hours'],
    [404, '无法读取 config/calendar/cn.json', 'config/calendar/cn.json'],
  ])('of the calendar costs the make-up days only, and is named (%s)', async (file, title, field) => {
    const site = await siteOf('', siteFiles({ 'config/calendar/cn.json': file }).fetch)
    expect(site.calendar).toBe(PLAIN_CALENDAR)
    expect(site.faults).toEqual([
      {
        title,
        problems: [
          { field, message: expect.any(String) as unknown },
          { field: '现用', message: '周一至周五为工作日，元旦、劳动节、国庆节除外，不计调休' },
        ],
      },
    ])
  })

  it('of rules costs the rule that is wrong, and is named; a domain without a file has none', async () => {
    const wrong = changed('config/rules/hotline.json', (file) => {
      const [first, ...rest] = file['rules'] as object[]
      file['rules'] = [{ ...first, severity: 'grave' }, ...rest]
    })
    const files = { 'config/rules/hotline.json': wrong, 'config/rules/video.json': 404 }
    const site = await siteOf('', siteFiles({ ...files, 'config/rules/service-hall.json': '[]' }).fetch)
    expect(site.rules['hotline']?.map(({ id }) => id)).toEqual(['hotline-repeat'])
    expect(site.rules).not.toHaveProperty('video')
    expect(site.faults.map(({ title, problems }) => [title, problems[0]?.field])).toEqual([
      ['config/rules/hotline.json 有误', 'rules.hotline-overdue.severity'],
      ['config/rules/service-hall.json 有误', '(整个文件)'],
    ])
  })

  it('of the shown scene leads to the others, and keeps the rest of the link', async () => {
    const { fetch } = siteFiles({ 'config/scenes/video.json': '{}', 'config.live.json': slugsOnly })
    const { title, exits, passing } = await problemOf('?profile=live&scene=video', fetch)
    expect([title, passing]).toEqual(['config/scenes/video.json 有误', false])
    expect(exits.map(({ search }) => search)).toEqual([
      '?profile=live&scene=video',
      '?profile=live&scene=overview',
    ])
  })

  it('of a profile that does not exist leads to config.json by name only; one that is away is asked for again', async () => {
    const gone = await problemOf('?profile=gone&city=heyuan', siteFiles().fetch)
    expect(gone).toMatchObject({
      title: '无法读取 config.gone.json',
      passing: false,
      exits: [
        { label: '再试一次', search: '?profile=gone&city=heyuan' },
        { label: '改用 config.json', search: '?city=heyuan' },
      ],
    })
    const away = await problemOf('?profile=live', siteFiles({ 'config.live.json': 502 }).fetch)
    expect(away).toMatchObject({ passing: true, exits: [{ search: '?profile=live' }] })
  })

  it('is named when it is about another scene than the one it is called after', async () => {
    const wrong = changed('config/scenes/video.json', (scene) => {
      scene['id'] = 'hotline'
    })
    const { problems } = await problemOf(
      '?scene=video',
      siteFiles({ 'config/scenes/video.json': wrong }).fetch,
    )
    expect(problems).toEqual([{ field: 'id', message: '应为 video，写的是 hotline' }])
  })
})

describe('the other scenes', () => {
  it('are read when they are wanted, once, and whoever listens hears of it', async () => {
    const { fetch, asked } = siteFiles()
    const { scenes } = await siteOf('', fetch)
    const heard = vi.fn()
    scenes.subscribe(heard)
    const before = scenes.list()
    scenes.want('video')
    scenes.want('video')
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1))
    expect(before).not.toBe(scenes.list())
    expect(scenes.list()[3]?.file).toMatchObject({ id: 'video' })
    scenes.want('video')
    expect(asked.filter((path) => path === 'config/scenes/video.json')).toHaveLength(1)
  })

  it('come by themselves after an outage', async () => {
    vi.useFakeTimers()
    const { fetch, answers } = siteFiles({ 'config/scenes/video.json': 503 })
    const { scenes } = await siteOf('', fetch)
    scenes.want('video')
    await vi.advanceTimersByTimeAsync(0)
    expect(scenes.list()[3]?.file).toMatchObject({ problems: [{ message: '接口返回错误：HTTP 503' }] })
    answers.delete('config/scenes/video.json')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(scenes.list()[3]?.file).toMatchObject({ id: 'video' })
  })
})

describe('a wrong link', () => {
  it.each([
    ['?profile=live&scene=nowhere', { profile: 'live' }, 'baiyun'],
    ['?city=nowhere&city=nowhere&profile=live&region=440111103', { profile: 'live' }, 'baiyun'],
    [
      '?profile=live&at=99:99&scene=video&city=heyuan',
      { profile: 'live', scene: 'video', city: 'heyuan' },
      'heyuan',
    ],
    ['?scene=nonsense&profile=live&scene=video', { profile: 'live' }, 'baiyun'],
    ['?profile=live&scence=video', { profile: 'live' }, 'baiyun'],
  ])('%s starts, without what is wrong in it', async (search, view, city) => {
    const site = await siteOf(search, siteFiles().fetch)
    expect(site.view).toEqual(view)
    expect(site.city.id).toBe(city)
  })

  it.each(['?profile=../x&scene=video', '?profile=live&profile=bench&scene=video'])(
    '%s does not: nothing may be shown in place of the configuration that was meant',
    async (search) => {
      const { problems, exits } = await problemOf(search, siteFiles().fetch)
      expect(problems.map(({ field }) => field)).toEqual(['网址参数 profile'])
      expect(exits).toEqual([{ label: '改用 config.json', search: '?scene=video' }])
    },
  )
})

describe('a file of another encoding', () => {
  // 白云 in GBK, as an editor of a Chinese Windows saves it.
  const gbk = Buffer.concat([
    Buffer.from('{"id":"baiyun","name":"'),
    Buffer.from([0xb0, 0xd7, 0xd4, 0xc6]),
    Buffer.from('"}'),
  ])

  it.each([
    'config.json',
    'config/cities/baiyun.json',
    'config/scenes/overview.json',
    'config/metrics/hotline.json',
  ])('%s is refused by name, for what it is', async (path) => {
    const { title, problems } = await problemOf('', siteFiles({ [path]: new Uint8Array(gbk) }).fetch)
    expect(title).toBe(`无法读取 ${path}`)
    expect(problems).toEqual([{ field: path, message: 'JSON 无法解析：不是 UTF-8 编码' }])
  })

  it('is read when it is UTF-8 with a mark at the start', async () => {
    const bom = `\uFEFF${changed('config/cities/baiyun.json', (city) => {
      city['name'] = '白云区'
    })}`
    const { city } = await siteOf('', siteFiles({ 'config/cities/baiyun.json': bom }).fetch)
    expect(city.name).toBe('白云区')
  })
})
