import { createClock } from '../../../src/lib/clock'
import type { Screen } from '../../../src/panel/screen-context'
import { domainsIn } from '../../../src/panel/domain'
import { sample } from '../contract/sample'
import { bench, reply } from '../data/feed-fixture'

/** A live wall of Baiyun that stands still at `now`, as far as panels ask. */
export const screenAt = (now: number, change: Partial<Screen> = {}): Screen => ({
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
    towns: [],
    departments: [],
    replace: {},
  },
  region: null,
  regionName: '白云区',
  clock: createClock({ real: () => now, frozen: true }),
  feed: bench(() => reply(sample())).feed,
  domains: domainsIn([], []),
  metrics: {},
  faults: [],
  map: { map: undefined, fault: undefined, failures: 0, retry: () => undefined },
  light: false,
  seed: 'test',
  selectRegion: () => undefined,
  open: () => undefined,
  rules: {},
  goToScene: () => undefined,
  look: () => undefined,
  ...change,
})
