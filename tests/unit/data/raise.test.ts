import { describe, expect, it } from 'vitest'
import { createShelf } from '../../../src/data/store/shelf'
import { raised } from '../../../src/data/store/raise'
import type { ShapeJob } from '../../../src/data/shape/shape'
import { schema } from '../../../src/domains/hotline/contract'
import { workOrder } from '../../../src/domains/hotline/records'
import { counting } from '../../../src/domains/hotline/summary'
import { DAY, isoTime } from '../../../src/lib/calendar'
import { sample } from '../contract/sample'
import { shippedRules as shipped } from '../../../mock-data/generator/rules'
import { cn } from '../domains/rules/ground'
import { limits } from '../demo/cities'

const NOW = Date.parse('2026-11-18T10:42:00+08:00')
const HERE = '440111103'
const AWAY = '440111001'

const cluster = (code: string, count: number) => ({
  key: `${code}|噪声`,
  code,
  town: '镇',
  topic: '噪声扰民',
  count,
})

const document = (change: object = {}) => ({
  ...sample({ contract: 'hotline/1', asOf: isoTime(NOW), exceptions: [] }),
  operation: {
    repeats: { rate: { value: 9, unit: '%', period: '近 30 日' }, clusters: [cluster(HERE, 30)] },
  },
  judged: false,
  ...change,
})

const job = (change: Partial<ShapeJob['scope']> = {}): ShapeJob => ({
  bytes: new Uint8Array(),
  rules: { zone: '+08:00', crs: 'WGS-84', enums: {}, personal: {} },
  scope: {
    resource: 'hotline',
    kind: 'document',
    contract: 'hotline/1',
    city: 'baiyun',
    region: '440111',
    receivedAt: isoTime(NOW),
    town: null,
    parts: {},
    count: { sources: [{ id: workOrder.id, dirtyShare: 0.05, optional: false }], asOf: isoTime(NOW) },
    limits,
    calendar: cn,
    audience: 'duty',
    raise: shipped('hotline'),
    ...change,
  },
})

/** A shelf with one order past its deadline in each of two towns, and one that has been replied to. */
function shelfOf(more: readonly object[] = []) {
  const shelf = createShelf(async () => counting)
  const accepted = NOW - 11 * DAY
  const order = (orderNo: string, code: string, more: object = {}) => ({
    orderNo,
    title: '路面积水',
    dept: '区水务局',
    town: { code, name: '镇' },
    acceptedAt: isoTime(accepted),
    dueAt: isoTime(NOW - DAY),
    repliedAt: null,
    closedAt: null,
    ...more,
  })
  const run = shelf.store('baiyun', workOrder).begin(true)
  run.put([
    order('A1', HERE),
    order('B2', AWAY),
    order('C3', HERE, { repliedAt: isoTime(NOW - 2 * DAY) }),
    order('D4', HERE, { dueAt: isoTime(NOW + DAY) }),
    ...more.map((change) => order('', HERE, change)),
  ])
  run.commit(NOW)
  return shelf
}

async function read(
  shelf: ReturnType<typeof shelfOf>,
  body: object,
  change: Partial<ShapeJob['scope']> = {},
) {
  const parsed = schema.safeParse(await raised(body, job(change), shelf))
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues))
  return parsed.data
}

const ids = ({ exceptions }: { readonly exceptions: readonly { readonly id: string }[] }) =>
  exceptions.map(({ id }) => id)

