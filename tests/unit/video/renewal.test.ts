import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { elementsFor, LOOK_MS, Pictures } from '../../../src/video/pictures'
import type { Addresses, Refusal } from '../../../src/video/source'
import { ScriptedVideo } from './scripted-video'

beforeAll(async () => {
  vi.stubGlobal('MediaError', { MEDIA_ERR_SRC_NOT_SUPPORTED: 4 })
  await import('../../../src/video/players/file')
})
afterAll(() => void vi.unstubAllGlobals())

/** The player is fetched by an import, which is here by then; what it promised settles within a turn. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

const told = (urls: readonly string[], seconds: number | null = null): Addresses => ({
  sources: urls.map((url) => ({ way: 'mp4', url: `${url}.mp4` })),
  forMs: seconds === null ? null : seconds * 1000,
})

/** One tile, and whoever is asked for its addresses. */
function tileOf(answer: (asked: number) => Addresses | Refusal) {
  const around = { at: 0, asked: 0, dead: new Set<string>(), opened: [] as string[] }
  const videos = Array.from({ length: elementsFor(1) }, () => new ScriptedVideo())
  const pictures = new Pictures(videos as unknown as HTMLVideoElement[], 1, {
    now: () => around.at,
    draw: () => 0.5,
    isHidden: () => false,
    swapped: () => undefined,
  })
  const states = new Set<string>()
  return {
    around,
    videos,
    pictures,
    states,
    look: () =>
      pictures.show([
        { id: 'a', sources: [], from: 0, held: false, ask: async () => answer(++around.asked) },
      ]),
    shown: () => videos.find(({ shown }) => shown)?.src ?? null,
    seen: () => pictures.seen(0),
    async pass(seconds: number) {
      for (let ms = 0; ms < seconds * 1000; ms += LOOK_MS) {
        await settled()
        around.at += LOOK_MS
        for (const { src } of videos) if (src !== '' && around.opened.at(-1) !== src) around.opened.push(src)
        for (const video of videos) if (video.src !== '' && !around.dead.has(video.src)) video.draw()
        pictures.look()
        states.add(pictures.seen(0).state)
      }
    },
  }
}

it('an address is renewed before it ends, behind the picture, which nobody sees', async () => {
  const tile = tileOf((asked) => told([`n${asked}`], 20))
  tile.look()
  await tile.pass(2)
  tile.states.clear()
  await tile.pass(60)
  expect([...tile.states]).toEqual(['live'])
  // Twenty seconds each, asked for five before their end.
  expect(tile.around.asked).toBe(5)
  expect(tile.shown()).toBe('n5.mp4')
})

it('asked so that a camera goes on sending, the picture stays where it is while its address does', async () => {
  const tile = tileOf(() => told(['same'], 20))
  tile.look()
  await tile.pass(62)
  expect(tile.around.asked).toBe(5)
  expect(tile.around.opened).toEqual(['same.mp4'])
})

it('an address that has ended is asked for again, and not tried again', async () => {
  const tile = tileOf((asked) => told([`n${asked}`]))
  tile.look()
  await tile.pass(2)
  tile.states.clear()
  tile.around.dead.add('n1.mp4')
  tile.videos.find(({ src }) => src === 'n1.mp4')?.fail(2)
  await tile.pass(3)
  expect(tile.shown()).toBe('n2.mp4')
  expect([...tile.states]).toEqual(['live'])
})

it('a platform that refuses says why, is asked again later, and its camera comes when it no longer does', async () => {
  const refusal: Refusal = { cause: 'gone', why: '点播超时' }
  const tile = tileOf((asked) => (asked < 4 ? refusal : told(['late'])))
  tile.look()
  await tile.pass(1)
  expect(tile.seen()).toMatchObject({ state: 'offline', why: '点播超时', drawn: false })
  await tile.pass(15)
  expect(tile.around.asked).toBe(4)
  expect(tile.shown()).toBe('late.mp4')
  expect(tile.seen().why).toBe(null)
})

it('what was asked for a camera that nobody looks at any more changes nothing', async () => {
  let answer: (told: Addresses) => void = () => {}
  const tile = tileOf(() => told([]))
  const late = () => new Promise<Addresses>((resolve) => (answer = resolve))
  tile.pictures.show([{ id: 'a', sources: [], from: 0, held: false, ask: late }])
  tile.pictures.show([{ id: 'b', sources: told(['b']).sources, from: 0, held: false }])
  answer(told(['a']))
  await tile.pass(2)
  expect(tile.shown()).toBe('b.mp4')
  expect(tile.seen().id).toBe('b')
})

it('a picture that came by a lower way goes up again when the better one leads in, without a gap', async () => {
  const tile = tileOf(() => told([]))
  tile.around.dead.add('best.mp4')
  const sources = told(['best', 'second']).sources
  tile.pictures.show([{ id: 'a', sources, from: 0, held: false }])
  await tile.pass(12)
  expect(tile.shown()).toBe('second.mp4')
  await tile.pass(20)
  tile.states.clear()
  await tile.pass(300)
  expect(tile.shown(), 'still dead').toBe('second.mp4')
  tile.around.dead.clear()
  await tile.pass(310)
  expect(tile.shown()).toBe('best.mp4')
  expect([...tile.states]).toEqual(['live'])
})

it('other addresses of a camera that runs are for later; one that does not come is tried by them at once', async () => {
  const tile = tileOf(() => told([]))
  const show = (url: string) => {
    tile.pictures.show([{ id: 'a', sources: told([url]).sources, from: 0, held: false }])
  }
  show('one')
  await tile.pass(2)
  show('two')
  await tile.pass(5)
  expect(tile.around.opened).toEqual(['one.mp4'])
  tile.around.dead.add('one.mp4')
  await tile.pass(6)
  expect(tile.shown()).toBe('two.mp4')
  tile.around.dead.add('two.mp4')
  await tile.pass(60)
  show('three')
  await tile.pass(1)
  expect(tile.shown()).toBe('three.mp4')
})
