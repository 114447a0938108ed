import { describe, expect, it } from 'vitest'
import {
  catalogueEntry,
  dataIssue,
  load,
  sharingCall,
} from '../../../../src/domains/data-aggregation/records'
import { sum } from '../../demo/cities'
import { counted, countedOf } from './counted'
import { anyRows, NOW, shuffled, TOWNS, type AnyRows, type Row } from './rows'

const KINDS = { loads: load, entries: catalogueEntry, calls: sharingCall, issues: dataIssue } as const

const each = (rows: AnyRows, change: (rows: Row[]) => Row[]): AnyRows => ({
  loads: change(rows.loads),
  entries: change(rows.entries),
  calls: change(rows.calls),
  issues: change(rows.issues),
})

describe.each(Array.from({ length: 8 }, (_, seed) => seed))('any rows, seed %i', (seed) => {
  const rows = anyRows(seed)
  const operation = counted(rows)

  it('add up: departments, consumers, classes and ages to their totals', () => {
    const { departments, records, intake, sharing, catalogue, issues } = operation
    if (departments) {
      expect(sum(departments.map((d) => d.records))).toBe(records?.value)
      expect(sum(departments.map((d) => d.latest ?? null))).toBe(intake?.latest.value ?? 0)
    }
    expect(intake?.days?.at(-1)?.records ?? null).toBe(intake?.latest.value ?? null)
    const named = rows.calls.some(({ consumer }) => consumer !== null)
    if (named) expect(sum(sharing?.consumers?.map((c) => c.calls) ?? [])).toBe(sharing?.calls.value)
    expect(catalogue?.entries.value).toBe(rows.entries.length)
    if (catalogue?.classes) expect(sum(catalogue.classes.map((c) => c.entries))).toBe(rows.entries.length)
    expect(sum(issues?.byAge ?? [])).toBe(issues?.open.value)
    expect(issues?.byAge?.at(-1)).toBe(issues?.overdue?.value)
  })

  it('of the towns come to those of the city whose town is known; what belongs to no town is the whole city’s', () => {
    const known = { ...rows, issues: rows.issues.filter(({ town }) => town !== null) }
    const city = counted(known).issues
    const towns = TOWNS.map(({ code }) => counted(rows, { region: code }))
    for (const key of ['open', 'overdue', 'raised'] as const)
      expect(sum(towns.map(({ issues }) => issues?.[key]?.value ?? 0)), key).toBe(city?.[key]?.value ?? 0)
    for (const town of towns) {
      expect(town.departments).toEqual(operation.departments)
      expect(town.sharing?.consumers).toEqual(operation.sharing?.consumers)
      expect(town.sharing?.calls.period).toBe(`${operation.sharing?.calls.period ?? ''} 不分镇街`)
    }
  })

  it('say the same in whatever order they arrive, and twice', () => {
    const again = each(rows, (all) => [...shuffled(all, seed), ...all.slice(0, 20)])
    expect(counted(again)).toEqual(operation)
  })

  it('say the same whether what is still to come is known or not', () => {
    const later = (value: unknown) => typeof value === 'string' && Date.parse(value) > NOW
    const hidden = {
      ...rows,
      loads: rows.loads.filter(({ arrivedAt, day }) => !later(arrivedAt) && !later(day)),
      calls: rows.calls.filter(({ from }) => !later(from)),
      issues: rows.issues
        .filter(({ raisedAt }) => !later(raisedAt))
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [
              name,
              name.endsWith('At') && later(value) ? null : value,
            ]),
          ),
        ),
    }
    expect(counted(hidden)).toEqual(operation)
  })

  it('of one kind tell its own parts only, and the same as among the others', () => {
    const parts = {
      loads: ['loadedDay', 'intake', 'batch', 'loaded', 'records', 'classes', 'departments'],
      entries: ['catalogue', 'ontime', 'lateResources'],
      calls: ['sharing'],
      issues: ['issues'],
    } as const
    for (const name of ['loads', 'entries', 'calls'] as const) {
      const alone = countedOf([[KINDS[name], rows[name]]])
      const own = parts[name].filter((part) => part in operation)
      expect(Object.keys(alone).toSorted()).toEqual([...own].toSorted())
      for (const part of own) expect(alone[part], part).toEqual(operation[part])
      const others = Object.entries(KINDS).filter(([other]) => other !== name)
      const without = countedOf(others.map(([other, kind]) => [kind, rows[other as keyof AnyRows]]))
      for (const part of parts[name]) expect(without).not.toHaveProperty(part)
    }
  })
})

it('of no kind at all is nothing', () => {
  expect(countedOf([])).toEqual({})
})
