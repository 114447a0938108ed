import { describe, expect, it, vi } from 'vitest'
import { sourceConfig } from '../../../src/config/source'
import { at, isRecord } from '../../../src/data/json'
import { json, serve, type Answer } from '../data/server'
import { recipes, sourceOf, type Recipe } from '../recipes/recipe'
import { filled, fromFile, fromServer, KIND, readsWhatIsPrinted, run } from './connecting'

readsWhatIsPrinted()

const ABOUT = { 'about.name': '数据', 'about.owner': '区政数局', 'about.cadenceSeconds': 60 }

describe('persons', () => {
  /** What stands in the fields that a recipe says are personal, and in no other. */
  function clear(each: Recipe): readonly string[] {
    const { personal } = sourceOf(each)
    const [found, others] = [new Set<string>(), new Set<string>()]
    const visit = (item: unknown, key = ''): void => {
      if (Array.isArray(item)) for (const below of item) visit(below, key)
      else if (isRecord(item)) for (const [name, below] of Object.entries(item)) visit(below, name)
      else if (typeof item === 'string' && item.length > 1)
        (Object.hasOwn(personal, key) ? found : others).add(item)
    }
    visit(JSON.parse(each.read('response.json')))
    return [...found].filter((value) => !others.has(value))
  }

  /** Whether `value` is printed as itself, and not as a part of a longer word. */
  const stands = (value: string, printed: string) =>
    printed.split(value).some((before, part, all) => {
      const after = all[part + 1]
      return after !== undefined && !(/\w$/.test(before) || /^\w/.test(after))
    })

  it.each(recipes.map((each) => [each.name, each] as const))('of %s are never printed', async (_, each) => {
    const { printed } = await fromFile(each.read('response.json'))
    expect(clear(each).filter((value) => stands(value, printed))).toEqual([])
  })

  it('are seen by what stands in a field, whatever it is called, and dropped', async () => {
    const rows = ['张三', '李四光', '王五'].map((x, i) => ({
      a: x,
      b: `1380013800${i}`,
      c: `粤A1234${i}`,
      d: `来电 1390013900${i}，路灯不亮`,
      e: `处理${i % 2}`,
    }))
    const { source, printed } = await fromFile(rows)
    expect(source).toMatchObject({ personal: { a: 'drop', b: 'drop', c: 'drop', d: 'drop' } })
    expect(at(source, 'personal.e')).toBeUndefined()
    expect(printed).not.toMatch(/张三|李四光|138001|粤A|139001/)
  })

  it('are not printed as what a code means, nor as a key', async () => {
    const rows = [1, 2, 3, 4, 5, 6].map((no) => ({
      gdbh: `GD${no}`,
      slsj: `2026-11-1${no} 08:00`,
      lx: no < 4 ? '01' : '13800138000',
      [`1390013900${no}`]: 1,
    }))
    expect((await fromFile(rows, '--kind', KIND)).printed).not.toMatch(/13800138000|139001/)
  })
})

describe('the address', () => {
  it('keeps what pages, leaves out what is secret, and goes with the session', async () => {
    vi.stubEnv('CHECK_COOKIE', 'session=abc')
    const asked: (string | undefined)[] = []
    const answer: Answer = (request, response) => {
      asked.push(request.url, request.headers.cookie)
      json('[{"a":1},{"a":2}]')(request, response)
    }
    const { source, printed } = await fromServer(answer, 'api/rows?pageNum=1&pageSize=50&zt=1&token=s3cret')
    expect(asked).toEqual(['/wall/api/rows?pageNum=1&pageSize=50&zt=1&token=s3cret', 'session=abc'])
    expect(source).toMatchObject({
      poll: { url: 'api/rows?pageNum={page}&pageSize={size}&zt=1' },
      records: { size: 50 },
    })
    expect(printed).not.toMatch(/s3cret|session=abc/)
    expect(printed).toContain('参数 token 像是密钥')
    expect(sourceConfig.safeParse(filled(source, ABOUT)).error?.issues).toBeUndefined()
  })

  it('of another host becomes a path of ours', async () => {
    const server = await serve(json('[{"a":1}]'))
    const { source, notes } = await run([
      '--url',
      server.url,
      '--base',
      'http://wall.example/',
      '--kind',
      KIND,
    ])
    await server.stop()
    expect(source).toMatchObject({ poll: { url: 'api/{city}/hotline.work-order' } })
    expect(notes).toContain(`转到 ${new URL(server.url).host}/data.json`)
  })
})

describe('what cannot be drafted', () => {
  it.each([
    ['an answer without a list', { code: 200, data: { n: 1 } }, /没有对象的列表/],
    ['an empty list', { code: 200, data: [] }, /至少一行/],
    ['rows without names', { columns: ['a'], data: [[1], [2]] }, /^data 处的行是值的列表/],
    [
      'a refusal',
      { code: 401, msg: '登录过期，请联系 13800138000' },
      /接口没有给出数据：code 401：登录过期，请联系 138\*\*\*\*8000/,
    ],
    ['no JSON', '<html>', /JSON 无法解析/],
  ])('%s ends with 1', async (_, answer, message) => {
    const { code, notes } = await fromFile(answer)
    expect(code).toBe(1)
    expect(notes).toMatch(message)
  })

  it('a server that fails, or signs in, ends with 1', async () => {
    const failing: Answer = (_, response) => void response.writeHead(500).end()
    expect(await fromServer(failing, 'api/x')).toMatchObject({ code: 1, notes: '接口返回错误：HTTP 500' })
    const page: Answer = (_, response) => void response.writeHead(302, { location: '/login' }).end()
    expect(await fromServer(page, 'api/x')).toMatchObject({ code: 1, notes: '接口返回错误：HTTP 302' })
  })

  it.each([
    [[], /须有 --url 或 --file 之一/],
    [['--url', 'http://a.example/', '--file', 'b.json'], /须有 --url 或 --file 之一/],
    [['--url', 'api/orders'], /--url api\/orders 不是 http 地址；相对路径须有 --base/],
    [['--url', 'http://a.example/', '--base', 'ftp://x/'], /--base ftp:\/\/x\/ 不是 http 地址/],
    [
      ['--file', 'x.json', '--kind', 'hotline.orders'],
      /--kind hotline\.orders 不是记录种类，有：.*hotline\.work-order/,
    ],
    [['--file', '/nowhere.json'], /--file \/nowhere\.json：/],
    [['--fiel', 'x'], /--fiel/],
  ])('%j is wrong usage', async (args, message) => {
    const { code, notes } = await run(args)
    expect(code).toBe(2)
    expect(notes).toMatch(message)
  })

  it('a list that is not there is named with those that are, and one that is can be chosen', async () => {
    const answer = { rows: [{ a: 1 }, { a: 2 }], halls: [{ b: 1 }] }
    expect(await fromFile(answer, '--from', 'list')).toMatchObject({
      code: 2,
      notes: '--from list 处没有列表，有：rows、halls',
    })
    expect((await fromFile(answer, '--from', 'halls')).source).toMatchObject({ records: { from: 'halls' } })
  })
})
