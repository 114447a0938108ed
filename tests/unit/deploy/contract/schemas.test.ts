import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { main, outOfDate, publishedFiles } from '../../../../deploy/contract/schemas'
import { CONFIG_FIELDS } from '../../../../deploy/contract/descriptions'
import { at, isObject, parseJson, type Json, type JsonObject } from '../../../../deploy/contract/json'
import { jsonSchemaOf } from '../../../../deploy/contract/json-schema'
import { all } from './published'
import { violations } from './validator'

const { files } = all
const parsedFiles = new Map<string, JsonObject>()
const schemaOf = (name: string): JsonObject => {
  const known = parsedFiles.get(name)
  if (known) return known
  const parsed = parseJson(files.get(`${name}.schema.json`) ?? 'null')
  if (!isObject(parsed)) throw new Error(`no schema ${name}`)
  parsedFiles.set(name, parsed)
  return parsed
}
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const documents = readdirSync('mock-data/baiyun')
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))

describe('the published schemas', () => {
  it('cover every dataset that has a mock document, and every kind of configuration', () => {
    const wanted = [...documents, 'config', 'city', 'scene', 'metrics'].map((name) => `${name}.schema.json`)
    expect([...files.keys()]).toEqual(expect.arrayContaining(wanted))
    expect(files.size).toBeGreaterThanOrEqual(10)
  })

  it.each([...files.keys()].filter((name) => name.endsWith('.schema.json')))(
    '%s says what it is, and refers to itself relatively',
    (name) => {
      const schema = new Map(Object.entries(schemaOf(name.replace('.schema.json', ''))))
      expect(schema.get('$schema')).toBe('https://json-schema.org/draft/2020-12/schema')
      expect(schema.get('$id')).toBe(name)
      expect(schema.get('title')).toMatch(/\S/)
      expect(schema.get('description')).toMatch(/\S/)
      expect(schema.get('type')).toBe('object')
    },
  )

  it('are the same twice, with sorted keys', () => {
    expect([...publishedFiles()]).toEqual([...files])
    const keys = Object.keys(schemaOf('hotline'))
    expect(keys.toSorted()).toEqual(keys)
  })

  it('say in words what JSON Schema cannot', () => {
    expect(files.get('hotline.schema.json')).toContain('时限早于受理时间')
    expect(files.get('config.schema.json')).toContain('只允许本站路径，不允许其他主机')
  })
})

describe('what is shipped holds to them', () => {
  it.each(documents)('mock document %s', (name) => {
    expect(violations(schemaOf(name), read(`mock-data/baiyun/${name}.json`))).toEqual([])
  })

  it.each([
    ...readdirSync('public')
      .filter((name) => /^config(\.[a-z-]+)?\.json$/.test(name))
      .map((name) => ({ name: 'config', path: `public/${name}` })),
    { name: 'city', path: 'public/config/cities/baiyun.json' },
    { name: 'scene', path: 'public/config/scenes/overview.json' },
    { name: 'metrics', path: 'public/config/metrics/hotline.json' },
  ])('$name file $path', ({ name, path }) => {
    expect(violations(schemaOf(name), read(path))).toEqual([])
  })

  it('a document with a missing key or a wrong value does not', () => {
    const { asOf: _, ...rest } = read('mock-data/baiyun/hotline.json') as { asOf: string }
    expect(violations(schemaOf('hotline'), { ...rest, contract: 'video/1' })).toEqual([
      ` must have required property 'asOf' ("asOf")`,
      '/contract must be equal to constant ("hotline/1")',
    ])
  })

  it('a document may carry what the contract does not know; a configuration may not', () => {
    const document = read('mock-data/baiyun/hotline.json') as object
    expect(violations(schemaOf('hotline'), { ...document, expire: 1 })).toEqual([])
    const config = read('public/config.json') as object
    expect(violations(schemaOf('config'), { ...config, expire: 1 })).toEqual([
      ' must NOT have additional properties ("expire")',
    ])
  })
})

