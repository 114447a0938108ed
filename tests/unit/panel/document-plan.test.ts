import { describe, expect, it } from 'vitest'
import { sourceConfig } from '../../../src/config/source'
import type { CityDocument } from '../../../src/contract/document'
import { derivedOf, documentOf, type DocumentResource, type Inputs } from '../../../src/contract/resource'
import { DataFault } from '../../../src/data/data-fault'
import { keyOf } from '../../../src/data/feed'
import { exceptions } from '../../../src/domains/exceptions/resources'
import { plansOf, statusOf, type DocumentStatus, type Gathered } from '../../../src/panel/document-plan'
import { defineDomain, domainsIn } from '../../../src/panel/domain'
import { exception, sample } from '../contract/sample'
import { NOW } from '../data/feed-fixture'
import { screenAt } from './screen'

const TOWN = '440111001'
const hotline = documentOf({ id: 'hotline' })
const video = documentOf({ id: 'video' })
const map = documentOf({ id: 'map', wholeCity: true })

/** What the derivation was last given. */
let given: { inputs: Inputs; stale: ReadonlySet<string>; town: string | null } | undefined
const sum = derivedOf({
  id: 'sum',
  inputs: 'raises',
  derive(inputs, stale, town) {
    given = { inputs, stale, town }
    return { operation: { unseen: [] } }
  },
})

const raising = (document: DocumentResource) =>
  defineDomain({ name: document.id, document, raises: true, chunks: [] })
const domains = domainsIn([raising(hotline), raising(video)], ['hotline', 'video'])

const derive = sourceConfig.parse({ derive: {} })
const both = sourceConfig.parse({ derive: {}, poll: { url: 'api/sum', everyMs: 5000 } })

const plain = screenAt(NOW, { domains })
const screenWith = (source: typeof derive, region: string | null = null) => ({
  ...plain,
  region,
  config: { ...plain.config, sources: { sum: source, exceptions: source } },
})

const plansFor = (resources: readonly DocumentResource[], source = derive, region: string | null = null) =>
  plansOf(screenWith(source, region), resources)

const doc = (id: string, change: Partial<CityDocument> = {}) => sample({ contract: `${id}/1`, ...change })

/** What is known of the question about `id`: its document, or why there is none, or both. */
const known = (
  id: string,
  { document, fault }: { document?: CityDocument; fault?: DataFault } = {},
  region: string | null = null,
): Gathered => ({
  id,
  key: keyOf(id, { region }),
  document,
  fault,
  failures: fault ? 2 : 0,
  refetch: undefined,
})

const down = new DataFault('timeout', '1 秒未返回')
const [A, B] = [doc('hotline'), doc('video', { asOf: '2026-11-18T10:40:00+08:00' })]

/** What becomes of `resource` once `gathered` is known. */
function status(
  resource: DocumentResource,
  gathered: readonly Gathered[],
  {
    source = derive,
    stale = [],
    region = null,
  }: { source?: typeof derive; stale?: string[]; region?: string | null } = {},
): DocumentStatus {
  const [plan] = plansFor([resource], source, region).plans
  if (!plan) throw new Error('no plan')
  given = undefined
  const screen = screenWith(source, region)
  return statusOf(screen, plan, new Map(gathered.map((one) => [one.key, one])), new Set(stale))
}

describe('what has to be read', () => {
  const asked = (...args: Parameters<typeof plansFor>) =>
    plansFor(...args).questions.map(({ resource, region }) => `${resource.id} ${region ?? 'all'}`)

  it('for a document is its own source', () => {
    expect(asked([hotline])).toEqual(['hotline all'])
    expect(asked([hotline], derive, TOWN)).toEqual([`hotline ${TOWN}`])
  })

  it('for one that is always of the whole city is the whole city', () => {
    expect(asked([map], derive, TOWN)).toEqual(['map all'])
  })

  it('for a derived one are its inputs, about the place that it is about', () => {
    expect(asked([sum], derive, TOWN)).toEqual([`hotline ${TOWN}`, `video ${TOWN}`])
    expect(asked([{ ...sum, wholeCity: true }], derive, TOWN)).toEqual(['hotline all', 'video all'])
  })

  it('and its own source as well, where the configuration gives both', () => {
    expect(asked([sum], both)).toEqual(['sum all', 'hotline all', 'video all'])
  })

  it('is its own source alone where the configuration does not say that it be derived', () => {
    const source = sourceConfig.parse({ poll: { url: 'api/sum', everyMs: 5000 } })
    expect(asked([sum], source)).toEqual(['sum all'])
  })

  it('is read once, however many documents are made of it', () => {
    expect(asked([hotline, sum, exceptions, hotline])).toEqual(['hotline all', 'video all'])
  })
})

