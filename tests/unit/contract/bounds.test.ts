import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { documentSchema } from '../../../src/contract/document'

const schemas = import.meta.glob<z.ZodMiniType>('../../../src/domains/*/contract.ts', {
  eager: true,
  import: 'schema',
})

/** Paths inside a JSON Schema where a payload could be as long as it likes. */
function unbounded(schema: unknown, path = ''): string[] {
  if (Array.isArray(schema)) return schema.flatMap((item, i) => unbounded(item, `${path}/${i}`))
  if (typeof schema !== 'object' || schema === null) return []
  const node = new Map(Object.entries(schema))
  const open =
    (node.get('type') === 'array' && !node.has('maxItems')) ||
    (node.get('type') === 'string' && !['maxLength', 'pattern', 'enum', 'const'].some((key) => node.has(key)))
  return [
    ...(open ? [`${path} (${String(node.get('type'))})`] : []),
    ...[...node].flatMap(([key, value]) => unbounded(value, `${path}/${key}`)),
  ]
}

describe('no payload can flood a panel', () => {
  it('every dataset is looked at', () => {
    expect(Object.keys(schemas).length).toBeGreaterThanOrEqual(3)
  })

  it.each(Object.keys(schemas))('%s: every list and every text has a bound', (path) => {
    const schema = schemas[path]
    if (!schema) throw new Error('unreachable')
    expect(unbounded(z.toJSONSchema(schema, { io: 'input' }))).toEqual([])
  })

  it('a planted unbounded list or text is found', () => {
    const loose = documentSchema(
      'loose',
      z.strictObject({ rows: z.array(z.strictObject({ name: z.string() })) }),
    )
    const found = unbounded(z.toJSONSchema(loose, { io: 'input' })).filter((path) =>
      path.includes('/operation/'),
    )
    expect(found.map((path) => path.replace(/.*\/properties/, ''))).toEqual([
      '/rows (array)',
      '/name (string)',
    ])
  })
})
