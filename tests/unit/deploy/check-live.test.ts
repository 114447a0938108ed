import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { main } from '../../../deploy/check-live'
import calendar from '../../../public/config/calendar/cn.json'
import city from '../../../public/config/cities/baiyun.json'
import metrics from '../../../public/config/metrics/hotline.json'
import { isoTime } from '../../../src/lib/calendar'
import { sample } from '../contract/sample'
import { serve } from '../data/server'

type Reply = (response: ServerResponse, cookie: string | undefined) => void

const send =
  (body: unknown, { status = 200, type = 'application/json', etag = '"1"' } = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': type, ...(etag === '' ? {} : { etag }) })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }

const fresh = () => ({
  ...sample(),
  contract: 'exceptions/1',
  asOf: isoTime(Date.now() - 90_000),
  source: { ...sample().source, simulated: false },
})

let folder = ''
let printed: string[] = []
let stop = () => Promise.resolve()

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-live-'))
  printed = []
  const keep = (line: unknown) => void printed.push(String(line))
  vi.spyOn(console, 'log').mockImplementation(keep)
  vi.spyOn(console, 'error').mockImplementation(keep)
})

afterEach(async () => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
  await stop()
})

const TOWNS = ['440111002', '440111003']
const map = { features: TOWNS.map((code) => ({ properties: { code } })) }

const poll = { url: 'api/{city}/{dataset}/{region}', everyMs: 5000, timeoutMs: 1000 }

/** Checks a site whose only API is `exceptions`, answered by `reply`; `change` edits its source. */
async function check(
  reply: Reply,
  source: object = { poll },
  args: readonly string[] = [],
  id = 'exceptions',
) {
  const asked: string[] = []
  const server = await serve((request, response) => {
    const url = request.url ?? ''
    asked.push(url)
    if (url === '/wall/config/cities/baiyun.json') return send(city)(response, undefined)
    if (url === '/wall/config/metrics/hotline.json') return send(metrics)(response, undefined)
    if (url === '/wall/config/calendar/cn.json') return send(calendar)(response, undefined)
    if (url === '/wall/maps/baiyun.json') return send(map)(response, undefined)
    reply(response, request.headers.cookie)
  })
  stop = server.stop
  const config = {
    mode: 'live',
    title: '一屏观城市',
    cities: ['baiyun'],
    scenes: ['overview'],
    defaults: { city: 'baiyun', scene: 'overview', theme: 'dark' },
    sources: { [id]: source, 'city-overview': { derive: { everyMs: 5000 } } },
    duty: null,
  }
  const file = join(folder, 'config.json')
  writeFileSync(file, JSON.stringify(config))
  const base = new URL('/wall', server.url).href
  return { code: await main(['--config', file, '--base', base, ...args]), asked }
}

describe('a source that answers its contract', () => {
  it('is ok, with its size, the time taken and the age of its data, and the exit code is 0', async () => {
    const { code, asked } = await check(send(fresh()))
    expect(printed[0]).toMatch(/^ok {4}exceptions +exceptions\/1 .* \d+ B · \d+ ms · 数据 1 分前$/)
    expect(printed.at(-1)).toBe('1 个数据源可用，0 个有误')
    expect(code).toBe(0)
    // Below the wall's own path, for the whole city, and once for a town of it.
    expect(asked).toEqual([
      '/wall/config/cities/baiyun.json',
      '/wall/maps/baiyun.json',
      '/wall/api/baiyun/exceptions/440111',
      `/wall/api/baiyun/exceptions/${TOWNS[0]}`,
    ])
  })

  it('is not asked while a question mark of its draft still stands in the configuration', async () => {
    const about = { name: '工单系统', owner: '?', cadenceSeconds: 60 }
    const { code, asked } = await check(send(fresh()), { poll, about })
    expect([code, asked]).toEqual([2, []])
    expect(printed.join('\n')).toContain('sources.exceptions.about.owner：“?” 处须由人决定')
  })

  it('is read for a town where one is named', async () => {
    const { asked } = await check(send(fresh()), undefined, ['--region', '440111001'])
    expect(asked[2]).toBe('/wall/api/baiyun/exceptions/440111001')
  })

  it('is warned about what will hurt later', async () => {
    const old = { ...fresh(), asOf: isoTime(Date.now() - 40 * 60_000) }
    const simulated = { ...old, source: { ...old.source, simulated: true } }
    const { code } = await check(send(simulated, { etag: '' }))
    expect(printed[0]).toContain('数据已过期')
    expect(printed[0]).toContain('来源自称模拟')
    expect(printed[0]).toContain('没有 ETag')
    expect(code).toBe(0)
  })

  it('is warned about parts whose own time is too old, or that are not there', async () => {
    const parts = {
      unseen: { asOf: isoTime(Date.now() - 20 * 86_400_000), cadenceSeconds: 86_400 },
      towns: { asOf: fresh().asOf },
    }
    const { code } = await check(send({ ...fresh(), parts }))
    expect(printed[0]).toMatch(/unseen 已过期（\d{4}-\d\d-\d\dT/)
    expect(printed[0]).toContain('operation 中没有的部分：towns')
    expect(code).toBe(0)
  })

  it('shows the masked answer and the mapped document on demand', async () => {
    const answer = { list: [{ id: 1, lxr: '王小明', note: '电话 13812345678' }], at: fresh().asOf }
    const mapped = {
      poll: { ...poll, url: 'api/{city}/{dataset}' },
      about: { name: '工单库', owner: '区政数局', cadenceSeconds: 60 },
      personal: { lxr: 'name' },
      map: ["{ 'asOf': at,", "  'operation': { 'unseen': [] } }"],
    }
    const { code } = await check(send(answer), mapped, ['--show', '--only', 'exceptions'])
    const text = printed.join('\n')
    expect(code).toBe(0)
    expect(text).toContain('王**')
    expect(text).not.toMatch(/小明|12345678/)
    expect(text).toContain('"name": "工单库"')
  })
})

