import { describe, expect, it } from 'vitest'
import { rowReader } from '../../../../src/contract/records/read-row'
import type { AnyKind } from '../../../../src/contract/records/kind'
import {
  counter,
  evaluation,
  hall,
  pastQueues,
  terminal,
  ticket,
} from '../../../../src/domains/service-hall/records'
import { dayStart } from '../../../../src/lib/calendar'
import { stream } from '../../../../src/lib/random'
import { sum } from '../../demo/cities'
import { anyRows, counted, NOW, rowsOf, TOWNS, withRows, type Row } from './rows'

const shuffled = (rows: readonly Row[], seed: number): Row[] => {
  const next = stream(seed)
  return rows
    .map((row) => ({ row, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ row }) => row)
}

const values = (rows: readonly { readonly waiting?: number | null | undefined }[] = []) =>
  rows.map(({ waiting }) => waiting ?? null)

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)

describe.each(Array.from({ length: 8 }, (_, seed) => seed))('any rows, seed %i', (seed) => {
  const sent = anyRows(seed)
  const operation = counted(sent)

  it('add up: halls to the city, queues, businesses and hours to the hall, stages to what is open', () => {
    const {
      all,
      halls = [],
      tickets,
      waiting,
      lines,
      business = [],
      hours = [],
      evaluation: told,
    } = operation
    expect(sum(values(halls))).toBe(all?.waiting?.value)
    expect(sum(halls.map((one) => one.tickets ?? null))).toBe(all?.tickets?.value)
    expect(sum(values(lines))).toBe(waiting?.value)
    expect(sum(business.map(({ count }) => count))).toBe(tickets?.value)
    expect(sum(hours.map(({ issued }) => issued))).toBe(tickets?.value)
    expect(sum((told?.stages ?? []).map(({ count }) => count))).toBe(told?.open?.value)
    expect((told?.badMonth.value ?? 0) - (told?.closedMonth ?? 0)).toBeLessThanOrEqual(
      told?.open?.value ?? -1,
    )
    const read = rowReader(ticket)
    const clean = rowsOf(sent, ticket).filter((row) => 'cells' in read(row, 0))
    const taken = clean.map(({ takenAt }) => Date.parse(String(takenAt)))
    expect(all?.tickets?.value).toBe(taken.filter((at) => at <= NOW && at >= dayStart(NOW)).length)
  })

  it('show each hall in its own town as they show it in the city', () => {
    const rows = TOWNS.flatMap(({ code }) => counted(sent, { region: code }).halls ?? [])
    const placed = (operation.halls ?? []).filter(({ place }) => place !== undefined)
    expect(rows.toSorted(byId)).toEqual(placed.toSorted(byId))
  })

  it('say the same in whatever order they arrive, and twice', () => {
    const again = sent.map(([kind, rows]) => [kind, [...shuffled(rows, seed), ...rows.slice(0, 20)]] as const)
    expect(counted(again)).toEqual(operation)
  })

  it('say the same whether what is still to come is known or not', () => {
    const keep = new Set(['takenAt', 'ratedAt', 'dueAt', 'faultAt'])
    const hidden = sent.map(
      ([kind, rows]) =>
        [
          kind,
          rows.map((row) =>
            Object.fromEntries(
              Object.entries(row).map(([name, value]) =>
                name.endsWith('At') && !keep.has(name) && Date.parse(String(value)) > NOW
                  ? [name, null]
                  : [name, value],
              ),
            ),
          ),
        ] as const,
    )
    expect(counted(hidden)).toEqual(operation)
  })
})

