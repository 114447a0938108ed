import { readFileSync } from 'node:fs'
import { readCalendar } from '../../mock-data/generator/calendar'
import { demo } from '../../src/demo/hotline/demo'
import type { Piece } from '../../src/demo/kit/domain'
import { rowsOfColumns } from '../../src/data/store/rows-of-columns'
import { createStore } from '../../src/data/store/store'
import { yearOrder } from '../../src/domains/hotline/records'
import type { Study } from '../../src/domains/hotline/contract-study'
import { studyOf } from '../../src/domains/hotline/study-answer'
import { valuesText, type StudyAsked } from '../../src/domains/hotline/study-link'
import { DAY, isoDate, parseTime } from '../../src/lib/calendar'
import { stream } from '../../src/lib/random'

const NOW = parseTime('2026-11-18T10:42:00+08:00')
const QUESTIONS = 60

function cpuMs(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The demo's fourteen months, a piece at a time. */
async function pieces(): Promise<readonly Piece[]> {
  const seed: unknown = JSON.parse(readFileSync('mock-data/baiyun/seed/hotline.json', 'utf8'))
  const calendar = readCalendar('baiyun')
  const moment = { now: NOW, since: null, calendar, region: null, outlines: () => Promise.resolve(null) }
  const found: Piece[] = []
  for (let cursor: string | null = ''; cursor !== null; cursor = found.at(-1)?.next ?? null) {
    const piece = await demo.pieces?.['year-order']?.(seed, moment, cursor)
    if (!piece || !('rows' in piece)) break
    found.push(piece)
  }
  return found
}

/** Prints how long a year of orders takes to be kept, what it holds, and how long it takes to be asked, CPU ms. */
export async function timeStudy(): Promise<void> {
  globalThis.gc?.()
  const before = process.memoryUsage()
  const store = createStore(yearOrder)
  const run = store.begin(true)
  const keepMs = Math.round(
    (await pieces()).reduce((ms, { rows }) => ms + cpuMs(() => run.put(rowsOfColumns(rows, 'rows'))), 0),
  )
  run.commit(NOW)
  globalThis.gc?.()
  const held = process.memoryUsage()
  const mb = (name: 'heapUsed' | 'arrayBuffers') => Math.round((held[name] - before[name]) / 1e6)
  const book = { of: ({ id }: { readonly id: string }) => (id === yearOrder.id ? store.table : undefined) }
  const moment = { now: NOW, region: null, limits: {}, calendar: readCalendar('baiyun') }
  const ask = (asked: StudyAsked) => {
    const found: (Study | null)[] = []
    const ms = cpuMs(() => void found.push(studyOf(book, moment, asked)))
    return { ms, found: found[0] }
  }
  const first = ask({})
  const next = stream(7)
  const some = (field: 'category' | 'town') =>
    valuesText((first.found?.[field] ?? []).map(({ value }) => value).filter(() => next() < 0.3))
  const times = Array.from({ length: QUESTIONS }, () => {
    const from = Math.floor(next() * 300) + 30
    return ask({
      from: isoDate(NOW - from * DAY),
      to: isoDate(NOW - (from - 28) * DAY),
      ...(next() < 0.5 && { hours: '9-11' }),
      ...(next() < 0.5 && { category: some('category') }),
      ...(next() < 0.5 && { town: some('town') }),
    }).ms
  }).toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0)
  console.log(
    JSON.stringify({
      study: store.table.size,
      keepMs,
      heldMB: mb('heapUsed') + mb('arrayBuffers'),
      firstMs: Math.round(first.ms),
      p50Ms: at(0.5),
      p95Ms: at(0.95),
    }),
  )
}
