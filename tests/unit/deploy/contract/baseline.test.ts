import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { brokenPromises, promiseOf, writeBaselines } from '../../../../deploy/contract/baseline'
import type { JsonObject } from '../../../../deploy/contract/json'
import { jsonSchemaOf } from '../../../../deploy/contract/json-schema'
import { publishedResources } from '../../../../deploy/contract/resources'
import { documentSchema } from '../../../../src/contract/document'
import { count, list, text } from '../../../../src/contract/primitives'

/** The published schema of a dataset `queue` at `version` whose operation has these fields. */
function queue(version: number, fields: Record<string, z.ZodMiniType>): JsonObject {
  const schema = documentSchema('queue', z.object(fields), version)
  return jsonSchemaOf({ name: 'queue', schema, title: '排队', description: '测试' })
}
const first = { waiting: count, halls: list(text(8), 40) }

let folder = ''
const baselines = () => readdirSync(join(folder, 'baseline'))
const read = (name: string) => readFileSync(join(folder, 'baseline', name), 'utf8')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baseline-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('what has been promised', () => {
  it('is asked for before it is there, written once, and then kept', () => {
    const versions = [{ current: queue(1, first) }]
    expect(brokenPromises(folder, versions)).toEqual([
      'queue/1 还没有承诺基线（发布前运行 npm run schemas -- --baseline）',
    ])
    expect(writeBaselines(folder, versions)).toEqual([join(folder, 'baseline', 'queue.1.schema.json')])
    expect(brokenPromises(folder, versions)).toEqual([])
    expect(writeBaselines(folder, versions)).toEqual([])
  })

  it('is never rewritten, whatever becomes of the contract', () => {
    writeBaselines(folder, [{ current: queue(1, first) }])
    const before = read('queue.1.schema.json')
    for (const fields of [{ ...first, name: z.optional(text(8)) }, { waiting: count }]) {
      writeBaselines(folder, [{ current: queue(1, fields) }])
      expect(read('queue.1.schema.json')).toBe(before)
    }
  })

  it('holds under an addition', () => {
    writeBaselines(folder, [{ current: queue(1, first) }])
    const wider = {
      waiting: z.nullable(count),
      halls: z.optional(list(text(20), 80)),
      name: z.optional(text(8)),
    }
    expect(brokenPromises(folder, [{ current: queue(1, wider) }])).toEqual([])
  })

  it('is broken by a narrower contract: named by its field, with the major to raise', () => {
    writeBaselines(folder, [{ current: queue(1, first) }])
    const narrower = { waiting: count, halls: list(text(8), 20), name: text(8) }
    expect(brokenPromises(folder, [{ current: queue(1, narrower) }])).toEqual([
      'queue/1 的 operation.name：新增的必填字段（请改为 queue/2）',
      'queue/1 的 operation.halls：maxItems 由 40 收紧为 20（请改为 queue/2）',
    ])
  })

  it('knows no parameters of a demo: no contract has any', () => {
    for (const { current } of publishedResources())
      expect(JSON.stringify(promiseOf(current))).not.toContain('"demo"')
  })
})

describe('after the major was raised', () => {
  const second = queue(2, { waiting: count })
  beforeEach(() => {
    writeBaselines(folder, [{ current: queue(1, first) }])
  })

  it('the version before is still read as promised', () => {
    const versions = [{ current: second, previous: queue(1, first) }]
    writeBaselines(folder, versions)
    expect(baselines()).toEqual(['queue.1.schema.json', 'queue.2.schema.json'])
    expect(brokenPromises(folder, versions)).toEqual([])
  })

  it('a version before that is read no more, or less well, is named', () => {
    writeBaselines(folder, [{ current: second }])
    expect(brokenPromises(folder, [{ current: second }])).toEqual([
      'queue/1 已作承诺，queue/2 须仍能读：contract.ts 须导出 previous',
    ])
    const previous = queue(1, { ...first, name: text(8) })
    expect(brokenPromises(folder, [{ current: second, previous }])).toEqual([
      'queue/1 的 operation.name：新增的必填字段（请恢复）',
    ])
  })

  it('a version further back is promised no more', () => {
    const versions = [{ current: queue(3, { waiting: count }), previous: second }]
    writeBaselines(folder, [{ current: second }])
    writeBaselines(folder, versions)
    expect(brokenPromises(folder, versions)).toEqual([])
  })
})

it('a promise of a dataset that is gone, or of a version not reached, is named', () => {
  writeBaselines(folder, [{ current: queue(2, first) }])
  expect(brokenPromises(folder, [])).toEqual(['queue/2 已作承诺，程序中却没有这项契约'])
  expect(brokenPromises(folder, [{ current: queue(1, first) }])).toEqual([
    'queue/1 还没有承诺基线（发布前运行 npm run schemas -- --baseline）',
    'queue/2 已作承诺，程序却只有 queue/1',
  ])
})

it('a file that is no baseline is not passed over', () => {
  writeBaselines(folder, [{ current: queue(1, first) }])
  writeFileSync(join(folder, 'baseline', 'queue.schema.json'), '{}')
  expect(() => brokenPromises(folder, [])).toThrow('不是基线的文件名')
})