describe('where every hall and terminal lies in a town', () => {
  const sent = anyRows(5, { placed: true })
  const city = counted(sent)
  const towns = TOWNS.map(({ code }) => counted(sent, { region: code }))

  it('the towns come to the city, figure by figure', () => {
    for (const key of ['waiting', 'tickets', 'served'] as const)
      expect(sum(towns.map(({ all }) => all?.[key]?.value ?? null)), key).toBe(city.all?.[key]?.value)
    expect(sum(towns.map(({ all }) => all?.halls ?? null))).toBe(city.all?.halls)
    for (const key of ['total', 'online'] as const)
      expect(sum(towns.map(({ terminals }) => terminals?.[key] ?? null)), key).toBe(city.terminals?.[key])
    const known = withRows(sent, evaluation, (rows) => rows.filter((row) => row.hall !== null))
    const [whole, parts] = [counted(known), TOWNS.map(({ code }) => counted(known, { region: code }))]
    for (const key of ['badMonth', 'badToday', 'open', 'overdue'] as const)
      expect(sum(parts.map((part) => part.evaluation?.[key]?.value ?? null)), key).toBe(
        whole.evaluation?.[key]?.value,
      )
    expect(towns.flatMap((town) => town.towns ?? [])).toEqual(city.towns)
  })
})

const FOCUS = ['waiting', 'longest', 'meanWait', 'p90Wait', 'tickets', 'served', 'noShows', 'noShowRate']
const COURSE = ['waitingCurve', 'hours', 'cumulative', 'waits', 'lines', 'business']

describe('a kind that the city does not send', () => {
  const sent = anyRows(3)
  const whole = counted(sent)
  const without = (kind: AnyKind) => counted(sent.filter(([one]) => one !== kind))

  it('leaves out what only its records tell, never a nought', () => {
    const none = without(ticket)
    for (const part of [...FOCUS, ...COURSE, 'halls']) expect(none, part).not.toHaveProperty(part)
    expect(none.all).toEqual({ halls: whole.all?.halls })
    expect(none.towns?.some((town) => 'waiting' in town)).toBe(false)
    expect(none.counters?.total).toBe(whole.counters?.total)
    expect(without(evaluation)).not.toHaveProperty('evaluation')
    expect(without(terminal)).not.toHaveProperty('terminals')
    expect(without(counter)).not.toHaveProperty('counters')
    for (const row of [...(without(counter).halls ?? []), ...(without(counter).lines ?? [])])
      expect('open' in row || 'total' in row).toBe(false)
  })

  it('leaves everything else as it was', () => {
    for (const [kind, own] of [
      [evaluation, ['evaluation']],
      [counter, ['counters', 'lines', 'halls', 'hall', ...FOCUS, ...COURSE]],
      [pastQueues, ['waiting', 'waitingCurve', 'hours', 'halls']],
      [terminal, ['terminals', 'towns']],
    ] as const) {
      const told = without(kind)
      const rest = (operation: object) =>
        Object.entries(operation).filter(([name]) => !own.some((part) => part === name))
      expect(rest(told), kind.id).toEqual(rest(whole))
    }
  })

  it('of what is usual leaves no band: not in the queue, not in the hours, not in the halls', () => {
    const { waiting, waitingCurve, hours, halls } = without(pastQueues)
    expect(whole.waiting).toHaveProperty('normal')
    expect(whole.waitingCurve).toHaveProperty('low')
    expect(waiting).not.toHaveProperty('normal')
    expect(waitingCurve).not.toHaveProperty('low')
    expect(hours?.some((hour) => 'usual' in hour)).toBe(false)
    expect(halls?.some((one) => 'normal' in one)).toBe(false)
  })

  it('of halls leaves halls by their numbers, in no town, and no hall that speaks for all', () => {
    const told = without(hall)
    expect(told.halls?.map(({ name }) => name)).toEqual(['east', 'main', 'west', '二号厅'])
    expect(told.all).toEqual(whole.all)
    expect(told.halls?.some((one) => 'place' in one)).toBe(false)
    for (const part of [...FOCUS, 'hall', 'service']) expect(told, part).not.toHaveProperty(part)
  })

  it('at all leaves nothing to say', () => {
    expect(counted([])).toEqual({})
  })
})
