import { describe, expect, it } from 'vitest'
import { at, parseJson, type Json, type JsonObject } from '../../../../deploy/contract/json'
import { openApi } from '../../../../deploy/contract/openapi'
import { rowsOf } from '../../../../deploy/contract/pages/rows'
import { recordKinds } from '../../../../deploy/contract/records'
import { publishedResources } from '../../../../deploy/contract/resources'
import type { AnyKind } from '../../../../src/contract/records/kind'
import { rowReader } from '../../../../src/contract/records/read-row'
import { violations } from './validator'

const NOW = Date.parse('2026-11-18T10:42:00+08:00')
const published = publishedResources()

const schemaOf = ({ id }: AnyKind): JsonObject => {
  const found = published.find((resource) => resource.id === id)
  if (!found) throw new Error(`${id} is not published`)
  return found.current
}
const plain = (value: unknown): Json => parseJson(JSON.stringify(value))
const answer = ({ id, version }: AnyKind, rows: readonly unknown[]) =>
  plain({ contract: `${id}/${version}`, asOf: '2026-11-18T10:42:00+08:00', rows })

describe.each(recordKinds.map((kind) => [kind.id, kind] as const))(
  'the published schema of %s',
  (_, kind) => {
    const rows = rowsOf(kind, NOW)
    const refused = (row: unknown) => violations(schemaOf(kind), answer(kind, [row]))
    const read = rowReader(kind)

    it('takes rows that the program reads without a fault', () => {
      expect(violations(schemaOf(kind), answer(kind, rows))).toEqual([])
      expect(rows.flatMap((row, at) => ('fault' in read(row, at) ? [read(row, at)] : []))).toEqual([])
    })

    it('refuses what the program refuses: a column that must be there, a word and a number out of bounds', () => {
      const [whole = {}] = rows
      for (const [name, column] of Object.entries(kind.columns)) {
        const { [name]: _value, ...without } = whole
        expect([name, refused(without).length > 0]).toEqual([name, column.required])
        expect([name, 'fault' in read(without, 0)]).toEqual([name, column.required])
        const wrong = { ...whole, [name]: column.type === 'flag' ? 'ja' : '⁂' }
        const isFree = column.type === 'text' || (column.type === 'code' && column.of === null)
        expect([name, refused(wrong).length > 0]).toEqual([name, !isFree])
        expect([name, 'fault' in read(wrong, 0)]).toEqual([name, !isFree])
      }
    })

    it('may be asked for, of the whole city', () => {
      const schema = ['responses', '200', 'content', 'application/json', 'schema']
      expect(at(openApi(published), 'paths', `/api/{city}/${kind.id}`, 'get', ...schema)).toEqual({
        $ref: `./${kind.id}.schema.json`,
      })
    })
  },
)