describe('a source of records', () => {
  const orders = {
    poll: { ...poll, url: 'api/{city}/orders' },
    about: { name: '工单库', owner: '区政数局', cadenceSeconds: 60 },
    records: {
      fields: { orderNo: 'gdbh', acceptedAt: 'slsj', type: { from: 'lx', codes: { '01': '投诉' } } },
    },
  }
  const row = (gdbh: string, lx: string) => ({ gdbh, lx, slsj: isoTime(Date.now() - 3_600_000) })
  const checked = async (rows: readonly object[]) => check(send(rows), orders, [], 'hotline.work-order')

  it('names how many rows were used, and what cost the others', async () => {
    const { code } = await checked([row('1', '01'), row('2', '09'), row('3', '01')])
    expect(printed[0]).toMatch(/^ok {4}hotline /)
    expect(printed[0]).toContain('数据质量 work-order 2/3 行，缺陷行过多')
    expect(printed[0]).toMatch(/work-order 未计入 1 行：type .*"09".*（自第 2 行）/)
    expect(code).toBe(0)
  })

  it('names no person in what cost a row', async () => {
    await checked([row('1', '01'), row('2', '13812345678')])
    expect(printed[0]).toContain('138****5678')
    expect(printed.join('')).not.toContain('13812345678')
  })

  it('says nothing of rows that were all used', async () => {
    await checked([row('1', '01')])
    expect(printed[0]).toMatch(/^ok {4}hotline /)
    expect(printed[0]).not.toContain('数据质量')
  })

  it('fails by the name of the column where every row has a word that nobody told', async () => {
    const { code } = await checked([row('1', '09'), row('2', '09')])
    expect(printed[0]).toMatch(/^FAIL {2}hotline .*hotline\.work-order\.type .*"09"/)
    expect(code).toBe(1)
  })

  it('fails by the name of the column where a field is gone', async () => {
    const { code } = await checked([{ gdbh: '1', lx: '01' }])
    expect(printed[0]).toMatch(/^FAIL {2}hotline .*hotline\.work-order\.acceptedAt /)
    expect(code).toBe(1)
  })
})