describe('a source that leaves it to the rules', () => {
  it('has what they find in its records and its figures on its list, in reading order, and is judged', async () => {
    const found = await read(shelfOf(), document())
    expect(ids(found)).toEqual(['hotline-overdue-A1', 'hotline-overdue-B2', `hotline-repeat-${HERE}|噪声`])
    expect(found.exceptions[0]).toMatchObject({
      origin: 'rule',
      what: '路面积水超期',
      owner: '区水务局',
      evidence: { rule: 'hotline-overdue', observed: 24 * 60, limit: 0, records: ['A1'] },
    })
    expect(found).toMatchObject({ judged: true, rules: { judged: 2, faults: [], cut: [] } })
  })

  it('shows a town the same exceptions, filtered, whatever the figures of the town are', async () => {
    const shelf = shelfOf()
    await read(shelf, document())
    const town = document({ region: HERE, operation: { repeats: undefined } })
    expect(ids(await read(shelf, town, { town: HERE }))).toEqual([
      'hotline-overdue-A1',
      `hotline-repeat-${HERE}|噪声`,
    ])
    expect(ids(await read(shelf, town, { town: AWAY }))).toEqual(['hotline-overdue-B2'])
    expect((await read(shelf, town, { town: AWAY })).rules?.unplaced).toBeUndefined()
    // Of another city nothing is known.
    expect(await read(shelf, town, { town: HERE, city: 'heyuan' })).toMatchObject({
      exceptions: [],
      judged: false,
    })
  })

  it('says of a town how many more there are that lie nobody knows where', async () => {
    const shelf = shelfOf([{ orderNo: 'E5', town: null }])
    expect((await read(shelf, document())).rules?.unplaced).toBeUndefined()
    const town = await read(shelf, document({ region: AWAY }), { town: AWAY })
    expect(ids(town)).toEqual(['hotline-overdue-B2'])
    expect(town.rules?.unplaced).toBe(1)
  })

  it('shows a town what its records come to before the city is read, and from then on what the city has', async () => {
    const shelf = shelfOf()
    const town = document({ region: AWAY, operation: { repeats: undefined } })
    const first = await read(shelf, town, { town: AWAY })
    expect(ids(first)).toEqual(['hotline-overdue-B2'])
    // Of the other town too: it is the whole city that was judged.
    expect(ids(await read(shelf, document({ region: HERE }), { town: HERE }))).toContain('hotline-overdue-A1')
    await read(shelf, document())
    expect(ids(await read(shelf, town, { town: HERE }))).toContain(`hotline-repeat-${HERE}|噪声`)
  })

  it('judges no city by what a town says of itself', async () => {
    const town = document({ region: HERE })
    expect(ids(await read(shelfOf(), town, { town: HERE }))).toEqual(['hotline-overdue-A1'])
  })

  it('keeps what its source raised, marked as its own, and raises no thing twice', async () => {
    const own = {
      id: 'x1',
      severity: 'minor',
      domain: 'hotline',
      metric: 'hotline_overdue_open',
      subject: 'A1',
      place: null,
      what: '超期',
      owner: '热线',
      since: isoTime(NOW),
      due: isoTime(NOW),
      action: '督办',
    }
    const found = await read(shelfOf(), document({ exceptions: [own] }))
    expect(ids(found)).toEqual(['hotline-overdue-B2', `hotline-repeat-${HERE}|噪声`, 'x1'])
    expect(found.exceptions[2]).toMatchObject({ origin: 'source' })
  })

  it('remembers since when, from one read to the next', async () => {
    const shelf = shelfOf()
    const since = async (at: number) =>
      (await read(shelf, document({ asOf: isoTime(at) }))).exceptions.find(
        ({ metric }) => metric === 'hotline_repeat_rate',
      )?.since
    expect(await since(NOW)).toBe(isoTime(NOW))
    expect(await since(NOW + 60_000)).toBe(isoTime(NOW))
  })

  it('is not judged as a whole where a rule found nothing that it could look at', async () => {
    const found = await read(
      createShelf(async () => counting),
      document({ operation: null }),
    )
    expect(found).toMatchObject({ judged: false, exceptions: [], rules: { judged: 0 } })
  })
})

it('a source that judges itself is not judged again', async () => {
  const found = await read(shelfOf(), document({ judged: undefined }))
  expect(found.exceptions).toEqual([])
  expect(found.rules).toBeUndefined()
})