describe('what an editor shows while a configuration is written', () => {
  /** Dotted paths of all fields, in the notation of the table. */
  function fieldsOf(schema: Json, path = ''): string[] {
    if (!isObject(schema)) return []
    const below = (child: Json | undefined, key: string) => {
      const here = path === '' ? key : `${path}.${key}`
      return child === undefined || !isObject(child) ? [] : [here, ...fieldsOf(child, here)]
    }
    const shapes = [schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []))
    const { properties } = schema
    return [
      ...shapes.flatMap((shape) => fieldsOf(shape, path)),
      ...(isObject(properties)
        ? Object.entries(properties).flatMap(([key, field]) => below(field, key))
        : []),
      ...below(schema.additionalProperties, '*'),
    ]
  }

  it('says of every field what it is', () => {
    const fields = [...new Set(fieldsOf(schemaOf('config')))]
    expect(fields.length).toBeGreaterThan(40)
    // What stands in a table of codes is the integrator's own.
    expect(fields.filter((field) => !(field in CONFIG_FIELDS))).toEqual([
      'pictures.providers.*.enums.*.*',
      'sources.*.enums.*.*',
    ])
  })

  it('names the placeholders of an address, the parts of an envelope and every kind of personal data', () => {
    const text = files.get('config.schema.json') ?? ''
    for (const word of ['{city}', '{region}', '{dataset}', '$receivedAt', '50014'])
      expect(text).toContain(word)
    const kinds = schemaOf('config').properties
    expect(JSON.stringify(kinds)).toContain('company 单位')
  })

  it('describes a field in every shape it may have', () => {
    expect(JSON.stringify(schemaOf('config')).split('本数据集的主题').length - 1).toBe(2)
  })

  it('cannot describe a field that is not there, unless it says that it need not be', () => {
    const published = { name: 'x', schema: z.strictObject({ a: z.string() }), title: 'x', description: 'x' }
    expect(() => jsonSchemaOf({ ...published, fields: { 'a.b': '无' } })).toThrow('描述了不存在的字段 a.b')
    expect(jsonSchemaOf({ ...published, fields: { 'a.b?': '无', a: '有' } })).toMatchObject({
      properties: { a: { description: '有' } },
    })
  })

  it('names the panels that a part of a document feeds', () => {
    const operation = at(schemaOf('hotline'), 'properties', 'operation', 'anyOf', '0', 'properties') ?? null
    expect(at(operation, 'stages', 'description')).toMatch(/顺序：.*。面板：办件环节、12345 热线、工单$/)
    expect(at(operation, 'extensions', 'description')).toMatch(/单位：件。面板：办件环节$/)
  })

  it('says of a document what its envelope means, and nothing of a demo', () => {
    expect(at(schemaOf('hotline'), 'properties', 'asOf', 'description')).toContain('数据自身的时间')
    expect(files.get('hotline.schema.json')).not.toContain('演示用的参数')
  })
})

describe('--check', () => {
  let parent = ''
  let folder = ''
  const written = () => join(parent, 'written')
  const pages = () => join(parent, 'pages')
  const silence = () => {
    vi.spyOn(console, 'log').mockReturnValue()
    vi.spyOn(console, 'error').mockReturnValue()
  }
  beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'contract-'))
    silence()
    expect(main(['--baseline'], written(), pages(), all)).toBe(0)
    vi.restoreAllMocks()
  })
  afterAll(() => rmSync(parent, { recursive: true, force: true }))
  beforeEach(() => {
    folder = mkdtempSync(join(parent, 'case-'))
    silence()
  })
  afterEach(() => void vi.restoreAllMocks())
  const asWritten = () => cpSync(written(), folder, { recursive: true })

  it('passes on what was just written, and writes nothing itself', () => {
    expect(main(['--check'], folder, pages(), all)).toBe(1)
    expect(readdirSync(folder)).toEqual([])
    expect(main(['--check'], written(), pages(), all)).toBe(0)
  })

  it('names a promise that is no longer kept, by its field, and the major to raise', () => {
    asWritten()
    const path = join(folder, 'baseline', 'hotline.1.schema.json')
    const promise = readFileSync(path, 'utf8')
    // As if forty orders had become fewer since.
    expect(promise).toContain('"maxItems": 40')
    writeFileSync(path, promise.replaceAll('"maxItems": 40', '"maxItems": 400'))
    expect(main(['--check'], folder, pages(), all)).toBe(1)
    expect(console.error).toHaveBeenCalledWith(
      expect.stringContaining('hotline/1 的 operation.orders：maxItems 由 400 收紧为 40（请改为 hotline/2）'),
    )
  })

  it('names a file that was altered, removed, or belongs to no dataset any more, and a promise not yet written', () => {
    asWritten()
    rmSync(join(folder, 'baseline'), { recursive: true })
    writeFileSync(join(folder, 'video.schema.json'), '{}\n')
    unlinkSync(join(folder, 'city.schema.json'))
    writeFileSync(join(folder, 'weather.schema.json'), '{}\n')
    const wrong = ['city.schema.json', 'video.schema.json', 'weather.schema.json']
    expect(outOfDate(folder, files)).toEqual(wrong)
    expect(main(['--check'], folder, pages(), all)).toBe(1)
    for (const name of wrong) expect(console.error).toHaveBeenCalledWith(expect.stringContaining(name))
    for (const id of documents)
      expect(console.error).toHaveBeenCalledWith(expect.stringContaining(`${id}/1 还没有承诺基线`))
    main([], folder, pages(), all)
    expect(outOfDate(folder, files)).toEqual([])
    expect(readdirSync(folder)).not.toContain('weather.schema.json')
    // A promise is written when asked for, never along the way.
    expect(readdirSync(folder)).not.toContain('baseline')
    expect(main(['--check'], folder, pages(), all)).toBe(1)
  })

  it('names a page that was altered, or describes no domain any more, and writes it again', () => {
    const own = join(folder, 'pages')
    cpSync(pages(), own, { recursive: true })
    const page = join(own, 'hotline.md')
    writeFileSync(page, readFileSync(page, 'utf8').replace('上周同日', '上周'))
    writeFileSync(join(own, 'weather.md'), '# 天气\n')
    expect(main(['--check'], written(), own, all)).toBe(1)
    for (const name of ['hotline.md', 'weather.md'])
      expect(console.error).toHaveBeenCalledWith(expect.stringContaining(join(own, name)))
    expect(main([], written(), own, all)).toBe(0)
    expect(main(['--check'], written(), own, all)).toBe(0)
  })
})
