import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { AWAY_MS, elementsFor, LOOK_MS, Pictures } from '../../../src/video/pictures'
import { behindOf, emptyTile, type Wanted } from '../../../src/video/tile'
import { ScriptedVideo, TellingVideo } from './scripted-video'

beforeAll(async () => {
  // What a browser's errors are called; Node has no media elements.
  vi.stubGlobal('MediaError', { MEDIA_ERR_SRC_NOT_SUPPORTED: 4 })
  vi.stubGlobal('Image', FetchedImage)
  await import('../../../src/video/players/file')
  await import('../../../src/video/players/still')
})
/** One that comes when it is asked for. */
class FetchedImage {
  onload = () => undefined as void
  set src(_url: string) {
    setImmediate(() => this.onload())
  }
}
afterAll(() => void vi.unstubAllGlobals())

const camera = (id: string, held = false): Wanted => ({
  id,
  sources: [{ way: 'mp4', url: `${id}.mp4` }],
  from: 0,
  held,
})

/** A player is fetched by an import of its own, which is here by then; what it promised settles within a turn. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

function wall(tiles: number, make = () => new ScriptedVideo()) {
  const around = { at: 0, away: (_tile: number) => false, dead: new Set<string>(), swaps: 0 }
  const videos = Array.from({ length: elementsFor(tiles) }, make)
  const pictures = new Pictures(videos as unknown as HTMLVideoElement[], tiles, {
    now: () => around.at,
    draw: () => 0.5,
    isHidden: (tile) => around.away(tile),
    swapped: () => void around.swaps++,
  })
  const seen = () => Array.from({ length: tiles }, (_, i) => pictures.seen(i))
  return {
    around,
    videos,
    pictures,
    seen,
    shown: () => videos.flatMap(({ shown }) => shown ?? []).toSorted(),
    states: () => seen().map(({ state }) => state),
    async pass(seconds: number, each = () => undefined as void) {
      for (let ms = 0; ms < seconds * 1000; ms += LOOK_MS) {
        await settled()
        around.at += LOOK_MS
        for (const video of videos)
          if (video.src !== '' && !around.dead.has(video.src) && !video.paused) video.draw()
        pictures.look()
        each()
      }
    },
  }
}
type Wall = ReturnType<typeof wall>

const loops = async (ids: readonly string[], tiles = ids.length): Promise<Wall> => {
  const at = wall(tiles)
  at.pictures.show(ids.map((id) => camera(id)))
  await at.pass(2)
  return at
}

it('shows every camera on its tile', async () => {
  const { shown, states } = await loops(['a', 'b'])
  expect(shown()).toEqual(['t0 a.mp4', 't1 b.mp4'])
  expect(states()).toEqual(['live', 'live'])
})

it('no tile is empty for a moment in a hundred switches, and no element is made or lost', async () => {
  const at = await loops(['a', 'b', 'c', 'd'])
  let least = 4
  for (let i = 0; i < 100; i++) {
    at.pictures.show(['a', 'b', 'c', 'd'].map((id, tile) => camera(tile === i % 4 ? `${id}${i}` : id)))
    await at.pass(1.5, () => void (least = Math.min(least, at.shown().length)))
  }
  expect(least).toBe(4)
  expect(at.videos.filter(({ src }) => src !== '')).toHaveLength(4)
})

it('the name on a tile is that of its picture until the next one is there', async () => {
  const at = await loops(['a'])
  at.around.dead.add('b.mp4')
  at.pictures.show([camera('b')])
  await at.pass(3)
  expect(at.seen()[0]).toMatchObject({ id: 'a', state: 'live', drawn: true })
  at.around.dead.clear()
  await at.pass(1)
  expect(at.seen()[0]).toMatchObject({ id: 'b', state: 'live', drawn: true })
})

it('a frame that is counted but not presented yet stands on no tile that can be seen', async () => {
  const made: TellingVideo[] = []
  const at = wall(1, () => made[made.push(new TellingVideo()) - 1] ?? new TellingVideo())
  at.pictures.show([camera('a')])
  await at.pass(2)
  expect(at.shown()).toEqual([])
  made.forEach((video) => video.present())
  expect(at.shown()).toEqual(['t0 a.mp4'])
})

it('tiles that switch together, with fewer elements to spare, have theirs as soon as one is free, and not with the next look', async () => {
  const made: TellingVideo[] = []
  const at = wall(4, () => made[made.push(new TellingVideo()) - 1] ?? new TellingVideo())
  const ids = ['a', 'b', 'c', 'd']
  const present = async () => {
    await settled()
    for (const video of made) if (video.src !== '') video.draw()
    made.forEach((video) => video.present())
    await settled()
  }
  at.pictures.show(ids.map((id) => camera(id)))
  await present()
  expect(at.shown()).toHaveLength(4)
  at.pictures.show(ids.map((id) => camera(`${id}2`)))
  await present()
  await present()
  expect(at.shown()).toEqual(ids.map((id, tile) => `t${tile} ${id}2.mp4`))
  expect(at.around.swaps, 'each is told').toBe(8)
})

it('the first picture of a tile that nobody can see is there when somebody looks, though no browser tells of its frames', async () => {
  const at = wall(1, () => new TellingVideo())
  at.around.away = () => true
  at.pictures.show([camera('a')])
  await at.pass(2)
  expect(at.shown()).toEqual(['t0 a.mp4'])
})

it('a camera that does not come leaves no picture of another one standing for it', async () => {
  const at = await loops(['a'])
  at.around.dead.add('b.mp4')
  at.pictures.show([camera('b')])
  await at.pass(9)
  expect(at.shown()).toEqual([])
  expect(at.seen()[0]).toMatchObject({ id: 'b', state: 'offline', drawn: false })
})

it('a camera without any address has its tile at once, and not the picture of the one before', async () => {
  const at = await loops(['a', 'b'])
  at.pictures.show([{ ...camera('c'), sources: [] }, camera('b')])
  expect(at.shown()).toEqual(['t1 b.mp4'])
  expect(at.seen()[0]).toMatchObject({ id: 'c', drawn: false, state: 'offline' })
  at.pictures.show([camera('d'), camera('b')])
  await at.pass(1)
  expect(at.shown()).toEqual(['t0 d.mp4', 't1 b.mp4'])
})

it('a picture that stops is frozen, then offline with its age and its last frame, and comes back by itself', async () => {
  const at = await loops(['a'])
  at.around.dead.add('a.mp4')
  await at.pass(5)
  expect(at.seen()[0]).toMatchObject({ state: 'frozen', drawn: true })
  await at.pass(55)
  expect(at.seen()[0]).toMatchObject({ state: 'offline', drawn: true, age: 60 })
  at.around.dead.clear()
  await at.pass(45)
  expect(at.states()).toEqual(['live'])
})

it('nine tiles that lose their server together all come back, with fewer elements to spare than tiles', async () => {
  const ids = Array.from({ length: 9 }, (_, i) => `c${i}`)
  const at = await loops(ids)
  for (const id of ids) at.around.dead.add(`${id}.mp4`)
  await at.pass(60)
  expect(new Set(at.states())).toEqual(new Set(['offline']))
  expect(at.shown()).toHaveLength(9)
  at.around.dead.clear()
  await at.pass(60)
  expect(new Set(at.states())).toEqual(new Set(['live']))
})

it('a wall that is hidden for an hour connects nothing anew', async () => {
  const at = await loops(['a', 'b'])
  Object.assign(at.around, { away: () => true })
  await at.pass(600, () => {
    expect(at.videos.filter(({ src }) => src !== '')).toHaveLength(2)
  })
  expect(at.states()).toEqual(['live', 'live'])
})

it('what nobody can see stands still where it was, and goes on by itself; what is beside it never stops', async () => {
  const at = await loops(['a', 'b'])
  const drawnBy = (src: string) => at.videos.find((one) => one.src === src)?.getVideoPlaybackQuality()
  Object.assign(at.around, { away: (tile: number) => tile === 1 })
  await at.pass(1)
  const [a, b] = [drawnBy('a.mp4'), drawnBy('b.mp4')]
  await at.pass(60)
  expect(drawnBy('b.mp4')).toEqual(b)
  expect(drawnBy('a.mp4')?.totalVideoFrames).toBeGreaterThan((a?.totalVideoFrames ?? 0) + 100)
  Object.assign(at.around, { away: () => false })
  await at.pass(1)
  expect(at.states(), 'a rest is no fault').toEqual(['live', 'live'])
  expect(drawnBy('b.mp4')?.totalVideoFrames).toBeGreaterThan(b?.totalVideoFrames ?? 0)
})

it('a stream that nobody can see is let go after a while, nothing is asked for meanwhile, and the one that is wanted then comes', async () => {
  const at = wall(1)
  const stream = (id: string): Wanted => ({ ...camera(id), sources: [{ way: 'still', url: `${id}.jpg` }] })
  at.pictures.show([stream('a')])
  await at.pass(2)
  expect(at.states()).toEqual(['live'])
  Object.assign(at.around, { away: () => true })
  const drawing = () => at.videos.filter(({ style }) => style.zIndex === '1')
  await at.pass(AWAY_MS / 1000 - 2)
  expect(drawing()).toHaveLength(1)
  await at.pass(5)
  expect(drawing()).toEqual([])
  at.pictures.show([camera('b')])
  await at.pass(60)
  expect(at.videos.filter(({ src }) => src !== '')).toEqual([])
  Object.assign(at.around, { away: () => false })
  await at.pass(2)
  expect(at.shown()).toEqual(['t0 b.mp4'])
  expect(at.seen()[0]).toMatchObject({ id: 'b', state: 'live' })
})

it('tries the next way at once where a browser cannot draw the first, and says so when none is left', async () => {
  const at = wall(1)
  const ways = ['x', 'y'].map((url) => ({ way: 'mp4' as const, url: `${url}.mp4` }))
  at.pictures.show([{ id: 'a', sources: ways, from: 0, held: false }])
  await settled()
  at.videos.find(({ src }) => src === 'x.mp4')?.fail(4)
  await at.pass(1)
  expect(at.shown()).toEqual(['t0 y.mp4'])
  at.pictures.show([camera('z')])
  await settled()
  at.videos.find(({ src }) => src === 'z.mp4')?.fail(4)
  await at.pass(1)
  expect(at.seen()[0]).toMatchObject({ id: 'z', state: 'unsupported', drawn: false })
})

it('what stands on purpose is drawn once and never called frozen', async () => {
  const at = wall(1)
  at.pictures.show([camera('a', true)])
  await settled()
  const [video] = at.videos.filter(({ src }) => src !== '')
  video?.draw()
  video?.dispatchEvent(new Event('seeked'))
  at.around.dead.add('a.mp4')
  await at.pass(60)
  expect(at.seen()[0]).toMatchObject({ state: 'live', drawn: true, age: null })
  expect(video?.paused).toBe(true)
})

it('what is said of a delay does not change with every piece of a stream that comes', () => {
  let tile = emptyTile(0)
  const said = [2.4, 3.1, 2.3, 2.9, 2.2, 5.4, 4.6].map((seconds) => {
    tile = { ...tile, behind: behindOf(tile, seconds) }
    return tile.behind
  })
  expect(said).toEqual([2, 3, 3, 3, 3, 5, 5])
  expect([behindOf(tile, 0), behindOf(tile, null)]).toEqual([0, null])
})

it('lets go of everything when it ends', async () => {
  const at = await loops(['a', 'b'])
  at.pictures.end()
  expect(at.videos.filter(({ src, style }) => src !== '' || style.zIndex === '1')).toEqual([])
})

it('shows the still of a camera whose stream no browser here decodes, and says both', async () => {
  const at = wall(1)
  const still = { way: 'still', url: 'media/snap/h.jpg' } as const
  at.pictures.show([{ ...camera('h'), sources: [{ way: 'mp4', url: 'h.mp4' }, still] }])
  await at.pass(0.5)
  at.videos.find(({ src }) => src === 'h.mp4')?.fail(4)
  await at.pass(2)
  expect(at.seen()).toMatchObject([{ way: 'still', drawn: true, state: 'live', undecoded: true }])
  // A camera that has only a still has nothing that was not decoded.
  at.pictures.show([{ ...camera('s'), sources: [still] }])
  await at.pass(2)
  expect(at.seen()).toMatchObject([{ id: 's', way: 'still', undecoded: false }])
  at.pictures.end()
})

it('has after 500 switches the elements that it began with, each held by one tile or free, and none that nobody ended', async () => {
  const at = await loops(['a', 'b', 'c', 'd'])
  const count = at.videos.length
  for (let i = 0; i < 500; i++) {
    at.pictures.show(['a', 'b', 'c', 'd'].map((id) => camera(`${id}${i % 9}`)))
    await at.pass(0.5)
  }
  await at.pass(3)
  expect(at.videos).toHaveLength(count)
  expect(new Set(at.shown().map((one) => one.split(' ')[0])).size).toBe(4)
  expect(at.videos.filter(({ src }) => src !== '')).toHaveLength(4)
  at.pictures.end()
  expect(at.videos.filter(({ src }) => src !== '')).toHaveLength(0)
}, 30_000)
