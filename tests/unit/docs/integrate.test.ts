import { describe, expect, it, vi } from 'vitest'
import { main as connect } from '../../../deploy/connect'
import { sourceConfig } from '../../../src/config/source'
import { evaluate } from '../../../src/data/mapping/expression'
import * as foreignText from '../../../src/data/shape/foreign-text'
import { maskAnswer } from '../../../src/data/shape/mask-answer'
import { isRecord } from '../../../src/data/json'
import { readers as hotlineReaders } from '../../../src/domains/hotline/contract'
import { hotline } from '../../../src/domains/hotline/resources'
import { readers } from '../../../src/domains/video/contract'
import { video } from '../../../src/domains/video/resources'
import { counting } from '../../../src/domains/video/summary'
import { bench, inline, reply, WHOLE } from '../data/feed-fixture'
import { recordsOf } from '../data/field/foreign'
import { json, serve } from '../data/server'
import { BINDINGS } from '../data/shape-fixture'
import { textOf } from './mentions'

const text = textOf('docs/integrate.md')

/** What stands under a heading, up to the next of the same depth or less. */
function under(heading: string): string {
  const [depth = ''] = heading.split(' ')
  const [, below = ''] = text.split(`\n${heading}\n`)
  return below.split(new RegExp(`\\n#{1,${depth.length}} `))[0] ?? ''
}

const blocksOf = (section: string) =>
  [...section.matchAll(/```json\n([^]*?)```/g)].map(([, body = '']) => body)

const rules = [
  ...under('### Rules of a field').matchAll(/^\| `(.+?)`(?: \(.+?\))? \| `(.+?)` \| (.+) \|$/gm),
].map(([, rule = '', row = '', gives = '']) => [rule, row, gives] as const)

const AROUND = {
  rules: { enums: { kinds: { '2': '咨询' } } },
  scope: {
    names: {
      town: [
        { code: '990101001', name: '东湖街道' },
        { code: '990101003', name: '西岭镇' },
      ],
      dept: [{ name: '区城管局' }],
    },
  },
}

/** Times as a reader writes them; a record keeps them as epoch ms. */
const read = (record: unknown): unknown =>
  isRecord(record)
    ? Object.fromEntries(
        Object.entries(record).map(([name, value]) => [
          name,
          name.endsWith('At') ? Date.parse(String(value)) : value,
        ]),
      )
    : record

describe('the table of rules', () => {
  it('is read whole', () => {
    const lines = under('### Rules of a field')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
    expect(rules.length).toBe(lines.length)
    expect(rules.length).toBeGreaterThan(20)
  })

  it.each(rules)('%s of %s gives %s', async (rule, row, gives) => {
    const fields: unknown = JSON.parse(`{${rule}}`)
    if (!isRecord(fields)) throw new Error(rule)
    const seen = maskAnswer(JSON.parse(row), { personal: {}, audience: 'duty', foreign: foreignText })
    // A record says what it is; the two columns it cannot do without are not what is told here.
    const own = { orderNo: { value: '1' }, acceptedAt: { value: '2026-11-22T00:00:00+08:00' } }
    const [record] = await recordsOf({ ...own, ...fields }, [seen], AROUND)
    const left = /^left out: (.+)$/.exec(gives)?.[1]
    if (left !== undefined) {
      expect(record).toMatchObject({
        field: Object.keys(fields)[0],
        message: expect.stringContaining(left) as unknown,
      })
      return
    }
    const told = read(JSON.parse(gives.replaceAll('`', '')))
    const others = Object.keys(own).filter((name) => !(name in fields))
    const shown = Object.entries(record ?? {}).filter(([name]) => !others.includes(name))
    expect(Object.fromEntries(shown)).toEqual(told)
  })
})

describe('the sources shown', () => {
  const sections = under('## 2. Name the source') + under('## 3. Map the answer')
  const blocks = blocksOf(sections)
  const whole = blocks.filter((block) => block.startsWith('"hotline"'))

  it.each(whole)('are accepted as they stand: %s', (block) => {
    const sources: unknown = JSON.parse(`{${block}}`)
    expect(isRecord(sources) && sourceConfig.safeParse(sources.hotline).error?.issues).toBeUndefined()
  })

  it('run: the smallest mapping too', async () => {
    const rest = blocks.filter((block) => block.startsWith('"map"'))
    expect(rest).toHaveLength(1)
    const { map, enums } = sourceConfig.parse({
      poll: { url: 'x', everyMs: 5000 },
      about: { name: 'x', owner: 'x', cadenceSeconds: 60 },
      ...(JSON.parse(`{${rest[0] ?? ''}}`) as object),
    })
    const list = [
      { gdbh: '1', slsj: '2026-11-22 08:00:00', zt: '在办', gxsj: '2026-11-22 09:00:00' },
      { gdbh: '2', slsj: '2026-11-21 08:00:00', zt: '办结', gxsj: '2026-11-22 09:10:00' },
    ]
    const expression = typeof map === 'string' ? map : (map?.join('\n') ?? '')
    expect(await evaluate(expression, { list }, { ...BINDINGS, enums })).toMatchObject({
      operation: { received: { value: 1 }, open: { value: 1 } },
    })
  })
})

