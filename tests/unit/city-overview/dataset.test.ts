import { describe, expect, it } from 'vitest'
import { buildCityOverview } from '../../../mock-data/generator/city-overview'
import { measure } from '../../../src/contract/measure'
import type { CityDocument } from '../../../src/contract/document'
import { cityOverview } from '../../../src/panels/city-overview/dataset'
import { schema } from '../../../src/panels/city-overview/schema'
import { plant, refused, sample } from '../contract/sample'
import { baiyun, hotlineAt, operationAt, at, total } from '../hotline/day'

const MOMENT = '2026-11-18 10:42'
const base = buildCityOverview(baiyun)

function derive(inputs: ReadonlyMap<string, CityDocument>) {
  const moved = cityOverview.simulate?.(base, { now: at(MOMENT), region: null, limits: {} }, inputs)
  if (!moved || !cityOverview.owns(moved) || !moved.operation) throw new Error('nothing derived')
  return { document: moved, ...moved.operation }
}

const video = sample({
  contract: 'video/1',
  operation: { towns: baiyun.towns.map(({ code }, i) => ({ code, cameras: 100 + i, offline: i })) },
})

describe('the map’s document', () => {
  const { document, towns, received } = derive(
    new Map<string, CityDocument>([
      ['hotline', hotlineAt(MOMENT)],
      ['video', video],
    ]),
  )

  it('keeps its contract', () => {
    expect(refused(schema, document)).toEqual([])
  })

  it('shows the very figures of the datasets it is derived from', () => {
    const operation = operationAt(MOMENT)
    expect(received).toEqual(operation.received)
    expect(measure.safeParse(received).success).toBe(true)
    expect(total(towns, (t) => t.received ?? 0)).toBe(operation.received.value)
    expect(towns.map(({ code, received: count, low, high }) => ({ code, count, low, high }))).toEqual(
      baiyun.towns.map(({ code }) => {
        const { name: _, ...row } = operation.towns.find((t) => t.code === code) ?? { name: '' }
        return row
      }),
    )
    expect(towns[3]).toMatchObject({ cameras: 103, offline: 3 })
  })

  it('has every town of the city, once', () => {
    expect(towns.map(({ code }) => code)).toEqual(baiyun.towns.map(({ code }) => code))
  })

  it('leaves blank what a dataset did not say: never 0', () => {
    expect(towns.every(({ halls }) => halls === null)).toBe(true)
    const blind = derive(new Map())
    expect(blind.received).toBeNull()
    expect(blind.towns.every(({ received: r, cameras }) => r === null && cameras === null)).toBe(true)
  })

  it('takes no figure from an input whose shape it does not know', () => {
    const strange = sample({
      contract: 'video/1',
      operation: { towns: [{ code: '440111001', cameras: 'many' }] },
    })
    expect(derive(new Map([['video', strange]])).towns.every(({ cameras }) => cameras === null)).toBe(true)
  })

  it.each([
    ['operation.towns.0.offline', 10_000],
    ['operation.towns.0.low', 10_000],
    ['operation.towns.0.code', 'x'],
    ['operation.towns.0.received', -1],
  ])('refuses %s = %j', (path, value) => {
    expect(refused(schema, plant(document, path, value))).toContain(path)
  })
})
