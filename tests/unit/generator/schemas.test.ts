import { mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { main, outOfDate, schemaFiles } from '../../../mock-data/generator/schemas'
import { violations } from './json-schema'

const files = schemaFiles()
const schemaOf = (name: string): object => {
  const parsed: unknown = JSON.parse(files.get(`${name}.schema.json`) ?? 'null')
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`no schema ${name}`)
  return parsed
}
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const documents = readdirSync('mock-data/baiyun').map((file) => file.replace('.json', ''))

describe('the published schemas', () => {
  it('cover every dataset that has a mock document, and every kind of configuration', () => {
    const wanted = [...documents, 'config', 'city', 'scene', 'metrics'].map((name) => `${name}.schema.json`)
    expect([...files.keys()]).toEqual(expect.arrayContaining(wanted))
    expect(files.size).toBeGreaterThanOrEqual(10)
  })

  it.each([...files.keys()])('%s says what it is, and refers to itself relatively', (name) => {
    const schema = new Map(Object.entries(schemaOf(name.replace('.schema.json', ''))))
    expect(schema.get('$schema')).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(schema.get('$id')).toBe(name)
    expect(schema.get('title')).toMatch(/\S/)
    expect(schema.get('description')).toMatch(/\S/)
    expect(schema.get('type')).toBe('object')
  })

  it('are the same twice, with sorted keys', () => {
    expect([...schemaFiles()]).toEqual([...files])
    const keys = Object.keys(schemaOf('hotline'))
    expect(keys.toSorted()).toEqual(keys)
  })

  it('say in words what JSON Schema cannot', () => {
    expect(files.get('hotline.schema.json')).toContain('各环节之和不等于在办数')
    expect(files.get('config.schema.json')).toContain('只允许本站路径，不允许其他主机')
  })
})

describe('what is shipped holds to them', () => {
  it.each(documents)('mock document %s', (name) => {
    expect(violations(schemaOf(name), read(`mock-data/baiyun/${name}.json`))).toEqual([])
  })

  it.each([
    ['config', 'public/config.json'],
    ['city', 'public/config/cities/baiyun.json'],
    ['scene', 'public/config/scenes/overview.json'],
    ['metrics', 'public/config/metrics/hotline.json'],
  ])('%s file %s', (name, path) => {
    expect(violations(schemaOf(name), read(path))).toEqual([])
  })

  it('a document with a missing key, an unknown key or a wrong value does not', () => {
    const { asOf: _, ...rest } = read('mock-data/baiyun/hotline.json') as { asOf: string }
    const broken = { ...rest, contract: 'video/1', expire: 1 }
    expect(violations(schemaOf('hotline'), broken)).toEqual([
      '/asOf is required',
      '/contract is not "hotline/1"',
      '/expire is not known',
    ])
  })
})

describe('--check', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'contract-'))
    vi.spyOn(console, 'log').mockReturnValue()
    vi.spyOn(console, 'error').mockReturnValue()
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
    vi.restoreAllMocks()
  })

  it('passes on what was just written, and writes nothing itself', () => {
    expect(main(['--check'], folder)).toBe(1)
    expect(readdirSync(folder)).toEqual([])
    expect(main([], folder)).toBe(0)
    expect(main(['--check'], folder)).toBe(0)
  })

  it('names a file that was altered, removed, or belongs to no dataset any more', () => {
    main([], folder)
    writeFileSync(join(folder, 'video.schema.json'), '{}\n')
    unlinkSync(join(folder, 'city.schema.json'))
    writeFileSync(join(folder, 'weather.schema.json'), '{}\n')
    const wrong = ['city.schema.json', 'video.schema.json', 'weather.schema.json']
    expect(outOfDate(folder, files)).toEqual(wrong)
    expect(main(['--check'], folder)).toBe(1)
    for (const name of wrong) expect(console.error).toHaveBeenCalledWith(expect.stringContaining(name))
    main([], folder)
    expect(outOfDate(folder, files)).toEqual([])
    expect(readdirSync(folder)).not.toContain('weather.schema.json')
  })
})
