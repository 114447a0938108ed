import { describe, expect, it } from 'vitest'
import { limitsOf } from '../../../src/config/written'
import { sourceConfig } from '../../../src/config/source'
import type { Dataset } from '../../../src/contract/dataset'
import { createLoader } from '../../../src/data/load-dataset'
import { exceptions } from '../../../src/domains/exceptions/resources'
import { sample } from '../contract/sample'
import { bench, doc, inline, NOW, reply, REQUEST, sourceOf } from './loader-fixture'

const answers = (failing: readonly string[]) => (url: string) =>
  failing.some((id) => url.includes(`/${id}?`)) ? new Response('', { status: 500 }) : reply(doc())

describe('a derived dataset', () => {
  const names: string[] = []
  const derived = {
    id: 'sum',
    derivedFrom: ['a', 'b'],
    simulate(document, _, inputs) {
      names.splice(0, names.length, ...inputs.keys())
      return document
    },
  } satisfies Partial<Dataset>

  it('is given every input that could be read', async () => {
    const { load } = bench(answers([]), [derived, { id: 'a' }, { id: 'b' }])
    await load('sum', REQUEST)
    expect(names).toEqual(['a', 'b'])
  })

  it('stands without the one that failed', async () => {
    const { load } = bench(answers(['a']), [derived, { id: 'a' }, { id: 'b' }])
    expect((await load('sum', REQUEST)).city).toBe('baiyun')
    expect(names).toEqual(['b'])
  })

  it('live, is given the one that failed as it last was', async () => {
    let down = false
    const seen: string[][] = []
    const sum = {
      id: 'sum',
      derivedFrom: ['a', 'b'],
      derive(envelope, _, inputs) {
        seen.push([...inputs.keys()])
        return { ...doc(), ...envelope }
      },
    } satisfies Partial<Dataset>
    const { load, wait } = bench((url) => answers(down ? ['a'] : [])(url), [sum, { id: 'a' }, { id: 'b' }], {
      mode: 'live',
      sources: {
        sum: sourceConfig.parse({ derive: { everyMs: 5000 } }),
        a: sourceOf('x/a?'),
        b: sourceOf('x/b?'),
      },
    })
    await load('sum', REQUEST)
    down = true
    wait(5000)
    await load('sum', REQUEST)
    expect(seen).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
  })

  it('shares its inputs’ requests with the panels that show them', async () => {
    const { load, asked } = bench(answers([]), [derived, { id: 'a' }, { id: 'b' }])
    await Promise.all([load('a', REQUEST), load('sum', REQUEST), load('b', REQUEST)])
    expect(asked.toSorted()).toEqual(['a', 'b', 'sum'].map((id) => `api/baiyun/${id}?region=`))
  })

  it('asks its inputs for the region, or for the whole city when it shows all of it', async () => {
    const regions: (string | null)[] = []
    const input = {
      id: 'a',
      simulate(document, { region }) {
        regions.push(region)
        return document
      },
    } satisfies Partial<Dataset>
    const scoped = { ...derived, derivedFrom: ['a'] }
    for (const wholeCity of [false, true]) {
      const { load } = bench(answers([]), [{ ...scoped, wholeCity }, input])
      await load('sum', { ...REQUEST, region: '440111001' })
    }
    expect(regions).toEqual(['440111001', null])
  })

  it('follows its inputs even where its own document has not changed', async () => {
    const moments: number[] = []
    const input = {
      id: 'a',
      simulate(document, { now }) {
        moments.push(now)
        return document
      },
    } satisfies Partial<Dataset>
    const { load, wait } = bench(answers([]), [{ ...derived, derivedFrom: ['a'] }, input])
    await load('sum', REQUEST)
    wait(5000)
    await load('sum', { ...REQUEST, now: NOW + 5000 })
    expect(moments).toEqual([NOW - 3000, NOW + 2000])
  })
})

describe('the exception list', () => {
  it('names the domains it could not see', async () => {
    const load = createLoader({
      mode: 'demo',
      sources: { exceptions: sourceOf('exceptions') },
      datasets: new Map([[exceptions.id, exceptions]]),
      limits: limitsOf({}),
      fetch: async () => reply(sample()),
      real: () => 0,
      audience: 'duty',
      mapper: inline,
      attempt: (_, __, read) => read(),
    })
    expect((await load('exceptions', REQUEST)).operation).toEqual({
      unseen: ['hotline', 'service-hall', 'video', 'data-aggregation'],
    })
  })
})
