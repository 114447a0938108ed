import { describe, expect, it } from 'vitest'
import { fieldOf, type Fields } from '../../../../deploy/contract/field'
import { publishedResources } from '../../../../deploy/contract/resources'
import { SHAPE_FIELDS } from '../../../../deploy/contract/shapes'
import { definedIn, fieldsIn, isCounted, isListed } from '../../../../deploy/contract/walk'
import type { JsonObject } from '../../../../deploy/contract/json'

const published = publishedResources()

/** Everything that has fields of its own: each answer, and the shapes they share. */
const described: readonly (readonly [name: string, schema: JsonObject, told: Fields])[] = [
  ...published.map(({ id, current, fields }) => [id, current, fields] as const),
  ...new Map(
    published
      .flatMap(({ current }) => definedIn(current))
      .map(([id, schema]) => [id, [`$defs.${id}`, schema, SHAPE_FIELDS[id]?.fields ?? {}] as const]),
  ).values(),
]

describe.each(described)('of every field of %s it is said', (_, schema, fields) => {
  const all = fieldsIn(schema)
  const told = new Map(
    Object.entries(fields).map(([path, field]) => [path.replace(/\?$/, ''), fieldOf(field)]),
  )

  it('what it means, where a reader of the schema sees it', () => {
    expect(all.length).toBeGreaterThan(2)
    const silent = all.filter(({ path, schema: { description } }) => {
      const about = told.get(path)?.about ?? ''
      return about.length < 2 || typeof description !== 'string' || !description.startsWith(about)
    })
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  it('in which unit it counts', () => {
    const bare = all.filter((field) => isCounted(field) && told.get(field.path)?.unit === undefined)
    // A column of a record says it in its meaning.
    expect(bare.map(({ path }) => path).filter((path) => !path.startsWith('rows.[].'))).toEqual([])
  })

  it('in which order its items stand', () => {
    const loose = all.filter((field) => isListed(field) && told.get(field.path)?.order === undefined)
    expect(loose.map(({ path }) => path)).toEqual([])
  })
})
