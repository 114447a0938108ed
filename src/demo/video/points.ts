import { dayStart, isoTime } from '../../lib/calendar'
import { hash32, stream } from '../../lib/random'
import { CUT_OFF, POINT_STATES, type PointState } from '../../domains/video/codes'
import type { PieceMoment, Places } from '../kit/domain'
import { type Outlines, placesWithin } from '../kit/outlines'
import { channelId, nameOf } from './cameras'
import { dataTime } from './clock'
import type { VideoSeed } from './document'
import { faultsOn } from './faults'
import { NEIGHBOURS, networkOf, type Network } from './network'

/** Neighbours stand along one street, so far from each other and from its middle line at most; degrees. */
const [APART, BESIDE] = [0.0009, 0.0003]
const DIGITS = 1e5

/** Where the cameras of a city stand and how they are, as its platform knew at its own data time. A city without cameras has none. */
export async function pointsOf(
  { document, demo }: VideoSeed,
  { now, region, outlines }: PieceMoment,
): Promise<Places> {
  const asOf = demo ? dataTime(document.city, demo.seed, now) : now
  const points = demo ? pointsAt(networkOf(demo), { now: asOf, region }, await outlines()) : []
  return { contract: 'video.points/1', asOf, points }
}

/**
 * Every channel of the register by the column, those of a town where one was chosen, as it is at `now`, and where it stands: inside its
 * town, neighbours along one street, the same places whenever it is asked. Without outlines, as on a schematic map, nobody knows where
 * anything stands.
 */
function pointsAt(
  network: Network,
  { now, region }: { readonly now: number; readonly region: string | null },
  outlines: Outlines | null,
) {
  const { demo, towns, typeOf } = network
  const cellOf = cellsOf(network)
  const cell = (channel: number) => cellOf[channel] ?? 0
  const inside = demo.towns.map(({ code }) => region === null || code.startsWith(region))
  const channels = Array.from(cellOf.keys()).filter((channel) => inside[cell(channel) % towns])
  const at = (values: (channel: number) => number) => channels.map(values)
  const { state, since } = statesAt(network, now)
  const { lng, lat } = placed(network, outlines) ?? {}
  const known = (column: Float64Array) =>
    channels.map((channel) => {
      const value = column[channel] ?? Number.NaN
      return Number.isNaN(value) ? null : value
    })
  return {
    id: channels.map((channel) => channelId(network, cell(channel), channel)),
    name: channels.map((channel) => nameOf(network, cell(channel), channel)),
    ...(lng && lat && { lng: known(lng), lat: known(lat) }),
    state: { values: POINT_STATES, at: at((c) => state[c] ?? 0) },
    since: known(since).map((moment) => moment && isoTime(moment)),
    source: { values: demo.sources.map(({ label }) => label), at: at((c) => Math.floor(cell(c) / towns)) },
    type: { values: demo.types.map(({ key }) => key), at: at((c) => typeOf[c] ?? 0) },
    town: { values: demo.towns, at: at((c) => cell(c) % towns) },
  }
}

function cellsOf({ size, offset, total }: Network): Uint32Array {
  const cellOf = new Uint32Array(total)
  for (const [cell, n] of size.entries()) cellOf.fill(cell, offset[cell], (offset[cell] ?? 0) + n)
  return cellOf
}

function statesAt(network: Network, now: number) {
  const { size, offset, towns, total } = network
  const state = new Uint8Array(total)
  const since = new Float64Array(total).fill(Number.NaN)
  const rank = (name: PointState) => POINT_STATES.indexOf(name)
  for (const { type, source, town, first, size: hit, start, end } of faultsOn(network, dayStart(now))) {
    if (start > now || end <= now) continue
    const cell = source * towns + town
    const n = size[cell] ?? 0
    const is = rank(type === CUT_OFF ? 'offline' : 'impaired')
    for (let i = 0; i < Math.min(hit, n); i++) {
      const channel = (offset[cell] ?? 0) + ((first + i) % n)
      if ((state[channel] ?? 0) > is) continue
      const before = state[channel] === is ? (since[channel] ?? Number.NaN) : Number.POSITIVE_INFINITY
      since[channel] = Math.min(before, start)
      state[channel] = is
    }
  }
  return { state, since }
}

const rounded = (degrees: number) => Math.round(degrees * DIGITS) / DIGITS

function placed({ demo, towns, size, offset, total }: Network, outlines: Outlines | null) {
  if (!outlines) return null
  const lng = new Float64Array(total).fill(Number.NaN)
  const lat = new Float64Array(total).fill(Number.NaN)
  size.forEach((n, cell) => {
    const { code = '' } = demo.towns[cell % towns] ?? {}
    const within = placesWithin(outlines.get(code))
    if (!within) return
    const next = stream(hash32('video-place', demo.seed, cell))
    let [middle, turn] = [within.any(next), 2 * Math.PI * next()]
    for (let i = 0; i < n; i++) {
      const along = i % NEIGHBOURS
      if (i > 0 && along === 0) [middle, turn] = [within.any(next), 2 * Math.PI * next()]
      if (!middle) continue
      const way = APART * (along - NEIGHBOURS / 2)
      const near = [
        middle[0] + way * Math.cos(turn) + BESIDE * (next() - 0.5),
        middle[1] + way * Math.sin(turn) + BESIDE * (next() - 0.5),
      ] as const
      const [x, y] = within.inside(near) ? near : middle
      lng[(offset[cell] ?? 0) + i] = rounded(x)
      lat[(offset[cell] ?? 0) + i] = rounded(y)
    }
  })
  return { lng, lat }
}
