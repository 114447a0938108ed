import type { OverviewDocument } from '../../src/domains/city-overview/contract'
import type { ExceptionsDocument } from '../../src/domains/exceptions/contract'
import type { CityBase } from './cities'
import { envelope } from './envelope'
import { otherAreas } from './facts'

/** Towns of the map; what they show comes from the other datasets at the shown moment. */
export function buildCityOverview(city: CityBase): OverviewDocument {
  const nothing = { received: null, low: null, high: null, cameras: null, offline: null, halls: null }
  return {
    ...envelope(city, 'city-overview', {
      areas: otherAreas(),
      sourceName: '城市态势',
      cadenceSeconds: 60,
      basis: '由本市已接入各域的模拟数据汇总，各镇街之和等于全域',
    }),
    operation: {
      received: null,
      towns: city.towns.map(({ code, short }) => ({ code, name: short, ...nothing })),
    },
  }
}

/** The exception list is derived from the domains; its base document is empty. */
export function buildExceptions(city: CityBase): ExceptionsDocument {
  return {
    ...envelope(city, 'exceptions', {
      areas: [],
      sourceName: '处置清单',
      cadenceSeconds: 60,
      basis: '由各域模拟数据按阈值产生',
    }),
    operation: { unseen: [] },
  }
}
