import { describe, expect, it } from 'vitest'
import { addressOf } from '../../../src/data/address'

const CITY = { city: 'baiyun', code: '440111', region: null }
const TOWN = { ...CITY, region: '440111001' }

describe('a document', () => {
  it('is asked of its city and place: the chosen town, else the city’s own code', () => {
    const template = 'api/{city}/{dataset}?region={region}'
    expect(addressOf(template, 'hotline', CITY)).toBe('api/baiyun/hotline?region=440111')
    expect(addressOf(template, 'hotline', TOWN)).toBe('api/baiyun/hotline?region=440111001')
  })

  it('may stand at an address without any place in it, or with one more than once', () => {
    expect(addressOf('data/all.json', 'hotline', TOWN)).toBe('data/all.json')
    expect(addressOf('{city}/{region}/{city}', 'hotline', CITY)).toBe('baiyun/440111/baiyun')
  })
})

describe('a list', () => {
  const parts = { stage: 'sign', sort: '-dueAt', limit: '50' }

  it('has its filters, order, cursor and limit follow, in the order of their names', () => {
    expect(addressOf('api/{city}/orders', 'hotline.orders', CITY, { ...parts, cursor: 'G1' })).toBe(
      'api/baiyun/orders?cursor=G1&limit=50&sort=-dueAt&stage=sign',
    )
    const other = { limit: '50', stage: 'sign', sort: '-dueAt' }
    expect(addressOf('orders', 'x', CITY, other)).toBe(addressOf('orders', 'x', CITY, parts))
  })

  it('goes on where the address asks something already', () => {
    expect(addressOf('api/orders?region={region}', 'x', CITY, { stage: 'sign' })).toBe(
      'api/orders?region=440111&stage=sign',
    )
  })

  it('puts a part where the address has a place for it, and nowhere else', () => {
    expect(addressOf('api/orders/{stage}?by={sort}', 'x', CITY, parts)).toBe(
      'api/orders/sign?by=-dueAt&limit=50',
    )
  })

  it('leaves the place of a part that was not asked for empty', () => {
    expect(addressOf('api/orders?stage={stage}&after={cursor}', 'x', CITY, { stage: 'sign' })).toBe(
      'api/orders?stage=sign&after=',
    )
  })

  it('names itself by its whole id', () => {
    expect(addressOf('api/{dataset}', 'hotline.orders', CITY)).toBe('api/hotline.orders')
  })
})

it('a record is asked for by its id, in the path or behind it', () => {
  const parts = { id: 'GD 2026/7' }
  expect(addressOf('api/{city}/orders/{id}', 'x', CITY, parts)).toBe('api/baiyun/orders/GD%202026%2F7')
  expect(addressOf('api/order', 'x', CITY, parts)).toBe('api/order?id=GD%202026%2F7')
})

describe('nothing that is asked leads to another path', () => {
  it.each<[string, string]>([
    ['../x', '..%2Fx'],
    ['1&admin=1', '1%26admin%3D1'],
    ['a?b#c', 'a%3Fb%23c'],
    ['{city}', '%7Bcity%7D'],
    ['白云', '%E7%99%BD%E4%BA%91'],
    ['$&', '%24%26'],
  ])('%s', (value, escaped) => {
    const place = { city: value, code: '440111', region: value }
    expect(addressOf('api/{city}/{region}/{id}', 'x', place, { id: value, [value]: value })).toBe(
      `api/${escaped}/${escaped}/${escaped}?${escaped}=${escaped}`,
    )
  })
})
