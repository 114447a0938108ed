import { describe, expect, it } from 'vitest'
import type { AnswerReader } from '../../../src/contract/reader'
import { derivedOf, documentOf, type Resource } from '../../../src/contract/resource'
import { domains, loadAllPanels, loadPanel, panels } from '../../../src/domains/registry'
import { defineDomain, domainsIn } from '../../../src/panel/domain'

const contracts = import.meta.glob<{ readonly readers: readonly AnswerReader[] }>(
  '../../../src/domains/*/contract.ts',
  { eager: true },
)
const later = import.meta.glob<{ readonly readers: readonly AnswerReader[] }>(
  ['../../../src/domains/*/contract-*.ts', '!**/contract-rows.ts'],
  { eager: true },
)
const resources = import.meta.glob<Readonly<Record<string, Resource>>>(
  '../../../src/domains/*/resources.ts',
  {
    eager: true,
  },
)
const folders = Object.keys(import.meta.glob('../../../src/domains/*/manifest.ts')).map(
  (path) => path.split('/').at(-2) ?? '',
)
const own = <T>(modules: Readonly<Record<string, T>>, id: string) =>
  Object.entries(modules).find(([path]) => path.split('/').at(-2) === id)?.[1]

const cases = domains.map((domain) => ({ id: domain.id, domain }))

it('every folder with a manifest is a domain of its own name', () => {
  expect(domains.map(({ id }) => id).toSorted()).toEqual(folders.toSorted())
  expect(folders.length).toBeGreaterThan(5)
})

describe.each(cases)('$id', ({ domain }) => {
  it('has every panel in the chunk that its manifest lists it in, and no other', async () => {
    expect(domain.chunks.length).toBeGreaterThan(0)
    for (const chunk of domain.chunks) {
      const loaded = await chunk.load()
      expect(loaded.panels.map(({ id }) => id).toSorted()).toEqual(chunk.panels.toSorted())
      for (const { dataset } of loaded.panels) expect(dataset).toBe(domain.document)
    }
  })

  it('has a reader for each of its resources, and a resource for each reader, of one contract', () => {
    // What became of a deed is read alike of every deed.
    const named = Object.values(own(resources, domain.id) ?? {}).filter(({ kind }) => kind !== 'action')
    const readers = [contracts, later].flatMap((all) =>
      Object.entries(all).flatMap(([path, { readers: some }]) =>
        path.split('/').at(-2) === domain.id ? some : [],
      ),
    )
    expect(named).toContain(domain.document)
    expect(readers.map(({ id }) => id).toSorted()).toEqual(named.map(({ id }) => id).toSorted())
    for (const { id, contract, kind } of named) {
      const reader = readers.find((each) => each.id === id)
      const refusal = reader?.parse({ contract: 'weather/1' })
      expect(refusal?.success).toBe(false)
      // A document's reader names what it reads; the others take their own contract and refuse something else.
      const issues = refusal?.success === false ? refusal.error.issues : []
      if (kind === 'document') expect(issues[0]?.message).toContain(contract)
      const fields = (sent: string) => {
        const parsed = reader?.parse({ contract: sent })
        return parsed?.success === false ? parsed.error.issues.map(({ path }) => path.join('.')) : []
      }
      expect(fields(contract), id).not.toContain('contract')
      expect(fields(`${contract}0`), id).toContain('contract')
    }
  })

  it('calls each resource by its own name first', () => {
    for (const { id } of Object.values(own(resources, domain.id) ?? {}))
      expect(id).toMatch(new RegExp(String.raw`^${domain.id}(\.[a-z-]+)?$`))
  })
})

it('no id is used twice, of panel or of resource', () => {
  const ids = domains.flatMap(({ chunks }) => chunks.flatMap((chunk) => chunk.panels))
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  const named = Object.values(resources).flatMap((all) => Object.values(all).map(({ id }) => id))
  expect(named.filter((id, i) => named.indexOf(id) !== i)).toEqual([])
})

describe('the registry', () => {
  it('loads the chunk of a panel once for all who wait for it', async () => {
    const first = loadPanel('hotline-keys')
    expect(loadPanel('hotline-orders')).toBe(first)
    expect((await first)?.has('hotline-stages')).toBe(true)
    expect(loadPanel('no-such-panel')).toBeUndefined()
  })

  it('has every panel once all are loaded', async () => {
    await loadAllPanels()
    const ids = domains.flatMap(({ chunks }) => chunks.flatMap((chunk) => chunk.panels))
    expect([...panels.keys()].toSorted()).toEqual(ids.toSorted())
  })
})

describe('domains as a screen hands them out', () => {
  const weather = defineDomain({
    name: '气象',
    document: documentOf({ id: 'weather' }),
    raises: true,
    places: true,
    chunks: [],
  })
  const list = defineDomain({
    name: '汇总',
    document: derivedOf({ id: 'all', inputs: 'raises', derive: () => ({ operation: null }) }),
    collects: true,
    chunks: [],
  })
  const traffic = defineDomain({
    name: '交通',
    document: documentOf({ id: 'traffic' }),
    raises: true,
    chunks: [],
  })

  it('take part in nothing unless they say so', () => {
    const quiet = defineDomain({ name: '静', document: documentOf({ id: 'quiet' }), chunks: [] })
    expect(quiet).toMatchObject({ id: 'quiet', raises: false, places: false, collects: false })
  })

  it('stand in the order of the site’s sources, and by name where it says nothing', () => {
    const ids = (order: readonly string[]) =>
      domainsIn([weather, list, traffic], order).documents.map(({ id }) => id)
    expect(ids(['weather', 'all', 'traffic'])).toEqual(['weather', 'all', 'traffic'])
    expect(ids(['traffic'])).toEqual(['traffic', 'all', 'weather'])
    expect(ids([])).toEqual(['all', 'traffic', 'weather'])
  })

  it('a domain that says it raises or has places is among the inputs without any other edit', () => {
    const { inputsOf } = domainsIn([...domains, weather], ['weather', 'video', 'hotline'])
    expect(inputsOf('raises').map(({ id }) => id)).toEqual([
      'weather',
      'video',
      'hotline',
      'data-aggregation',
      'service-hall',
    ])
    expect(inputsOf('places').map(({ id }) => id)).toEqual(['weather', 'video', 'hotline', 'service-hall'])
  })

  it('are spoken of by name, and by id where nobody knows it', () => {
    const { nameOf } = domainsIn([weather], [])
    expect([nameOf('weather'), nameOf('flood')]).toEqual(['气象', 'flood'])
  })
})
