import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { MapRefused, MapThread } from '../../../src/map/map-thread'
import { cornersIn } from '../../../src/map/corners'
import { HereWorker, shippedFile } from './here'
import { surveyed } from './shapes'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const canvas = { width: 904, height: 720, reserved: [] }
const ask = { canvas, layers: [], selected: null }
const file = shippedFile('baiyun')

/** The first question of one kind keeps it busy for ever. */
class BusyWorker extends HereWorker {
  busyWith = ''
  private busy = false
  override postMessage(message: Parameters<HereWorker['postMessage']>[0]): void {
    this.busy ||= message.question.kind === this.busyWith
    if (!this.busy) super.postMessage(message)
  }
}

function started(busyWith = 'draw') {
  const workers: BusyWorker[] = []
  const thread = new MapThread(() => {
    const worker = new BusyWorker()
    // Its successor is as fast as usual.
    worker.busyWith = workers.length === 0 ? busyWith : ''
    workers.push(worker)
    return worker
  })
  return { thread, workers }
}

const faultOf = (work: Promise<unknown>) => work.then(String, (error: unknown) => error)

it('a picture that never comes ends the worker at the deadline, and says of how many corners', async () => {
  const { thread, workers } = started()
  const map = await thread.open(file)
  const fault = faultOf(map.draw(ask))
  await vi.advanceTimersByTimeAsync(59_999)
  expect(workers[0]?.ended).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(workers[0]?.ended).toBe(true)
  expect(await fault).toBeInstanceOf(MapRefused)
  expect(String(await fault)).toContain(`边界过于复杂：${cornersIn(file)} 个顶点，60 秒没有画完`)
})

it('a file that is never read through is refused alike', async () => {
  const { thread } = started('open')
  const fault = faultOf(thread.open(file))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await fault).toBeInstanceOf(MapRefused)
  expect((await thread.open(file)).towns).toHaveLength(24)
})

it('the reason stays to be read: the same picture is tried again after ten minutes, another at once', async () => {
  const { thread, workers } = started()
  const map = await thread.open(file)
  const fault = faultOf(map.draw(ask))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await faultOf(map.draw({ ...ask, selected: '440111103' }))).toBe(await fault)
  expect(workers).toHaveLength(1)
  const other = await map.draw({ ...ask, canvas: { ...canvas, width: 1240 } })
  expect(other.ground.tiles).toHaveLength(24)
  await vi.advanceTimersByTimeAsync(600_000)
  expect((await map.draw(ask)).ground.tiles).toHaveLength(24)
})

it('who waited behind it is told that the thread was started anew, and may ask again', async () => {
  const { thread } = started()
  const map = await thread.open(file)
  const [slow, behind] = [faultOf(map.draw(ask)), faultOf(thread.open(shippedFile('heyuan')))]
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await slow).toBeInstanceOf(MapRefused)
  expect(String(await behind)).toBe('Error: 地图线程已重启')
  expect((await thread.open(shippedFile('heyuan'))).towns.length).toBeGreaterThan(0)
})

it('a leap of the clock ends nothing, and an answer in time leaves no timer', async () => {
  const { thread, workers } = started()
  const map = await thread.open(file)
  expect(vi.getTimerCount()).toBe(0)
  void faultOf(map.draw(ask))
  for (let nights = 0; nights < 2; nights += 1) {
    vi.setSystemTime(Date.now() + 3_600_000)
    vi.runOnlyPendingTimers()
  }
  expect(workers[0]?.ended).toBe(false)
})

it('corners are counted from the bytes, however they are laid out', () => {
  const bytesOf = (value: unknown, indent?: number) =>
    new TextEncoder().encode(JSON.stringify(value, null, indent))
  const map = surveyed(5, 4, 720)
  expect(cornersIn(bytesOf(map))).toBe(cornersIn(bytesOf(map, 2)))
  const triangle = { type: 'Polygon', coordinates: [[[1, 2], [-3, 4], [5, 6], [1, 2]]] } // prettier-ignore
  expect(cornersIn(bytesOf(triangle))).toBe(4)
})
