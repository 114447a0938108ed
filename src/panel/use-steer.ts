import { actionOf } from '../contract/resource'
import { actBy } from '../data/act'
import { newKey } from '../lib/new-key'
import { useScreen, type Screen } from './screen-context'
import type { CameraShown } from '../video/camera'
import type { Steer } from '../video/steer'

/** Ids of the actions that move a camera and send it to its places. */
interface Ways {
  readonly move: string
  readonly preset: string
}

type Parts = Readonly<Record<string, string>>

type Known = Pick<Screen, 'config' | 'region'> & {
  readonly feed: Pick<Screen['feed'], 'acting'>
  readonly city: Pick<Screen['city'], 'id'>
}

/** What the demo answers, and the clips that it shows. */
const DEMO = 'demo/'
const isDemo = ({ sources }: CameraShown) => sources.some(({ url }) => url.startsWith(DEMO))

/** `wvp:3402…/3402…` → the parts that address names: what a platform calls the device and its channel. */
function partsOf({ named }: CameraShown): Parts {
  const [, ref = ''] = /^[a-z][a-z0-9-]*:(\S+)/.exec(named ?? '') ?? []
  const [device, channel] = ref.split('/')
  return { ...(device && { device }), ...(channel && { channel }) }
}

/**
 * How a camera is told to turn. Only where the site names an address for it that the demo does not answer, never by visitors, and of no
 * camera of which the register says that it cannot. Each command is a POST under a key of its own; who did it is the server's to know.
 */
export function steerOf(
  { config, feed, city, region }: Known,
  ways: Ways,
  camera: CameraShown,
): Steer | null {
  if (config.audience === 'tour' || camera.turns === false || isDemo(camera)) return null
  const parts = { id: camera.id, ...partsOf(camera) }
  const wayOf = (action: string) => {
    const url = config.sources[action]?.act?.url
    if (url === undefined || url.startsWith(DEMO)) return null
    // One address for several cities would turn a camera of the wrong one.
    if (city.id !== config.defaults.city && !url.includes('{city}')) return null
    const names = [...url.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    return async (body: Parts): Promise<void> => {
      const all: Parts = { ...parts, ...body }
      const asked = Object.fromEntries(
        names.flatMap((name) => (name in all ? [[name, all[name] ?? '']] : [])),
      )
      const { state, message } = await actBy(
        feed,
        actionOf({ id: action }),
        { region, parts: asked },
        body,
        newKey(),
      )
      if (state === 'refused') throw new Error(message ?? '')
    }
  }
  const [ptz, preset] = [wayOf(ways.move), wayOf(ways.preset)]
  if (!ptz && !preset) return null
  return {
    move: ptz && ((command) => ptz({ command })),
    preset: preset && ((place) => preset({ preset: place })),
  }
}

export function useSteer(ways: Ways): (camera: CameraShown) => Steer | null {
  const screen = useScreen()
  return (camera) => steerOf(screen, ways, camera)
}
