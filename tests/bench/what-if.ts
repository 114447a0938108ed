import { readFileSync } from 'node:fs'
import { readCalendar } from '../../mock-data/generator/calendar'
import type { AnyKind } from '../../src/contract/records/kind'
import { demo } from '../../src/demo/service-hall/demo'
import { counter, hall, pastQueues, ticket } from '../../src/domains/service-hall/records'
import { whatIfOf, type WhatIfAsked } from '../../src/domains/service-hall/what-if'
import { parseTime } from '../../src/lib/calendar'
import { bookOf } from '../unit/domains/book'

const CITIES = ['baiyun', 'huaibei', 'heyuan', 'zongyang', 'xiantao']
/** Most of the day is still to come. */
const NOW = parseTime('2026-11-18T09:20:00+08:00')
const KINDS: readonly (readonly [string, AnyKind])[] = [
  ['hall', hall],
  ['ticket', ticket],
  ['counter', counter],
  ['history', pastQueues],
]
/** Runs looked at; the middle one is told. */
const TIMES_RUN = 3

/** Prints how long a projection of each queue of each hall takes, CPU ms: the middle one of them, and the longest. Judges nothing. */
export function timeWhatIf(): void {
  const found = CITIES.flatMap((city) => {
    const seed: unknown = JSON.parse(readFileSync(`mock-data/${city}/seed/service-hall.json`, 'utf8'))
    const calendar = readCalendar(city)
    const asked = { now: NOW, since: null, calendar }
    const book = bookOf(
      ...KINDS.map(([name, kind]) => [kind, demo.records?.[name]?.(seed, asked) ?? []] as const),
    )
    const reckon = (parts: WhatIfAsked) =>
      whatIfOf(book, { now: NOW, region: null, limits: {}, calendar }, { ...parts, limit: '30' })
    return (book.of(hall)?.text('hall') ?? []).flatMap((id) => {
      const own = { hall: id ?? '' }
      const queues = reckon(own)?.queues ?? []
      return queues.map(({ line }) => usualMs(() => reckon({ ...own, line: line ?? undefined })))
    })
  }).toSorted((a, b) => a - b)
  const [middleMs, longestMs] = [found[Math.floor(found.length / 2)], found.at(-1)]
  console.log(JSON.stringify({ whatIf: { queues: found.length, middleMs, longestMs } }))
}

function usualMs(run: () => unknown): number {
  const spent = Array.from({ length: TIMES_RUN }, () => {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.round(spent.toSorted((a, b) => a - b)[Math.floor(TIMES_RUN / 2)] ?? 0)
}
