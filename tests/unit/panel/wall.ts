import { DataFault } from '../../../src/data/data-fault'
import { createFailures } from '../../../src/data/failures'
import { createHints } from '../../../src/data/push/hints'
import { createClock } from '../../../src/lib/clock'
import { domains } from '../../../src/domains/registry'
import { domainsIn } from '../../../src/panel/domain'
import type { Wall } from '../../../src/panel/wall-context'

/** A live wall of Baiyun that stands still at `now`, as far as panels ask. */
export const wallAt = (now: number, change: Partial<Wall> = {}): Wall => ({
  config: {
    mode: 'live',
    title: '一屏观城市',
    audience: 'duty',
    cities: ['baiyun'],
    scenes: ['overview'],
    defaults: { city: 'baiyun', scene: 'overview', theme: 'dark' },
    sources: {},
    duty: null,
  },
  city: {
    id: 'baiyun',
    name: '白云区',
    short: '白云',
    tier: '区',
    code: '440111',
    map: 'maps/baiyun.json',
    replace: {},
  },
  region: null,
  regionName: '白云区',
  clock: createClock({ real: () => now, frozen: true }),
  feed: {
    get: () => Promise.reject(new DataFault('network', 'no network here')),
    failures: createFailures({ real: () => now }),
    hints: createHints({ real: () => now }),
    streams: {
      open: () => undefined,
      stop: () => undefined,
      covers: () => false,
      status: () => [],
      subscribe: () => () => undefined,
    },
  },
  domains: domainsIn(domains, []),
  metrics: {},
  map: { map: undefined, fault: undefined, failures: 0, retry: () => undefined },
  light: false,
  seed: 'test',
  selectRegion: () => undefined,
  goToScene: () => undefined,
  ...change,
})
