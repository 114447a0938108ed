import type { MapLayer, MapMark } from '../../../map/layers/layer'
import type { NumberedException } from '../../../panel/use-exceptions'
import type { Town } from '../contract'
import { words } from '../words'

/** A layer with its name and sign in the legend, where it can be switched off. */
export interface Switchable {
  readonly name: string
  readonly sign: 'dot' | 'square' | 'mark'
  readonly layer: MapLayer
}

/** One dot stands for about this many camera channels. */
const CHANNELS_PER_DOT = 200
/** Offline cameras drawn as rings; the number itself stands in the list, this only says where. */
const MOST_RINGS = 2

/** Cameras as dots, some hollow in towns with an open exception of the video network. Null where no town has cameras. */
export function cameraLayer(
  towns: readonly Town[],
  exceptions: readonly NumberedException[],
): Switchable | null {
  const failing = new Set(
    exceptions.flatMap(({ domain, place }) => (domain === 'video' && place ? [place.code] : [])),
  )
  const shown = towns.flatMap(({ code, cameras, offline }) =>
    (cameras ?? 0) > 0
      ? [{ code, count: cameras ?? 0, hollow: (offline ?? 0) > 0 && failing.has(code) ? MOST_RINGS : 0 }]
      : [],
  )
  if (shown.length === 0) return null
  return {
    name: words.legend.cameras(CHANNELS_PER_DOT),
    sign: 'dot',
    layer: { kind: 'dots', id: 'camera-dots', perDot: CHANNELS_PER_DOT, towns: shown },
  }
}

/** A square in every town with a government service hall. Null where none is known. */
export function hallLayer(towns: readonly Town[]): Switchable | null {
  const codes = towns.filter(({ halls }) => (halls ?? 0) > 0).map(({ code }) => code)
  return codes.length === 0
    ? null
    : { name: words.legend.halls, sign: 'square', layer: { kind: 'symbol', id: 'halls', towns: codes } }
}

/** Numbered marks of the exceptions that have a place. Null where none has. */
export function exceptionLayer(exceptions: readonly NumberedException[]): Switchable | null {
  const marks = exceptions.flatMap(({ id, place, severity, no }): MapMark[] =>
    place ? [{ id, code: place.code, severity, no }] : [],
  )
  return marks.length === 0
    ? null
    : { name: words.legend.exceptions, sign: 'mark', layer: { kind: 'marks', id: 'exceptions', marks } }
}
