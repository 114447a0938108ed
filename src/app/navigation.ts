import { withCity, withParts, type LinkChange } from '../config/link'
import type { AppConfig } from '../config/app-config'
import type { Commands, Shown } from '../screens/commands'
import { readLink, type Offer } from './link-problem'

/** The part of a window that a link is read from and written to. */
export type Address = Pick<Window, 'addEventListener' | 'removeEventListener'> & {
  readonly location: Pick<Location, 'pathname' | 'search' | 'hash' | 'assign'>
  readonly history: Pick<History, 'pushState' | 'replaceState'>
}

export interface NavigationOptions {
  readonly address: Address
  readonly defaults: AppConfig['defaults']
  readonly offer: Offer
}

export interface Navigation {
  /** What the link says; the same object until it changes. */
  readonly shown: () => Shown
  /** Calls `listener` after every change, a step back or forward included; returns the unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void
  readonly commands: Commands
}

const NO_DESK = { screen: null, list: null, find: null, open: null } as const

/** The one writer of the URL. Parts it does not know stay in it; a command that changes nothing leaves no step to go back. */
export function createNavigation({ address, defaults, offer }: NavigationOptions): Navigation {
  const { location, history } = address
  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((listener) => listener())
  let last: { readonly search: string; readonly shown: Shown } | undefined

  const shown = (): Shown => {
    if (last?.search !== location.search)
      last = { search: location.search, shown: read(location.search, defaults, offer) }
    return last.shown
  }
  const write = (change: LinkChange, step: 'pushState' | 'replaceState' = 'pushState') => {
    const search = withParts(location.search, change)
    if (search === withParts(location.search, {})) return
    history[step](null, '', `${location.pathname}${search}${location.hash}`)
    changed()
  }
  const at = (search: string) => location.pathname + search
  // What was opened beside one scene is not about the next.
  const goToScene = (id: string) => write({ scene: id, open: null, cameras: null })
  let offered: readonly string[] = offer.scenes.map(({ id }) => id)
  const jumpToScene = (index: number) => {
    const next = offered[index]
    if (next !== undefined) goToScene(next)
  }

  return {
    shown,
    subscribe(listener) {
      listeners.add(listener)
      if (listeners.size === 1) address.addEventListener('popstate', changed)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) address.removeEventListener('popstate', changed)
      }
    },
    commands: {
      goToScene,
      offerScenes: (ids) => void (offered = ids),
      jumpToScene,
      stepScene(by) {
        // A link may name a scene that this city does not have: the first one stands in its place.
        const index = Math.max(0, offered.indexOf(shown().sceneId))
        jumpToScene((index + by + offered.length) % offered.length)
      },
      selectRegion: (code) => write({ region: code }),
      open: (what, instead) => write({ open: what }, instead ? 'replaceState' : 'pushState'),
      look: (change) => write(change, 'replaceState'),
      goToDesk: () => location.assign(at(withParts(location.search, { screen: 'desk', scene: null }))),
      leave() {
        const { view } = shown()
        const [last = 'region'] = (['open', 'cameras'] as const).filter((part) => view[part] !== undefined)
        write({ [last]: null })
      },
      setClock: (change) => write(change),
      toggleTheme: () => write({ theme: shown().theme === 'light' ? 'dark' : 'light' }),
      showCity: (id) => location.assign(at(withCity(location.search, id))),
      cityAddress: (id) => at(withCity(location.search, id)),
      wallAddress: () => at(withParts(location.search, { diagnose: null, ...NO_DESK })),
    },
  }
}

function read(search: string, defaults: AppConfig['defaults'], offer: Offer): Shown {
  const { view, problems } = readLink(search, offer)
  const { scene, region = null, theme = defaults.theme } = view
  const known = offer.scenes.find(({ id }) => id === (scene ?? defaults.scene)) ?? offer.scenes[0]
  return { sceneId: known?.id ?? '', region, theme, view, problems }
}
