import { describe, expect, it } from 'vitest'
import { createNavigation, type Address, type Navigation } from '../../../src/app/navigation'

const offer = {
  cities: [
    { id: 'baiyun', name: '白云' },
    { id: 'heyuan', name: '河源' },
  ],
  scenes: [
    { id: 'overview', name: '总览' },
    { id: 'hotline', name: '热线' },
    { id: 'video', name: '视频' },
  ],
}
const defaults = { city: 'baiyun', scene: 'overview', theme: 'dark' } as const

/** A window at `search`, with the steps that were written and the loads that were asked for. */
function at(search: string) {
  const pushed: string[] = []
  const loaded: string[] = []
  const events = new EventTarget()
  const location = {
    pathname: '/wall/',
    search,
    hash: '',
    assign: (url: string | URL) => void loaded.push(String(url)),
  }
  const go = (url: string) => {
    location.search = /\?[^#]*/.exec(url)?.[0] ?? ''
  }
  const address = Object.assign(events, {
    location,
    history: {
      pushState: (_: unknown, __: string, url?: string | URL | null) => {
        pushed.push(String(url))
        go(String(url))
      },
      replaceState: (_: unknown, __: string, url?: string | URL | null) => go(String(url)),
    },
  }) as unknown as Address
  const back = (url: string) => {
    go(url)
    events.dispatchEvent(new Event('popstate'))
  }
  return { navigation: createNavigation({ address, defaults, offer }), pushed, loaded, back }
}

const shown = (navigation: Navigation) => navigation.shown()

describe('navigation', () => {
  it('shows the site’s defaults where the link says nothing', () => {
    expect(shown(at('').navigation)).toEqual({
      sceneId: 'overview',
      region: null,
      theme: 'dark',
      view: {},
      problems: [],
    })
  })

  it('writes what a command asks for and keeps everything else in the link', () => {
    const { navigation, pushed } = at('?profile=live&kiosk=7')
    navigation.commands.goToScene('hotline')
    navigation.commands.selectRegion('440111103')
    navigation.commands.toggleTheme()
    navigation.commands.leave()
    expect(pushed).toEqual([
      '/wall/?profile=live&kiosk=7&scene=hotline',
      '/wall/?profile=live&kiosk=7&scene=hotline&region=440111103',
      '/wall/?profile=live&kiosk=7&scene=hotline&region=440111103&theme=light',
      '/wall/?profile=live&kiosk=7&scene=hotline&theme=light',
    ])
  })

  it('leaves what is open first, the town then; another scene closes what was open beside the one before', () => {
    const { navigation, pushed } = at('?scene=hotline&region=440111103')
    const { open, leave, goToScene } = navigation.commands
    open('rows:hotline_open')
    leave()
    leave()
    open('why:1')
    goToScene('video')
    expect(pushed.map((url) => new URLSearchParams(url.split('?')[1]))).toEqual(
      [
        'scene=hotline&region=440111103&open=rows:hotline_open',
        'scene=hotline&region=440111103',
        'scene=hotline',
        'scene=hotline&open=why:1',
        'scene=video',
      ].map((query) => new URLSearchParams(query)),
    )
  })

  it('goes along the rows of the desk without a step for each, to the desk and back as another page', () => {
    const { navigation, pushed, loaded } = at('?city=heyuan&scene=hotline&screen=desk')
    navigation.commands.look({ open: 'why:a', find: '水务' })
    expect(pushed).toEqual([])
    expect(shown(navigation).view).toMatchObject({ open: 'why:a', find: '水务' })
    expect(navigation.commands.wallAddress()).toBe('/wall/?city=heyuan&scene=hotline')
    const wall = at('?city=heyuan&scene=hotline&open=why:a')
    wall.navigation.commands.goToDesk()
    expect(wall.loaded).toEqual(['/wall/?city=heyuan&open=why%3Aa&screen=desk'])
    expect(loaded).toEqual([])
  })

  it('steps through the scenes round both ends, and jumps only to those there are', () => {
    const { navigation, pushed } = at('?scene=video')
    const { stepScene, jumpToScene } = navigation.commands
    stepScene(1)
    expect(shown(navigation)).toMatchObject({ sceneId: 'overview' })
    stepScene(-1)
    expect(shown(navigation)).toMatchObject({ sceneId: 'video' })
    jumpToScene(7)
    expect(pushed).toHaveLength(2)
  })

  it('leaves no step to go back where nothing changes', () => {
    const { navigation, pushed } = at('?at=10:42&scene=hotline')
    navigation.commands.goToScene('hotline')
    navigation.commands.leave()
    expect(pushed).toEqual([])
  })

  it('says every change, a step back included, to whoever listens, and gives the same object in between', () => {
    const { navigation, back } = at('?scene=video')
    let heard = 0
    const stop = navigation.subscribe(() => heard++)
    const before = navigation.shown()
    expect(navigation.shown()).toBe(before)
    navigation.commands.goToScene('hotline')
    back('?scene=overview')
    expect(heard).toBe(2)
    expect(shown(navigation)).toMatchObject({ sceneId: 'overview' })
    stop()
    back('?scene=video')
    expect(heard).toBe(2)
  })

  it('judges what a step back brings by the same rules as a start', () => {
    const { navigation, back } = at('?profile=live')
    back('?profile=live&scene=nonsense&scene=video&theme=light')
    expect(shown(navigation)).toMatchObject({
      sceneId: 'overview',
      theme: 'light',
      problems: [{ field: '网址参数 scene', message: '给出了 2 个不同的值：「nonsense」「video」' }],
    })
    back('?profile=live&scene=nonsense')
    expect(shown(navigation)).toMatchObject({
      sceneId: 'overview',
      view: { profile: 'live' },
      problems: [{ field: '网址参数 scene', message: '本站没有场景「nonsense」' }],
    })
  })

  it('leaves the towns of a city that is not here out with it', () => {
    expect(shown(at('?city=atlantis&region=440111103').navigation)).toMatchObject({
      region: null,
      view: {},
      problems: [{ field: '网址参数 city', message: '本站没有城市「atlantis」' }],
    })
  })

  it('moves the clock by the link, so that a step back undoes it', () => {
    const { navigation, pushed, back } = at('?scene=video&kiosk=7')
    const { setClock } = navigation.commands
    setClock({ date: '2026-11-18', at: '14:05', speed: '60', clock: null })
    setClock({ date: null, at: null, speed: null, clock: 'real' })
    expect(pushed).toEqual([
      '/wall/?scene=video&kiosk=7&date=2026-11-18&at=14%3A05&speed=60',
      '/wall/?scene=video&kiosk=7&clock=real',
    ])
    back('?scene=video&date=2026-11-18&at=14:05&speed=60')
    expect(shown(navigation).view).toEqual({
      scene: 'video',
      date: '2026-11-18',
      at: '14:05',
      speed: 60,
    })
  })

  it('goes to another city by a new start, without the towns of this one', () => {
    const { navigation, pushed, loaded } = at('?profile=live&city=baiyun&region=440111103&scene=video')
    navigation.commands.showCity('heyuan')
    expect(pushed).toEqual([])
    expect(loaded).toEqual(['/wall/?profile=live&city=heyuan&scene=video'])
    expect(navigation.commands.cityAddress('heyuan')).toBe(loaded[0])
  })
})

it('leaves what was opened from a map over the scene first, then the map, then the town; another scene has no such map', () => {
  const { navigation, pushed } = at('?scene=video&region=440111103&cameras=map&open=row:video.camera:1')
  const { leave, goToScene, look } = navigation.commands
  leave()
  leave()
  leave()
  look({ cameras: 'map' })
  goToScene('hall')
  expect(pushed.map((url) => [...new URLSearchParams(url.split('?')[1]).keys()].join())).toEqual([
    'scene,region,cameras',
    'scene,region',
    'scene',
    'scene',
  ])
})