describe('a source that does not', () => {
  const cases: readonly [string, Reply, object | undefined, RegExp][] = [
    ['a status of 500', send({}, { status: 500 }), undefined, /http +接口返回错误：HTTP 500/],
    [
      'a sign-in page',
      send('<html>', { type: 'text/html' }),
      undefined,
      /type +返回的不是 JSON：text\/html（登录页/,
    ],
    ['a cut answer', send('{"contract":'), undefined, /json +JSON 无法解析/],
    ['a wrong field', send({ ...fresh(), city: '白云' }), undefined, /contract +数据不符合契约：city /],
    [
      'an error in an envelope',
      send({ code: 500, msg: 'Token已过期', data: null }),
      { poll, envelope: { code: 'code', ok: [0, 200], message: 'msg', data: 'data' } },
      /http +接口返回错误：code 500：Token已过期/,
    ],
    [
      'a mapping that uses what is not allowed',
      send({}),
      {
        poll,
        about: { name: '工单库', owner: '区政数局', cadenceSeconds: 60 },
        map: "{ 'asOf': $replace(a, /x+/, '') }",
      },
      /map +字段映射出错：.*正则/,
    ],
    [
      'one of several requests',
      send({ at: '2026-11-22 09:12:00' }),
      {
        poll: { ...poll, url: 'api/{city}/exceptions' },
        about: { name: '工单库', owner: '区政数局', cadenceSeconds: 60 },
        requests: { late: { url: 'api/{city}/late?p={page}', from: 'rows' } },
        map: "{ 'asOf': at, 'operation': null }",
      },
      /map +字段映射出错：requests\.late\.rows 返回中没有 rows/,
    ],
    ['silence', () => undefined, undefined, /timeout +接口超时：1 秒未返回/],
  ]
  it.each(cases)(
    '%s is FAIL, with its kind and the words of the panel, and the exit code is 1',
    async (...row) => {
      const [, reply, source, says] = row
      const { code } = await check(reply, source)
      expect(printed[0]).toMatch(/^FAIL {2}exceptions +exceptions\/1 /)
      expect(printed[0]).toMatch(says)
      expect(code).toBe(1)
    },
  )

  it('a cache that answers in its place is FAIL, although there is a document', async () => {
    const { code } = await check((response) => {
      response.setHeader('x-cache', 'STALE')
      send(fresh())(response, undefined)
    })
    expect(printed[0]).toMatch(/^FAIL {2}exceptions +exceptions\/1 +upstream +上游无应答：.*\d\d:\d\d 的缓存/)
    expect(code).toBe(1)
  })

  /** Maps whatever comes to the same document: the address names the town, the answer does not. */
  const deaf = {
    poll,
    about: { name: '工单库', owner: '区政数局', cadenceSeconds: 60 },
    map: "{ 'asOf': at, 'operation': { 'unseen': list } }",
  }
  const answer = (list: readonly string[]) => send({ at: fresh().asOf, list })

  it.each([[[]], [['--region', '440111103']]])(
    'the city’s answer to the question for a town is FAIL (%j)',
    async (args) => {
      const { code } = await check(answer(['video']), deaf, args)
      expect(printed[0]).toMatch(
        /^FAIL .* contract +数据不符合契约：operation 镇街 \d{9,12} 的数据与全域的完全相同/,
      )
      expect(printed[0]).toContain('{region}')
      expect(code).toBe(1)
    },
  )

  it('is none where the answers differ, the mapping says that it is the city’s, or the address asks no town', async () => {
    let reads = 0
    const differing: Reply = (response, cookie) => answer(reads++ === 0 ? ['video'] : [])(response, cookie)
    expect((await check(differing, deaf)).code).toBe(0)
    await stop()
    const honest = { ...deaf, map: "{ 'asOf': at, 'region': '440111', 'operation': { 'unseen': list } }" }
    expect((await check(answer(['video']), honest)).code).toBe(0)
    await stop()
    const whole = { ...deaf, poll: { ...poll, url: 'api/{city}/{dataset}' } }
    expect((await check(answer(['video']), whole)).code).toBe(0)
  })

  it('a town that cannot be read is FAIL as well', async () => {
    let reads = 0
    const { code } = await check((response, cookie) =>
      (reads++ === 0 ? send(fresh()) : send({}, { status: 500 }))(response, cookie),
    )
    expect(printed[0]).toMatch(/^FAIL .* http +接口返回错误：镇街 \d+ HTTP 500/)
    expect(code).toBe(1)
  })

  it('a session is sent as a cookie from the environment', async () => {
    vi.stubEnv('CHECK_COOKIE', 'session=abc')
    const { code } = await check((response, cookie) =>
      cookie === 'session=abc'
        ? send(fresh())(response, cookie)
        : send({}, { status: 401 })(response, cookie),
    )
    vi.unstubAllEnvs()
    expect(code).toBe(0)
  })
})

describe('a configuration that is wrong', () => {
  it('is named by field, nothing is asked, and the exit code is 2', async () => {
    const { code, asked } = await check(send(fresh()), { poll: { ...poll, url: 'https://other.example/x' } })
    expect(printed.join('\n')).toContain('sources.exceptions.poll.url：只允许本站路径，不允许其他主机')
    expect([code, asked]).toEqual([2, []])
  })

  it('so is one that is not there, and a call without arguments', async () => {
    expect(await main(['--config', join(folder, 'none.json'), '--base', 'http://127.0.0.1:1/'])).toBe(2)
    expect(await main([])).toBe(2)
  })
})