describe('a derived document', () => {
  it('is given every input that could be read, in the order of the configuration', () => {
    const { document, fault, failures } = status(sum, [
      known('video', { document: B }),
      known('hotline', { document: A }),
    ])
    expect([...(given?.inputs ?? [])]).toEqual([
      ['hotline', A],
      ['video', B],
    ])
    expect(document).toMatchObject({ contract: 'sum/1', asOf: A.asOf, city: 'baiyun', region: '440111' })
    expect([fault, failures]).toEqual([undefined, 0])
  })

  it('is told which town was chosen, unless it is always of the whole city', () => {
    const read = ['hotline', 'video'].flatMap((id) => [
      known(id, { document: A }, TOWN),
      known(id, { document: A }),
    ])
    status(sum, read, { region: TOWN })
    expect(given?.town).toBe(TOWN)
    status({ ...sum, wholeCity: true }, read, { region: TOWN })
    expect(given?.town).toBeNull()
  })

  it('stands without the one that failed, which is there by name', () => {
    const { document, fault } = status(sum, [
      known('hotline', { fault: down }),
      known('video', { document: B }),
    ])
    expect(document).toMatchObject({ asOf: B.asOf })
    expect(fault).toBeUndefined()
    expect([...(given?.inputs ?? [])]).toEqual([
      ['hotline', undefined],
      ['video', B],
    ])
  })

  it('is given the one that failed as it last was', () => {
    status(sum, [known('hotline', { document: A, fault: down }), known('video', { document: B })])
    expect(given?.inputs.get('hotline')).toBe(A)
  })

  it('is told which of them are too old to speak for the present', () => {
    status(sum, [known('hotline', { document: A }), known('video', { document: B })], { stale: ['video'] })
    expect(given?.stale).toEqual(new Set(['video']))
  })

  it('waits for every input: half of them would look calm', () => {
    const { document, fault } = status(sum, [known('hotline', { document: A }), known('video')])
    expect([document, fault, given]).toEqual([undefined, undefined, undefined])
  })

  it('fails as its first input does where nothing could be read, and names them', () => {
    const refused = new DataFault('auth', 'HTTP 403')
    const { document, fault, failures } = status(sum, [
      known('hotline', { fault: down }),
      known('video', { fault: refused }),
    ])
    expect(document).toBeUndefined()
    expect(fault).toMatchObject({ kind: 'timeout', detail: '所依据的数据均未读到（hotline、video）' })
    expect(failures).toBe(2)
  })

  it('is of the place that what it is made of speaks of: of the town only where all of it does', () => {
    const town = (document: CityDocument, id: string) =>
      known(id, { document: { ...document, region: TOWN } }, TOWN)
    const inputs = [town(A, 'hotline'), town(B, 'video')]
    expect(status(sum, inputs, { region: TOWN }).document?.region).toBe(TOWN)
    const mixed = [town(A, 'hotline'), known('video', { document: B }, TOWN)]
    expect(status(sum, mixed, { region: TOWN }).document?.region).toBe('440111')
    const all = [known('hotline', { document: A }), known('video', { document: B })]
    expect(status({ ...sum, wholeCity: true }, all, { region: TOWN }).document?.region).toBe('440111')
  })

  it('tries everything again that it is made of', async () => {
    const tried: string[] = []
    const inputs = ['hotline', 'video'].map((id) => ({
      ...known(id, { fault: down }),
      refetch: () => Promise.resolve(tried.push(id)),
    }))
    status(sum, inputs).retry()
    expect(tried).toEqual(['hotline', 'video'])
  })

  it('was checked when the last of what it is made of was', () => {
    const { failures } = screenWith(derive).feed
    expect(status(sum, [known('hotline', { document: A })]).checkedAt()).toBe(0)
    failures.note(keyOf('hotline', { region: null }), null)
    expect(status(sum, [known('hotline', { document: A })]).checkedAt()).toBe(NOW)
  })
})

describe('beside a source of its own', () => {
  const base = doc('sum', { operation: null, source: { ...sample().source, name: '年报' } })
  const inputs = [known('hotline', { document: A }), known('video', { document: B })]

  it('is put together around what that source says', () => {
    const { document } = status(sum, [known('sum', { document: base }), ...inputs], { source: both })
    expect(document).toMatchObject({ source: { name: '年报' }, operation: { unseen: [] } })
  })

  it('stands without that source, and says that it could not be read', () => {
    const { document, fault } = status(sum, [known('sum', { fault: down }), ...inputs], { source: both })
    expect(document).toMatchObject({ operation: { unseen: [] } })
    expect(fault).toBe(down)
  })

  it('is what that source says where it has operational data', () => {
    const working = doc('sum')
    const { document } = status(sum, [known('sum', { document: working }), ...inputs], { source: both })
    expect(document).toBe(working)
  })
})

it('the exception list names the domain it could not see, and keeps what a stale one raised', () => {
  const raised = doc('video', { exceptions: [exception({ id: 'v1', domain: 'video' })] })
  const { document } = status(
    exceptions,
    [known('hotline', { fault: down }), known('video', { document: raised })],
    {
      stale: ['video'],
    },
  )
  expect(document?.operation).toEqual({ unseen: ['hotline', 'video'] })
  expect(document?.exceptions.map(({ id }) => id)).toEqual(['v1'])
})
