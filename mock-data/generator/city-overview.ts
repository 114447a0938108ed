import type { Seed } from '../../src/demo/kit/seed'
import type { OverviewDocument } from '../../src/domains/city-overview/contract'
import type { CityBase } from './cities'
import { envelope } from './envelope'
import { otherAreas } from './facts'

/** Seed of the city map: the published figures that have no scene of their own. What the towns show comes from the other domains. */
export function buildCityOverview(city: CityBase): Seed<OverviewDocument, null> {
  const whole = envelope(city, 'city-overview', {
    areas: otherAreas(),
    sourceName: '城市态势',
    cadenceSeconds: 60,
    basis: '由本市已接入各域的模拟数据汇总，各镇街之和等于全域',
  })
  return { document: { ...whole, operation: null }, demo: null }
}
