import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { sourceConfig } from '../../../src/config/source'
import type { Answer } from '../../../src/contract/resource'
import { DataFault } from '../../../src/data/data-fault'
import { isRecord } from '../../../src/data/json'
import { differences, fieldsOf, plainAnswer, without } from './mutate'
import { CITY, documentOf, index, recipes, REGION, sourceOf, writtenSources, type Recipe } from './recipe'

const CORE = ['hotline', 'service-hall', 'video', 'data-aggregation']

/** What the dataset's own source answers, beside the records. */
const DOCUMENT = 'document.json'

const responses = ({ files }: Recipe) => files.filter((file) => file.startsWith('response'))
const expectedFor = (recipe: Recipe, file: string): unknown => {
  const own = file.replace('response', 'expected')
  return JSON.parse(recipe.read(recipe.files.includes(own) ? own : 'expected.json'))
}

/** The fault an answer ends in, or the document it gives. */
async function outcome(recipe: Recipe, answer: string): Promise<Answer | DataFault> {
  try {
    return await documentOf(recipe, answer)
  } catch (error) {
    if (error instanceof DataFault) return error
    throw error
  }
}

/** Rows that a document counted from rows says it left out for `column`. */
const leftOut = (answer: unknown, column: string): number =>
  z
    .object({
      rows: z.array(
        z.object({
          faults: z.array(
            z.object({ field: z.string(), rows: z.number(), keys: z.optional(z.array(z.string())) }),
          ),
        }),
      ),
    })
    .safeParse(answer)
    .data?.rows.flatMap(({ faults }) => faults)
    // With names they are counted all the same.
    .find(({ field, keys }) => field === column && !keys)?.rows ?? 0

/** A row that was left out is seen where the document names the column of `field` for one row more. */
const saysLeftOut = (answer: Answer, expected: unknown, field: string, recipe: Recipe): boolean =>
  Object.entries(sourceOf(recipe).records?.fields ?? {})
    .filter(([, rule]) => new RegExp(String.raw`\b${field}\b`).test(JSON.stringify(rule)))
    .some(([column]) => leftOut(answer, column) === leftOut(expected, column) + 1)

/** Clear values that may not reach a document: what stands in personal fields, and the long numbers in free text. */
function clearValues(recipe: Recipe, answer: unknown): readonly string[] {
  const sources = Object.values(writtenSources(recipe)).map((written) => sourceConfig.parse(written))
  const personal = Object.fromEntries(sources.flatMap((source) => Object.entries(source.personal)))
  const found = new Set<string>()
  const visit = (item: unknown, key = ''): void => {
    if (Array.isArray(item)) for (const each of item) visit(each, key)
    else if (isRecord(item)) for (const [name, below] of Object.entries(item)) visit(below, name)
    else if (typeof item === 'string' && Object.hasOwn(personal, key)) {
      const clear = personal[key] === 'text' ? (item.match(/\d{7,}/g) ?? []) : [item]
      for (const value of clear) found.add(value)
    }
  }
  visit(answer)
  return [...found].filter((value) => value.length > 1)
}

it('covers each of the four core datasets at least twice', () => {
  for (const id of CORE)
    expect(recipes.filter(({ dataset }) => dataset.id === id).length, id).toBeGreaterThanOrEqual(2)
})

it('lists every recipe with its dataset in the index', () => {
  for (const { name, dataset } of recipes)
    expect(
      index()
        .split('\n')
        .find((line) => line.includes(`(${name}/`)),
      name,
    ).toContain(dataset.id)
})

describe.each(recipes.map((recipe) => [recipe.name, recipe] as const))('recipe %s', (_, recipe) => {
  it('has sources the configuration accepts', () => {
    for (const written of Object.values(writtenSources(recipe)))
      expect(sourceConfig.safeParse(written).error?.issues ?? []).toEqual([])
  })

  it('has a short README that calls its values test data and says what is not to be had', () => {
    const readme = recipe.read('README.md')
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(25)
    for (const word of ['测试数据', '不可得', recipe.dataset.id]) expect(readme).toContain(word)
  })

  it.each(responses(recipe).filter((file) => !(file in recipe.faults)))(
    'makes of %s exactly the expected document',
    async (file) => {
      const document = await documentOf(recipe, recipe.read(file))
      expect(document).toEqual(expectedFor(recipe, file))
      expect(document).toMatchObject({ city: CITY, region: REGION, source: { simulated: false } })
    },
  )

  it.each(Object.entries(recipe.faults))('tells %s as what it is', async (file, { kind, says }) => {
    const fault = await outcome(recipe, recipe.read(file))
    expect(fault).toBeInstanceOf(DataFault)
    expect(fault).toMatchObject({ kind, message: expect.stringContaining(says) as unknown })
  })

  it('lets no clear personal value through', async () => {
    const answer = recipe.read('response.json')
    const document = JSON.stringify(await documentOf(recipe, answer))
    const besides = recipe.files.includes(DOCUMENT) ? [recipe.read(DOCUMENT)] : []
    for (const sent of [answer, ...besides])
      for (const value of clearValues(recipe, plainAnswer(sent))) expect(document).not.toContain(value)
  })

  it.each(['response.json', DOCUMENT].filter((file) => recipe.files.includes(file)))(
    'says nothing wrong when a field it reads in %s is not there',
    async (file) => {
      const answer = plainAnswer(recipe.read(file))
      const expected = expectedFor(recipe, 'response.json')
      const text = JSON.stringify(recipe.source)
      const named = [...fieldsOf(answer)].filter((field) => new RegExp(String.raw`\b${field}\b`).test(text))
      expect(named.length).toBeGreaterThan(3)
      const wrong: string[] = []
      for (const field of named)
        for (const where of ['everywhere', 'once'] as const) {
          const cut = JSON.stringify(without(answer, field, where))
          const read = (name: string) => (name === file ? cut : recipe.read(name))
          const result = await outcome({ ...recipe, read }, read('response.json'))
          if (!(result instanceof DataFault) && !saysLeftOut(result, expected, field, recipe))
            wrong.push(...differences(result, expected).map((each) => `${field} ${where}: ${each}`))
        }
      expect(wrong).toEqual([])
    },
  )
})

it.each(recipes.map((recipe) => [recipe.name, recipe] as const))(
  'asks %s for a town only where its proxy or its mapping can tell one',
  (_, recipe) => {
    const source = sourceOf(recipe)
    const asks = source.poll?.url.includes('{region}') === true
    const told = /\$1/.test(/^ *set \$to .*$/m.exec(recipe.read('README.md'))?.[0] ?? '')
    const tells = JSON.stringify(source.map ?? '').includes('$region')
    expect(asks).toBe(told || tells)
  },
)

it('says that a source without towns has none, instead of showing the whole city under a town', async () => {
  const open311 = recipes.find(({ name }) => name === 'open311')
  if (!open311) throw new Error('no recipe open311')
  const document = await documentOf(open311, open311.read('response.json'), { region: '990101001' })
  expect(document).toMatchObject({ operation: null, absence: { kind: 'not-connected' } })
})
