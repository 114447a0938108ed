import { describe, expect, it } from 'vitest'
import type { Clash } from '../../../src/contract/document'
import { clashesIn, type Sum } from '../../../src/contract/sums'
import { documents, judged, readers } from '../domains/documents'
import { plant } from './sample'

const modules = import.meta.glob<readonly Sum<unknown>[]>('../../../src/domains/*/contract.ts', {
  eager: true,
  import: 'sums',
})
const contracts = Object.entries(modules).flatMap(([path, sums]) =>
  sums ? [[path.split('/').at(-2) ?? '', sums] as const] : [],
)

/** What may be refused of a number: one out of its own bounds, which has no words of ours, or an order; never that it and another differ. */
const ORDER = /下限大于上限|分档数须为时限|时限早于/

/** Dotted paths of the numbers in `value`, of a list those of every fifth row and the last. */
function numbersIn(value: unknown, path: string): string[] {
  if (typeof value === 'number') return [path]
  if (typeof value !== 'object' || value === null) return []
  const all = Object.entries(value)
  const some = Array.isArray(value) ? all.filter((_, i) => i % 5 === 0 || i === all.length - 1) : all
  return some.flatMap(([key, item]) => numbersIn(item, `${path}.${key}`))
}
const numberAt = (document: unknown, path: string): number =>
  Number(path.split('.').reduce<unknown>((at, key) => Reflect.get(Object(at), key), document))

const read = (domain: string, document: unknown): readonly Clash[] => judged(domain, document).clashes ?? []

/** Parts that speak of a day of their own, as their domain's document speaks of today. */
const DAYS: Readonly<Record<string, readonly [part: string, of: readonly string[]]>> = {
  'service-hall': [
    'lastDay',
    ['tickets', 'served', 'noShows', 'cumulative', 'business', 'hours', 'waits', 'halls'],
  ],
  hotline: ['lastHours', ['received', 'categories', 'towns', 'dispatch']],
}

/**
 * The parts of a document of `domain`, those told of another day, those of a closed hall that is booked, and of
 * one that knows less of its counters and has terminals in a town.
 */
function operationsOf(domain: string): readonly object[] {
  const operation = documents.get(domain)?.operation
  if (typeof operation !== 'object' || operation === null) throw new Error(`${domain} has no operation`)
  const [part, of] = DAYS[domain] ?? []
  const day = of && Object.fromEntries(of.map((name) => [name, Reflect.get(operation, name)]))
  const all = part === undefined ? [operation] : [operation, { [part]: day }]
  if (!('counters' in operation)) return all
  const other = plant(operation, 'counters.paused', undefined)
  const hours = [9, 10].map((hour) => ({ hour, booked: 4 }))
  const bookings = { day: '2026-11-19', total: { value: 8, unit: '人', period: '预约' }, hours }
  return [...all, { bookings }, plant(plant(other, 'towns.0.terminals', 3), 'towns.0.terminalsOffline', 1)]
}

describe('numbers of one document that do not come to each other', () => {
  it.each([...documents.keys()])('%s agrees with itself as it is shipped', (domain) => {
    expect(read(domain, documents.get(domain))).toEqual([])
  })

  it.each([...documents.keys()])('no number of %s, one more or less, costs the document', (domain) => {
    const document = documents.get(domain)
    const refused = numbersIn(document?.operation, 'operation').flatMap((path) =>
      [1, -1].flatMap((by) => {
        const value = numberAt(document, path) + by
        // A count below nothing, or a share above everything, is no number that anybody printed.
        if (value < 0 || (value > 100 && /rate|share|success|hour\.value/i.test(path))) return []
        const result = readers.get(domain)?.parse(plant(document, path, value))
        if (!result || result.success) return []
        const ours = result.error.issues.filter((issue) => Reflect.get(issue, 'code') === 'custom')
        const issues = ours.map(({ message }) => message)
        return issues.every((message) => ORDER.test(message)) ? [] : [`${path}: ${issues.join()}`]
      }),
    )
    expect(refused).toEqual([])
  })

  it.each(contracts)('of %s, each is shown with both of its numbers', (domain, sums) => {
    const broken = operationsOf(domain).flatMap((operation) =>
      numbersIn(operation, '').flatMap((path) => {
        const at = path.slice(1)
        // Far from what it was.
        return [numberAt(operation, at) * 10 + 7, 0].flatMap((value) =>
          clashesIn(domain, plant(operation, at, value), sums),
        )
      }),
    )
    const words = (all: readonly { part: string; says: string }[]) =>
      [...new Set(all.map(({ part, says }) => `${part} ${says}`))].toSorted()
    expect(words(broken.map(({ part, title = '' }) => ({ part, says: title })))).toEqual(words(sums))
    for (const { ours, theirs } of broken) expect(ours).not.toBe(theirs)
  })

  it('a document shows them beside what its source says of its rows, however often it is read', () => {
    const counted = { kind: 'work-order', part: 'open', ours: 3, theirs: 4 }
    const sent = { ...plant(documents.get('hotline'), 'operation.open.value', 1), clashes: [counted] }
    const found = read('hotline', sent)
    expect(found[0]).toEqual(counted)
    expect(found.map(({ title }) => title)).toContain('各环节之和不等于在办数')
    expect(read('hotline', { ...sent, clashes: found })).toEqual(found)
  })
})

describe('the rounding that numbers are printed with', () => {
  const sum = (parts: readonly (number | null)[] | undefined, whole: number | null, most?: true) =>
    clashesIn('any', null, [
      { part: 'rows', says: '和不等', ...(most && { most }), of: () => [[parts, whole]] },
    ])

  it.each([
    ['two decimals of 亿', [21.46, 20.11, 12.18], 53.76],
    ['the same within half a hundredth each', [21.46, 20.11, 12.19], 53.75],
    ['亿 written out', [2_146_000_000, 2_011_000_000, 1_218_000_000], 5_374_000_000],
    ['万 written out', [32_500, 10_800], 43_400],
    ['a rate beside its counts', [97.8449], 97.8],
    ['binary fractions', [0.1, 0.2], 0.3],
    ['parts that are not known', [3, null, 4], 7],
  ])('%s agree', (_, parts, whole) => {
    expect(sum(parts, whole)).toEqual([])
  })

  it.each([
    ['counts are exact', [10, 20, 30], 61],
    ['also those that end in noughts by chance', [13_999, 10_002], 24_000],
    ['also large ones', [12_345, 10_001], 22_347],
    ['two decimals, a tenth apart', [21.46, 20.11, 12.18], 53.85],
    [
      '亿 written out, a whole unit of the total apart for each',
      [2_146_000_000, 1_003_000_000],
      3_151_000_000,
    ],
  ])('%s', (_, parts, whole) => {
    expect(sum(parts, whole)).toMatchObject([{ kind: 'any', part: 'rows', title: '和不等', theirs: whole }])
  })

  it('parts may come to less than the whole where they may, never to more', () => {
    expect(sum([1, 2], 9, true)).toEqual([])
    expect(sum([5, 5], 9, true)).toMatchObject([{ ours: 10, theirs: 9 }])
  })

  it('nothing is said where one of the two is not known', () => {
    for (const known of [sum(undefined, 3), sum([null], 3), sum([1], null)]) expect(known).toEqual([])
  })
})
