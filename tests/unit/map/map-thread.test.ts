import { describe, expect, it } from 'vitest'
import { MapRefused, MapThread } from '../../../src/map/map-thread'
import { HereWorker, openHere, shippedFile } from './here'

const canvas = { width: 904, height: 720, reserved: [] }
const ask = { canvas, layers: [], selected: null }
const textFile = (text: string) => new TextEncoder().encode(text)

function threadOf(workers: HereWorker[]): MapThread {
  return new MapThread(() => {
    const worker = new HereWorker()
    workers.push(worker)
    return worker
  })
}

describe('a map in its worker', () => {
  it('says who is on it, and draws them', async () => {
    const map = await openHere(shippedFile('baiyun'))
    expect(map.towns).toHaveLength(24)
    expect(map.schematic).toBe(true)
    const { ground, picture } = await map.draw(ask)
    expect(ground.tiles.map(({ code }) => code).toSorted()).toEqual(
      map.towns.map(({ code }) => code).toSorted(),
    )
    expect(picture.labels).toHaveLength(24)
  })

  it('is laid out once for a canvas; what stood there is there at once on the way back', async () => {
    const workers: HereWorker[] = []
    const map = await threadOf(workers).open(shippedFile('baiyun'))
    expect(map.lastOn(canvas)).toBeUndefined()
    const first = await map.draw(ask)
    await map.draw({ ...ask, canvas: { ...canvas, width: 1240 } })
    const again = await map.draw({ ...ask, selected: '440111103' })
    expect(again.ground).toBe(first.ground)
    expect(map.lastOn({ ...canvas })).toBe(again)
    expect(workers[0]?.questions.map((q) => q.kind === 'draw' && q.ground)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('draws on with a new worker when the old one has died', async () => {
    const workers: HereWorker[] = []
    const map = await threadOf(workers).open(shippedFile('baiyun'))
    const before = await map.draw(ask)
    const lost = map.draw(ask)
    workers[0]?.die()
    await expect(lost).rejects.toThrow('地图线程出错')
    expect(workers[0]?.ended).toBe(true)
    const after = await map.draw(ask)
    expect(after.picture).toEqual(before.picture)
    expect(workers).toHaveLength(2)
  })

  it('says that its worker cannot be started, and tries again when asked again', async () => {
    const workers: HereWorker[] = []
    const thread = new MapThread(() => {
      if (workers.length > 0) return new HereWorker()
      workers.push(new HereWorker())
      throw new Error('404')
    })
    await expect(thread.open(shippedFile('baiyun'))).rejects.toThrow('地图线程无法启动：404')
    await expect(thread.open(shippedFile('baiyun'))).resolves.toMatchObject({ schematic: true })
  })

  it.each([
    ['text cut in half', shippedFile('baiyun').slice(0, 3000), 'JSON 无法解析'],
    ['GBK', new Uint8Array([0x7b, 0x22, 0xb0, 0xd7, 0xd4, 0xc6, 0x22, 0x7d]), '不是 UTF-8 编码'],
    ['nothing', new Uint8Array(), 'JSON 无法解析'],
    ['a page', textFile('<!doctype html>'), 'JSON 无法解析'],
    ['no map', textFile('{}'), 'type：应为 FeatureCollection'],
  ])('refuses %s, which is no fault of the worker', async (_, file, reason) => {
    const opened = openHere(file)
    await expect(opened).rejects.toThrow(reason)
    await expect(opened).rejects.toBeInstanceOf(MapRefused)
  })

  it('reads a file with a byte order mark', async () => {
    const file = new Uint8Array([0xef, 0xbb, 0xbf, ...shippedFile('xiantao')])
    await expect(openHere(file)).resolves.toMatchObject({ schematic: true })
  })
})
