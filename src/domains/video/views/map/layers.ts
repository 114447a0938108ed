import { countText, FEWEST } from '../../../../lib/format'
import type { MapLayer, TileTown } from '../../../../map/layers/layer'
import type { NumberedException } from '../../../../panel/use-exceptions'
import type { TownCount } from './asked'

/** Breaks of the share of a town's cameras that is offline, in percent: those of the map of towns. */
export const SHARES = [1, 2, 4]

const offlineIn = ({ states }: TownCount) => states.at(-1) ?? 0

function levelOf(town: TownCount | undefined): TileTown['level'] {
  if (!town || offlineIn(town) < FEWEST) return null
  const share = (100 * offlineIn(town)) / town.count
  const [low = 0, middle = 0, high = 0] = SHARES
  return share < low ? 0 : share < middle ? 1 : share < high ? 2 : 3
}

/**
 * What is laid over the towns: how many of their cameras are `shown`, in the colour of the share that is offline of `towns` (cameras in any
 * state), with the exceptions of this domain.
 */
export function layersOf(
  towns: readonly TownCount[],
  shown: readonly TownCount[],
  exceptions: readonly NumberedException[],
): readonly MapLayer[] {
  const whole = new Map(towns.map((town) => [town.code, town]))
  const tiles = shown.map(({ code, count }): TileTown => ({
    code,
    level: levelOf(whole.get(code)),
    value: countText(count),
    note: null,
    deviant: false,
    course: null,
  }))
  const marks = exceptions.flatMap(({ id, domain, place, severity, no }) =>
    domain === 'video' && place ? [{ id, code: place.code, severity, no }] : [],
  )
  return [
    { kind: 'tiles', id: 'cameras', towns: tiles },
    { kind: 'marks', id: 'exceptions', marks },
  ]
}