describe('one record from several addresses', () => {
  it('is what is said of the answers shown, of which there is a second page of each', async () => {
    const [block = '', ...answers] = blocksOf(under('### One record from several addresses'))
    const sources: unknown = JSON.parse(`{${block}}`)
    const source = sourceConfig.parse(isRecord(sources) ? sources['video.camera'] : undefined)
    const rest: readonly object[] = [
      { total: 3, list: [{ deviceId: 34020003, org: '公安' }] },
      { at: '2026-11-22 09:12:00', rows: [] },
    ]
    const asked: string[] = []
    const { feed } = bench(
      (url) => {
        asked.push(url)
        const which = url.includes('cameras') ? 0 : 1
        const first = /page=1|offset=0/.test(url)
        return reply(first ? JSON.parse(answers[which] ?? '') : { code: 0, data: rest[which] })
      },
      {
        config: { sources: { 'video.camera': source } },
        thread: inline(readers, [], async () => counting),
      },
    )
    const { operation, asOf, rows } = await feed.get(video, WHOLE, {
      now: Date.parse('2026-11-22T09:13:00+08:00'),
    })
    expect([operation?.channels?.value, operation?.offline?.value]).toEqual([3, 1])
    expect(rows).toMatchObject([{ used: 3, faults: [] }])
    expect(asOf).toBe('2026-11-22T09:12:00+08:00')
    expect(asked).toEqual([
      'api/baiyun/video/state?offset=0',
      'api/baiyun/video/state?offset=2',
      'api/baiyun/video/cameras?page=1&size=2',
      'api/baiyun/video/cameras?page=2&size=2',
    ])
  })
})

describe('one document from several addresses', () => {
  it('is what is said of the answers shown', async () => {
    const [block = '', stat = '', orders = '', watched = ''] = blocksOf(
      under('### One document from several addresses'),
    )
    const sources: unknown = JSON.parse(`{${block}}`)
    const source = sourceConfig.parse(isRecord(sources) ? sources['hotline'] : undefined)
    const rest = { code: 200, body: { total: 3, items: [{ no: 73, st: 3 }] } }
    const shown = (text_: string): unknown => JSON.parse(text_)
    const answers: Readonly<Record<string, unknown>> = {
      'api/baiyun/hotline/stat': shown(stat),
      'api/baiyun/hotline/orders?page=1&size=2': shown(orders),
      'api/baiyun/hotline/orders?page=2&size=2': rest,
      'api/baiyun/supervision': shown(watched),
    }
    const { feed, asked } = bench((url) => reply(answers[url]), {
      config: { sources: { hotline: source } },
      thread: inline(hotlineReaders),
    })
    const { operation, asOf } = await feed.get(hotline, WHOLE, {
      now: Date.parse('2026-11-22T09:13:00+08:00'),
    })
    const { received, open, supervised } = operation ?? {}
    expect([received?.value, open?.value, supervised?.open]).toEqual([35, 2, 4])
    expect(asOf).toBe('2026-11-22T09:12:00+08:00')
    expect(asked.toSorted()).toEqual(Object.keys(answers).toSorted())
  })
})

describe('the source that is drafted', () => {
  it('is the one that is shown', async () => {
    const [answer = '', source = ''] = blocksOf(under('### Have the source drafted'))
    const server = await serve(json(answer))
    const printed: string[] = []
    vi.spyOn(console, 'log').mockImplementation((line: unknown) => void printed.push(String(line)))
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    try {
      expect(
        await connect(['--url', 'api/orders', '--base', server.url, '--kind', 'hotline.work-order']),
      ).toBe(0)
      expect(JSON.parse(printed.join('\n'))).toEqual(JSON.parse(source))
    } finally {
      vi.restoreAllMocks()
      await server.stop()
    }
  })
})
