import { describe, expect, it } from 'vitest'
import { appConfig } from '../../../src/config/app-config'
import { cityConfig } from '../../../src/config/city'
import { problemsOf } from '../../../src/config/view'
import { plant } from '../contract/sample'

const config = {
  mode: 'live',
  title: '一屏观城市',
  cities: ['baiyun'],
  scenes: ['overview'],
  defaults: { city: 'baiyun', scene: 'overview', theme: 'dark' },
  sources: { hotline: { poll: { url: 'api/{city}/hotline?region={region}', everyMs: 5000 } } },
  duty: null,
}

/** What must never be opened. */
const SCRIPT = ['javascript', 'alert(1)'].join(':')

function problems(value: unknown) {
  const parsed = appConfig.safeParse(value)
  return parsed.success ? [] : problemsOf(parsed.error.issues)
}

describe('the site configuration', () => {
  it('is accepted with its defaults filled in', () => {
    const parsed = appConfig.parse(config)
    expect(parsed.sources['hotline']).toEqual({
      poll: {
        url: 'api/{city}/hotline?region={region}',
        everyMs: 5000,
        timeoutMs: 8000,
        maxBytes: 2_000_000,
      },
      enums: {},
      personal: {},
      zone: '+08:00',
      crs: 'WGS-84',
    })
  })

  it.each([
    ['http://other.example/api', '只允许本站路径，不允许其他主机'],
    ['https://127.0.0.1/api', '只允许本站路径，不允许其他主机'],
    ['//other.example/api', '只允许本站路径，不允许其他主机'],
    ['HTTPS://other.example', '只允许本站路径，不允许其他主机'],
    ['data:application/json,{}', '只允许本站路径，不允许其他主机'],
    ['ftp:files/a.json', '只允许本站路径，不允许其他主机'],
    // A browser reads a backslash as a slash, and skips white space in front.
    ['/\\other.example/api', '只允许本站路径，不允许其他主机'],
    ['\\\\other.example/api', '只允许本站路径，不允许其他主机'],
    [' https://other.example/api', '只允许本站路径，不允许其他主机'],
    ['api/hotline?token=abc', '地址中不得携带密钥'],
    ['api/hotline?a=1&API_KEY=abc', '地址中不得携带密钥'],
    ['api/hotline?access_key=abc', '地址中不得携带密钥'],
    ['api/../admin', '地址中不得含 ..'],
    ['../admin', '地址中不得含 ..'],
  ])('refuses the address %s', (url, message) => {
    expect(problems(plant(config, 'sources.hotline.poll.url', url))).toContainEqual({
      field: 'sources.hotline.poll.url',
      message,
    })
  })

  it.each([
    ['mode', 'test'],
    ['title', ''],
    ['title', '一'.repeat(13)],
    ['cities', []],
    ['scenes', []],
    ['cities.0', '../etc'],
    ['defaults.theme', 'blue'],
    ['defaults.city', undefined],
    ['sources.hotline.poll.everyMs', 10],
    ['sources.hotline.poll.timeoutMs', 0],
    ['sources.hotline.poll.maxBytes', 1e12],
    ['duty', undefined],
  ])('names %s when it is %j', (path, value) => {
    expect(problems(plant(config, path, value)).map(({ field }) => field)).toEqual([path])
  })

  it('refuses unknown keys, so that a secret or a misspelling cannot ride along', () => {
    expect(problems({ ...config, token: 'abc' }).map(({ field }) => field)).toEqual(['(整个文件)'])
    const headers = plant(config, 'sources.hotline.headers', { Authorization: 'Bearer x' })
    expect(problems(headers).map(({ field }) => field)).toEqual(['sources.hotline'])
  })

  it.each([
    ['sources.hotline.poll.url', 'api/hotline?appKey=abc', 'sources.hotline.poll.url'],
    [
      'sources.hotline.push',
      { kind: 'sse', url: 'https://other.example/s', topic: 'a' },
      'sources.hotline.push.url',
    ],
    ['sources.hotline.push', { kind: 'websocket', url: 'ws', topic: 'a' }, 'sources.hotline.push.kind'],
    ['sources.hotline.map', '{}', 'sources.hotline.about'],
    ['sources.hotline.act', { url: 'api/x' }, 'sources.hotline.act'],
    ['sources.hotline', { act: { url: '//other.example/x' } }, 'sources.hotline.act.url'],
    ['sources.hotline', { link: SCRIPT }, 'sources.hotline.link'],
    ['sources.hotline', { link: 'http://meet.example/{id}' }, 'sources.hotline.link'],
    // A host that data fills in, one behind a name and a password, a secret.
    ['sources.hotline', { link: 'https://{id}/' }, 'sources.hotline.link'],
    ['sources.hotline', { link: 'https://meet.example@evil.example/' }, 'sources.hotline.link'],
    ['sources.hotline', { link: 'https://meet.example/?token=abc' }, 'sources.hotline.link'],
    ['sources.hotline.link', 'tel:12345', 'sources.hotline.act'],
    ['sources.hotline', { act: { url: 'api/x' }, link: 'tel:12345' }, 'sources.hotline.act'],
    ['sources.hotline.derive', { everyMs: 5 }, 'sources.hotline.derive.everyMs'],
    ['sources.hotline.poll', undefined, 'sources.hotline.poll'],
    ['sources.hotline.zone', 'Asia/Shanghai', 'sources.hotline.zone'],
    ['sources.hotline.crs', 'WGS84', 'sources.hotline.crs'],
    ['sources.hotline.personal', { lxr: 'whatever' }, 'sources.hotline.personal.lxr'],
    ['sources.hotline.personal', { constructor: 'name' }, 'sources.hotline.personal.constructor'],
    ['sources.hotline.envelope', { code: 'a.__proto__.b', ok: [200] }, 'sources.hotline.envelope.code'],
    ['sources.hotline.envelope', { code: 'code', ok: [] }, 'sources.hotline.envelope.ok'],
    ['sources.hotline.map', 'x'.repeat(20_001), 'sources.hotline.map'],
    ['session', { loginUrl: 'https://sso.example/login' }, 'session.loginUrl'],
  ])('names what is wrong in a source: %s = %j', (path, value, field) => {
    expect(problems(plant(config, path, value)).map((problem) => problem.field)).toContain(field)
  })

  it.each([
    ['a document derived from others', 'exceptions', { derive: {} }],
    [
      'one derived where its own source says nothing',
      'city-overview',
      { derive: {}, poll: config.sources.hotline.poll },
    ],
    ['a period that earlier versions derived by', 'exceptions', { derive: { everyMs: 5000 } }],
    [
      'a list of a domain',
      'hotline.orders',
      { poll: { url: 'api/{city}/orders?stage={stage}', everyMs: 60_000 } },
    ],
    ['a call', 'hotline.call', { link: 'tel:12345' }],
    ['a meeting', 'hotline.call', { link: 'https://meet.example:8443/{city}/{id}' }],
    ['an action', 'hotline.supervise', { act: { url: 'api/{city}/orders/{id}/supervise' } }],
  ])('takes as a source %s', (_, id, source) => {
    expect(problems({ ...config, sources: { ...config.sources, [id]: source } })).toEqual([])
  })

  it.each(['Hotline', 'hotline.', 'hotline.orders.open'])('has no resource called %s', (id) => {
    const sources = Object.fromEntries([[id, { derive: {} }]])
    expect(problems({ ...config, sources })).not.toEqual([])
  })

  it('names every wrong field at once, not one a visit', () => {
    const twice = plant(plant(config, 'mode', 'test'), 'sources.hotline.poll.url', 'http://x/')
    expect(problems(twice).map(({ field }) => field)).toEqual(['mode', 'sources.hotline.poll.url'])
  })
})

describe('a city', () => {
  const city = {
    id: 'baiyun',
    name: '广州市白云区',
    short: '白云',
    tier: '区',
    code: '440111',
    map: 'maps/a.json',
  }
  const wrong = (path: string, value: unknown) => {
    const parsed = cityConfig.safeParse(plant(city, path, value))
    return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'))
  }

  it('is accepted and replaces no panel unless it says so', () => {
    expect(cityConfig.parse(city).replace).toEqual({})
  })

  it.each([
    ['map', 'https://other.example/map.json'],
    ['map', '//other.example/map.json'],
    ['map', '../secret.json'],
    ['map', 'maps/a.svg'],
    ['tier', '省'],
    ['code', '4401'],
    ['id', 'Baiyun'],
  ])('refuses %s = %j', (path, value) => {
    expect(wrong(path, value)).toEqual([path])
  })
})
