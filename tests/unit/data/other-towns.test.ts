import { describe, expect, it } from 'vitest'
import { readers } from '../../../src/domains/hotline/contract'
import { hotline } from '../../../src/domains/hotline/resources'
import { exception } from '../contract/sample'
import { bench, doc, inline, NOW, reply, sourceOf } from './feed-fixture'
import { faultOf } from './shape-fixture'

const ASKED = '440111001'
const OTHER = { code: '440111002', name: '同德' }
const HERE = { code: ASKED, name: '景泰' }
const order = (town: object) => ({ orderNo: '1', title: '噪声', dueAt: '2026-11-18T18:00:00+08:00', town })
const late = (place: object | null) => exception({ place: place as typeof OTHER | null })

/** The answer for one town; what it does not say of its region, the wall fills in as it asked. */
function answered(change: object, url = 'api/{city}/hotline?region={region}') {
  const { region: _, ...body } = { ...doc('hotline'), operation: {}, ...change }
  const said = 'region' in change ? { ...body, region: change.region } : body
  const map = '$'
  const about = { name: '工单', owner: '热线办', cadenceSeconds: 60 }
  const { feed } = bench(() => reply(said), {
    config: { sources: { hotline: sourceOf(url, { map, about }) } },
    thread: inline(readers),
  })
  return feed.get(hotline, { region: ASKED }, { now: NOW })
}

describe('an answer for a town', () => {
  it.each([
    ['operation.towns.0.code', { operation: { towns: [{ ...OTHER, count: 0 }] } }],
    ['operation.orders.0.town.code', { operation: { orders: [order(OTHER), order(OTHER)] } }],
    ['exceptions.0.place.code', { exceptions: [late(OTHER)] }],
    ['exceptions.1.place.code', { exceptions: [late(null), late(OTHER)] }],
  ])('is refused where its rows are all of other towns, by %s', async (field, change) => {
    const fault = await faultOf(answered(change))
    expect(fault).toMatchObject({ kind: 'contract', field })
    expect(fault.message).toContain('问的是镇街 440111001，行里却是 440111002')
  })

  it.each([
    ['names its own', { operation: { orders: [order(HERE)] }, exceptions: [late(HERE)] }],
    [
      'lists it among the others',
      {
        operation: {
          towns: [
            { ...OTHER, count: 0 },
            { ...HERE, count: 0 },
          ],
        },
      },
    ],
    ['names a village of it', { exceptions: [late({ code: `${ASKED}007`, name: '村' })] }],
    ['names the city', { exceptions: [late({ code: '440111', name: '白云' })] }],
    ['names no place', { exceptions: [late(null)], operation: { orders: [] } }],
  ])('stands where it %s', async (_, change) => {
    expect(await answered(change)).toMatchObject({ region: ASKED })
  })

  it('stands where it says, or its address, that it is the whole city’s', async () => {
    const change = { exceptions: [late(OTHER)] }
    expect(await answered({ ...change, region: '440111' })).toMatchObject({ region: '440111' })
    expect(await answered(change, 'api/{city}/hotline')).toMatchObject({ region: '440111' })
  })
})
