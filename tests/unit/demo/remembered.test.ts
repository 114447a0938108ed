import { expect, it } from 'vitest'
import { MINUTE } from '../../../src/lib/calendar'
import { at, draws } from './cities'
import { PRESENT, dataAt } from './data-aggregation/cities'
import { hotlineAt } from './hotline/day'
import { hallsAt } from './service-hall/cities'
import { CITIES as WITH_VIDEO, videoAt } from './video/cities'

/** Of no other test: nothing of this day has been worked out before. */
const NOW = at('2031-03-05 14:02')

const demos: [string, (now: number) => unknown][] = [
  ['hotline of baiyun', (now) => hotlineAt(now)],
  ['service-hall of baiyun', (now) => hallsAt('baiyun', now)],
  ...WITH_VIDEO.map((city): [string, (now: number) => unknown] => [
    `video of ${city}`,
    (now) => videoAt(city, now),
  ]),
  ...PRESENT.map((city): [string, (now: number) => unknown] => [
    `data-aggregation of ${city}`,
    (now) => dataAt(city, now),
  ]),
]

it.each(demos)('%s works a day out once, and not again every minute', (_, ask) => {
  const first = draws(() => ask(NOW))
  expect(first).toBeGreaterThan(500)
  for (const minute of [1, 2, 3, 11, 20])
    expect(
      draws(() => ask(NOW + minute * MINUTE)),
      `minute ${minute}`,
    ).toBeLessThan(first / 20)
})
