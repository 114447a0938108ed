import { DAY, dayStart } from '../../lib/calendar'
import { unit } from '../../lib/random'
import { placeOf, type Network } from './network'

/** Two digits of a GB/T 28181 number that say whose camera it is; what is not here is counted to public security (00–03). */
const INDUSTRY: Readonly<Record<string, string>> = {
  town: '01',
  emergency: '03',
  traffic: '04',
  urban: '08',
  water: '09',
  school: '11',
  tourism: '40',
}
/** Network camera (IPC), on the network of the government. */
const KIND = '1326'

/** The source and town a channel belongs to, by cell; and the digits its number begins with. */
const prefixOf = ({ demo, towns }: Network, cell: number) => {
  const code = demo.towns[cell % towns]?.code ?? ''
  const key = demo.sources[Math.floor(cell / towns)]?.key ?? ''
  return `${code.slice(0, 6)}${code.slice(-2)}${INDUSTRY[key] ?? '00'}${KIND}`
}

/** The 20-digit number of a channel. */
export const channelId = (network: Network, cell: number, channel: number) =>
  `${prefixOf(network, cell)}${String(channel + 1).padStart(6, '0')}`

/** 人和镇河道 3 号. */
export function nameOf(network: Network, cell: number, channel: number): string {
  const i = channel - (network.offset[cell] ?? 0)
  return `${network.demo.towns[cell % network.towns]?.name ?? ''}${placeOf(network, cell, i)} ${i + 1} 号`
}

/**
 * Channels of the register: all of them, or those whose registration was put right (or found wrong) since `since`. They have no
 * coordinates: the demo knows the towns by name only.
 */
export function cameraRows(network: Network, now: number, since: number | null): readonly object[] {
  const { demo, towns, size, offset, typeOf, luck } = network
  const [limit, before] = [
    limitOn(network, dayStart(now) - DAY),
    since === null ? null : limitOn(network, dayStart(since) - DAY),
  ]
  if (limit === before) return []
  return size.flatMap((n, cell) => {
    const [source, town] = [demo.sources[Math.floor(cell / towns)], demo.towns[cell % towns]]
    if (!source || !town) return []
    const from = offset[cell] ?? 0
    const place = { code: town.code, name: town.name }
    const clips = Object.entries(demo.clips)
    const isWrong = (channel: number, share: number) => (luck[channel] ?? 1) < source.mislabelled * share
    return Array.from({ length: n }, (_, i) => from + i)
      .filter((channel) => before === null || isWrong(channel, limit) !== isWrong(channel, before))
      .map((channel) => {
        const site = placeOf(network, cell, channel - from)
        const clip = clips.find(([, places]) => places.includes(site))?.[0]
        return {
          id: channelId(network, cell, channel),
          name: nameOf(network, cell, channel),
          source: source.label,
          group: source.group,
          type: demo.types[typeOf[channel] ?? 0]?.key,
          site,
          town: place,
          stream: clip === undefined ? null : `demo/${clip}.mp4`,
          labelled: !isWrong(channel, limit),
        }
      })
  })
}

/** How much is wrongly registered on `day`, as a multiple of what is usual: cleaned up over a quarter, then new channels come in. */
function limitOn({ demo }: Network, day: number): number {
  const phase = (Math.floor(day / DAY) + Math.floor(90 * unit('video-label', demo.seed))) % 90
  return 1.2 - 0.4 * (phase / 90)
}
